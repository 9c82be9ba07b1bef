package io.sorrel.redis.samples.quickstart;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The REST interface: makes links and lists them. */
@RestController
@RequestMapping("/api/links")
class LinkController {
    private static final int MOST = 100;

    private final Links links;

    LinkController(Links links) {
        this.links = links;
    }

    /**
     * What to shorten.
     *
     * @param url an absolute http or https URL
     * @param lifetime how long the link works; a day if not given
     */
    record Order(@Nullable String url, @Nullable Lifetime lifetime) {}

    @PostMapping
    ResponseEntity<Link> shorten(@RequestBody Order order, HttpServletRequest request) {
        URI own = ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
        URI target = Targets.parse(order.url() == null ? "" : order.url(), own.getAuthority());
        Link link = links.shorten(target, order.lifetime() == null ? Lifetime.DAY : order.lifetime());
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(own + "/" + link.code()))
                .body(link);
    }

    @GetMapping
    List<Link> mostFollowed(@RequestParam(defaultValue = "8") int limit) {
        return links.mostFollowed(Math.max(1, Math.min(MOST, limit)));
    }
}
