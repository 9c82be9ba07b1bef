package io.sorrel.redis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUriRefusalTest {
    private static final String SECRET = "sEntinel";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~ | scheme | the URL is empty
                    localhost:6379 | scheme | does not start with a scheme
                    redis:host | scheme | does not start with a scheme
                    ://host | scheme | does not start with a scheme
                    http://host | scheme | 'http' is not known; redis://, rediss:// (TLS) and redis+unix:// are known
                    redis-sentinel://host/master | scheme | 'redis-sentinel' is not supported by this version
                    REDIS-CLUSTER://host | scheme | 'redis-cluster' is not supported by this version
                    unix:///run/redis.sock | scheme | write redis+unix:///path/to/socket
                    redis-socket:///run/redis.sock | scheme | write redis+unix:///path/to/socket
                    ~ redis://host~ | whole | white space
                    ~redis://host\t~ | whole | white space
                    redis://ho st | whole | white space
                    redis://host#x | fragment | write %23
                    redis://a:b@c@host | user information | more than one @
                    redis://a:b/c@host | user information | percent-encode
                    redis://a:b?c@host | user information | percent-encode
                    redis://a:b#c@host | user information | percent-encode
                    redis://user@host | user information | user name and no password
                    redis://host?username=u | user information | user name and no password
                    redis://a%zz:b@host | user name | two hexadecimal digits
                    redis://a:b%@host | password | two hexadecimal digits
                    redis://a:b%2@host | password | two hexadecimal digits
                    redis://a:%ff@host | password | not UTF-8
                    redis://h%zzst | host | two hexadecimal digits
                    redis://h%2Fst | host | must be a host name
                    redis://caf%C3%A9 | host | must be a host name
                    redis://a,b:1 | host | several hosts
                    redis://::1 | host | in brackets
                    redis://[::1 | host | no closing ]
                    redis://[::1]x | host | followed by :port
                    redis://[x] | host | must be a host name
                    redis://host: | port | number from 1 to 65535
                    redis://host:0 | port | number from 1 to 65535
                    redis://host:65536 | port | number from 1 to 65535
                    redis://host:-1 | port | number from 1 to 65535
                    redis://host:1x | port | number from 1 to 65535
                    redis://host/x | path | number of a database
                    redis://host/1/ | path | number of a database
                    redis://host/-1 | path | number of a database
                    redis://host/%31 | path | number of a database
                    redis+unix:// | path | names no socket
                    redis+unix:/// | path | names no socket
                    redis+unix://run/redis.sock | path | three slashes
                    redis+unix:///run/%zz | path | two hexadecimal digits
                    redis+unix:///run/%0a | path | control characters
                    redis://host?pool-max-size=0 | query parameter pool-max-size | pool-max-size is 0; it must be from 1 to 65536
                    redis://host?pool-max-size=many | query parameter pool-max-size | 'many'; it must be a whole number
                    redis://host?pool-max-size=9999999999 | query parameter pool-max-size | must be a number from
                    redis://host?pool-max-size= | query parameter pool-max-size | has no value
                    redis://host?pool-max-size | query parameter pool-max-size | has no value
                    redis://host?password | query parameter password | has no value
                    redis://host?db=1&db=1 | query parameter db | given twice
                    redis://host?password=a&password=b | query parameter password | given twice
                    redis://host?db=-1 | query parameter db | db is -1
                    redis://host?db=99999999999 | query parameter db | must be a number from
                    redis://host?command-timeout=-1s | query parameter command-timeout | command-timeout is -1s
                    redis://host?command-timeout=5 | query parameter command-timeout | a time span such as 500ms
                    redis://host?command-timeout=1.5s | query parameter command-timeout | a time span such as 500ms
                    redis://host?command-timeout=999999999999999999d | query parameter command-timeout | a time span
                    redis://host?pool-fair=yes | query parameter pool-fair | must be true or false
                    redis://host?protocol=4 | query parameter protocol | must be auto, 2 or 3
                    redis://host?pool-when-exhausted=block | query parameter pool-when-exhausted | must be wait or fail
                    redis://host?mode=cluster | query parameter mode | must be adaptive or shared or pooled
                    redis://host?queue-when-full=drop | query parameter queue-when-full | must be wait or fail
                    redis://host?queue-max-bytes=1025GB | query parameter queue-max-bytes | from 1024 to 1099511627776
                    redis://host?queue-max-size=1 | query parameter 'queue-max-size' | did you mean queue-max-bytes?
                    redis://host?pool-lifetime-spread=1 | query parameter pool-lifetime-spread | from 0 to 0.9
                    redis://host?pool-lifetime-spread=x | query parameter pool-lifetime-spread | a number such as 0.1
                    redis://host?reply-max-bytes=1TB | query parameter reply-max-bytes | a number of bytes
                    redis://host?reply-max-bytes=999999999999999GB | query parameter reply-max-bytes | it must be from
                    redis://host?reply-max-bulk=2GB | query parameter reply-max-bulk | must be a number from
                    redis://host?client-name=a%20b | query parameter client-name | 'a b'; it must be
                    redis://host?client-name=a%zz | query parameter client-name | two hexadecimal digits
                    redis://host?poolMaxSize=1 | query parameter 'poolMaxSize' | did you mean pool-max-size?
                    redis://host?POOL_MAX_SIZE=1 | query parameter 'POOL_MAX_SIZE' | did you mean pool-max-size?
                    redis://host?pool-max-sise=1 | query parameter 'pool-max-sise' | did you mean pool-max-size?
                    redis://host?DB=1 | query parameter 'DB' | did you mean db?
                    redis://host?database=1 | query parameter 'database' | did you mean db?
                    redis://host?timeout=1s | query parameter 'timeout' | did you mean command-timeout?
                    redis://host?passwort=x | query parameter 'passwort' | did you mean password?
                    redis://host?ssl=true | query parameter 'ssl' | rediss://
                    redis://host?something-else=1 | query parameter 'something-else' | known are username, password, db
                    redis://host?%0a=1 | query parameter '\\u000a' | is not known
                    redis://host?nothing | query | an unknown parameter without a value
                    redis://host?=1 | query parameter '' | is not known
                    redis://host?%zz=1 | query | two hexadecimal digits
                    redis://host?password=a&b=c | query | what follows the username or password
                    """)
    void namesThePartAndSaysWhatToChange(String url, String part, String problem) {
        String actual = url.replace("\\t", "\t");
        Throwable thrown = catchThrowable(() -> RedisUri.parse(actual));

        assertThat(thrown)
                .isInstanceOf(RedisUriException.class)
                .hasMessageStartingWith("Redis URL, " + part.replace("\\\\", "\\") + ": ")
                .hasMessageContaining(problem)
                .hasNoCause();
        assertThat(((RedisUriException) thrown).part()).isEqualTo(part.replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sEntinel",
                ":sEntinel@host",
                "user:sEntinel@host",
                "user:sEntinel://host",
                "redis:user:sEntinel@host",
                "redis:/user:sEntinel@host",
                "redis//user:sEntinel@host",
                " redis://user:sEntinel@host",
                "redis://user:sEntinel@host\n",
                "redis://user:sEntinel x@host",
                "http://user:sEntinel@host",
                "redis-cluster://user:sEntinel@host",
                "unix://user:sEntinel@/path",
                "redis://user:sEntinel",
                "redis://user:sEntinel/0",
                "redis://user:sEntinel?db=0",
                "redis://sEntinel@host",
                "redis://:a/sEntinel@host",
                "redis://:a?sEntinel@host",
                "redis://:a#sEntinel@host",
                "redis://:a/sEntinel",
                "redis://:a?sEntinel",
                "redis://:a#sEntinel",
                "redis://:1?sEntinel",
                "redis://:a?sEntinel=x",
                "redis://:1#sEntinel",
                "redis://:1/sEntinel",
                "redis://:a@sEntinel@host",
                "redis://:a@b:sEntinel@host",
                "redis://:a@:sEntinel",
                "redis://:a@/sEntinel",
                "redis://:sEntinel%@host",
                "redis://:sEntinel%zz@host",
                "redis://:%ffsEntinel@host",
                "redis://:sEntinel@host:0",
                "redis://:sEntinel@host:x",
                "redis://:sEntinel@ho,st",
                "redis://:sEntinel@[::1",
                "redis://:sEntinel@::1",
                "redis://:sEntinel@host/x",
                "redis://:sEntinel@host?pool-max-size=0",
                "redis://:sEntinel@host?nothing=0",
                "redis://:sEntinel@host?db=1&db=2",
                "redis://:sEntinel@host#x",
                "redis://[sEntinel",
                "redis://[sEntinel]",
                "redis://host:sEntinel",
                "redis://host?password=sEntinel&db=x",
                "redis://host?password=sEntinel&password=x",
                "redis://host?password=x&password=sEntinel",
                "redis://host?password=a&sEntinel",
                "redis://host?password=a&sEntinel=b",
                "redis://host?password=sEntinel%zz",
                "redis://host?pasword=sEntinel",
                "redis://host?pass=sEntinel",
                "redis://host?pwd=sEntinel&x",
                "redis://host?Password=sEntinel",
                "redis://host?username=sEntinel",
                "redis://host?password=a#sEntinel",
                "redis+unix://:sEntinel@host/path",
                "redis+unix://:sEntinel@",
                "redis+unix://:sEntinel@/a%0a",
                "redis+unix://sEntinel/path",
                "redis+unix://:sEntinel@/a?pool-max-size=0"
            })
    void neverShowsAPassword(String url) {
        Throwable thrown = catchThrowable(() -> RedisUri.parse(url));
        StringWriter everything = new StringWriter();
        thrown.printStackTrace(new PrintWriter(everything, true));

        assertThat(thrown).isInstanceOf(RedisUriException.class);
        assertThat(everything.toString()).doesNotContainIgnoringCase(SECRET);
    }

    @Test
    void neverShowsAPasswordWhenOptionsContradictEachOther() {
        Throwable thrown = catchThrowable(() -> ClientOptions.of("redis://sEntinel:sEntinel@host?pool-min-idle=9"));

        assertThat(thrown)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pool-min-idle is 9; it must be at most pool-max-size, which is 8");
    }

    @Test
    void refusesALongUrlQuickly() {
        Throwable thrown = catchThrowable(() -> RedisUri.parse("redis://host?" + "x".repeat(5_000_000)));

        assertThat(thrown).isInstanceOf(RedisUriException.class);
        assertThat(thrown.getMessage()).hasSizeLessThan(2000);
    }
}
