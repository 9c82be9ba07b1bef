package io.sorrel.redis.samples.quickstart;

import io.sorrel.redis.error.RedisException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Follows short links, and shows a page where one leads nowhere. */
@Controller
class FollowController {
    private static final Logger LOG = LoggerFactory.getLogger(FollowController.class);

    private final Links links;

    FollowController(Links links) {
        this.links = links;
    }

    @GetMapping("/{code:[0-9A-Za-z]{" + Codes.LENGTH + "}}")
    ResponseEntity<Resource> follow(@PathVariable String code) {
        String target;
        try {
            target = links.target(code);
        } catch (RedisException failure) {
            LOG.warn("A link could not be followed: {}", failure.getMessage());
            return page(HttpStatus.SERVICE_UNAVAILABLE, "unavailable.html");
        }
        if (target == null) {
            return page(HttpStatus.NOT_FOUND, "expired.html");
        }
        count(code);
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .location(URI.create(target))
                .build();
    }

    /** A visitor is not held up because a click could not be counted. */
    private void count(String code) {
        try {
            links.countClick(code);
        } catch (RedisException failure) {
            LOG.warn("A click was not counted: {}", failure.getMessage());
        }
    }

    private static ResponseEntity<Resource> page(HttpStatus status, String name) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_HTML)
                .body(new ClassPathResource("static/" + name));
    }
}
