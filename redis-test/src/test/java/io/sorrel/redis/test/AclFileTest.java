package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AclFileTest {
    private static final String SECRET = "#2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    @Test
    void keepsThePasswordOfTheDefaultUserBesideOtherUsers() {
        assertThat(AclFile.lines(RedisServer.builder()
                        .password("secret")
                        .aclLines("user reader on nopass +get")
                        .options()))
                .containsExactly("user reader on nopass +get", "user default on " + SECRET + " ~* &* +@all");
    }

    @Test
    void switchesTheDefaultUserOffForANamedOne() {
        assertThat(AclFile.lines(RedisServer.builder()
                        .username("admin")
                        .password("secret")
                        .options()))
                .containsExactly("user admin on " + SECRET + " ~* &* +@all", "user default off");
    }

    @Test
    void leavesUsersAloneThatAreDefined() {
        assertThat(AclFile.lines(RedisServer.builder()
                        .username("admin")
                        .password("secret")
                        .aclLines("user  admin on >secret +@all", "user default on nopass -@all +ping")
                        .options()))
                .hasSize(2);
    }

    @Test
    void refusesAUserWithoutAPassword() {
        assertThatThrownBy(() -> RedisServer.builder().username("admin").options())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password");
    }
}
