package io.sorrel.redis.spring.autoconfigure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the terms of the properties what the client refuses. The client begins with the name of the option, as in
 * {@code db is -1; it must be from 0 to 2147483647}, and may name another one that limits it.
 */
final class Refusals {
    private static final Pattern SUBJECT = Pattern.compile("^(\\S+) is ");
    private static final Pattern LIMIT = Pattern.compile("(?<=at most )(\\S+)(?=, which is )");

    private Refusals() {}

    /**
     * The refusal as one of a property.
     *
     * @param otherwise the property where the client names none
     */
    static InvalidRedisPropertyException explain(IllegalArgumentException refused, String otherwise) {
        String problem = String.valueOf(refused.getMessage());
        Matcher subject = SUBJECT.matcher(problem);
        Optional<String> property = subject.find() ? property(subject.group(1)) : Optional.empty();
        if (property.isEmpty()) {
            return new InvalidRedisPropertyException(otherwise, problem, refused);
        }
        String ofIt = "it is " + problem.substring(subject.end());
        String explained = LIMIT.matcher(ofIt)
                .replaceAll(limit -> Matcher.quoteReplacement(
                        property(limit.group(1)).map(name -> "'" + name + "'").orElse(limit.group(1))));
        return new InvalidRedisPropertyException(property.get(), explained, refused);
    }

    private static Optional<String> property(String option) {
        return PropertyMappings.ALL.stream()
                .filter(mapping -> mapping.optionName().equals(option))
                .map(PropertyMapping::fullName)
                .findFirst();
    }
}
