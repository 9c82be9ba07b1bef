package io.sorrel.redis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void showsNeitherUserNorPassword() {
        Credentials credentials = Credentials.of("sEntinelUser", "sEntinelWord");

        assertThat(credentials.toString()).doesNotContain("sEntinel");
        assertThat(ClientOptions.builder().credentials(credentials).build().toString())
                .doesNotContain("sEntinel")
                .contains("credentials=***");
    }

    @Test
    void handsOutCopies() {
        Credentials credentials = Credentials.password("secret");

        Arrays.fill(credentials.password(), 'x');

        assertThat(credentials.password()).containsExactly("secret".toCharArray());
        assertThat(credentials.username()).isNull();
    }

    @Test
    void takesAPasswordThatIsNoString() {
        StringBuilder source = new StringBuilder("secret");
        Credentials credentials = Credentials.of("app", source);
        source.setLength(0);

        assertThat(credentials).isEqualTo(Credentials.of("app", "secret"));
    }

    @Test
    void allowsAnEmptyPasswordOnlyForANamedUser() {
        assertThat(Credentials.of("app", "").password()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.password(""))
                .withMessageStartingWith("password must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Credentials.of("", "secret"))
                .withMessageStartingWith("username must not be empty")
                .withMessageNotContaining("secret");
    }

    @Test
    void comparesByValue() {
        assertThat(Credentials.of("a", "b"))
                .isEqualTo(Credentials.of("a", "b"))
                .hasSameHashCodeAs(Credentials.of("a", "b"))
                .isNotEqualTo(Credentials.of("a", "c"))
                .isNotEqualTo(Credentials.of("x", "b"))
                .isNotEqualTo(Credentials.password("b"));
    }
}
