package io.sorrel.redis.spring.autoconfigure.dev;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds where neither URL nor host of a server is set; an empty value counts as not set. */
final class OnNoServerNamed extends SpringBootCondition {
    private static final List<String> NAMING = List.of("sorrel.redis.url", "sorrel.redis.host");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("No Redis server named");
        return NAMING.stream()
                .filter(name -> StringUtils.hasText(context.getEnvironment().getProperty(name)))
                .findFirst()
                .map(name -> ConditionOutcome.noMatch(message.foundExactly("property " + name)))
                .orElseGet(() -> ConditionOutcome.match(message.because("neither URL nor host is set")));
    }
}
