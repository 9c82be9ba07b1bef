package io.sorrel.redis.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/** What groups share: one name space of facades, and one of methods, because one interface inherits all of them. */
final class Uniqueness {
    private final Map<String, String> groupByStem = new HashMap<>();
    private final Map<String, String> groupBySignature = new HashMap<>();

    /** The group without the methods that another group, or an earlier overload, already has; empty if its name is. */
    Optional<GroupModel> admit(GroupModel group, Types types, Problems problems) {
        TypeElement definition = group.definition();
        String name = definition.getQualifiedName().toString();
        String earlier = groupByStem.putIfAbsent(group.stem(), name);
        if (earlier != null) {
            problems.report(
                    definition, "The group name " + group.stem() + " is taken by " + earlier + ": choose another one.");
            return Optional.empty();
        }
        List<MethodModel> admitted = new ArrayList<>();
        for (MethodModel method : group.methods()) {
            String signature = method.signature(types);
            String owner = groupBySignature.putIfAbsent(signature, name);
            if (owner == null) {
                admitted.add(method);
            } else {
                problems.report(
                        method.element(),
                        "The facades of all groups meet in one interface, where " + signature + " is taken by " + owner
                                + ": give this command another name or other parameters.");
            }
        }
        return Optional.of(group.withMethods(admitted));
    }
}
