package io.sorrel.redis.codegen;

import java.util.Optional;

/** Methods that wait for the reply and return it. */
final class SyncTemplate implements FacadeTemplate {

    @Override
    public String typeName(String stem) {
        return stem + "Commands";
    }

    @Override
    public String hook() {
        return "CommandFacade";
    }

    @Override
    public String returnType(MethodModel.Reply reply, TypeRenderer types) {
        if (reply.nothing()) {
            return "void";
        }
        return reply.primitive().orElseGet(() -> types.render(reply.type()));
    }

    @Override
    public Optional<String> returnDoc(MethodModel.Reply reply, Optional<String> written) {
        return reply.nothing() ? Optional.empty() : written;
    }
}
