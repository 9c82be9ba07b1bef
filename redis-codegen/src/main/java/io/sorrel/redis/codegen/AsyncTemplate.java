package io.sorrel.redis.codegen;

import java.util.Optional;

/** Methods that return at once, with a future of the reply. */
final class AsyncTemplate implements FacadeTemplate {

    @Override
    public String typeName(String stem) {
        return stem + "AsyncCommands";
    }

    @Override
    public String hook() {
        return "AsyncCommandFacade";
    }

    @Override
    public String returnType(MethodModel.Reply reply, TypeRenderer types) {
        String future = types.nameOf("java.util.concurrent", "CompletableFuture");
        if (reply.nothing()) {
            return future + "<@" + types.nameOf("org.jspecify.annotations", "Nullable") + " Void>";
        }
        return future + "<" + types.render(reply.type()) + ">";
    }

    @Override
    public Optional<String> returnDoc(MethodModel.Reply reply, Optional<String> written) {
        if (reply.nothing()) {
            return Optional.of("a future that completes when the server has confirmed the command");
        }
        return Optional.of("a future that completes with " + written.orElse("the reply"));
    }
}
