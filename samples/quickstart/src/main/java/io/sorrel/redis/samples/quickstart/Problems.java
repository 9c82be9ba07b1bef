package io.sorrel.redis.samples.quickstart;

import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.samples.quickstart.Targets.InvalidTargetException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What callers of the REST interface are told when something goes wrong. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail refused(InvalidTargetException failure) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(failure.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "Send JSON such as {\"url\": \"https://redis.io/\", \"lifetime\": \"day\"}; lifetime is minute, hour, day, week"
                        + " or forever.");
    }

    /** The outcome tells whether the order may have been carried out: {@code not_sent}, {@code refused}, {@code unknown}. */
    @ExceptionHandler
    ProblemDetail redisFailed(RedisException failure) {
        LOG.warn("Redis failed: {}", failure.getMessage());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The store of the links does not answer. Try again in a moment.");
        problem.setProperty("outcome", failure.outcome().name().toLowerCase(Locale.ROOT));
        return problem;
    }
}
