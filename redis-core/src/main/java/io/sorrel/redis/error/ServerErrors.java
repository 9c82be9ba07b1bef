package io.sorrel.redis.error;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The one translator from the text of an error reply to an exception. */
public final class ServerErrors {
    private static final Map<String, BiFunction<ErrorReply, ErrorContext, RedisServerException>> BY_CODE =
            Map.ofEntries(
                    Map.entry("ASK", ServerErrors::ask),
                    Map.entry("BUSY", ScriptBusyException::new),
                    Map.entry("BUSYGROUP", BusyGroupException::new),
                    Map.entry("BUSYKEY", BusyKeyException::new),
                    Map.entry("CLUSTERDOWN", ClusterDownException::new),
                    Map.entry("CROSSSLOT", CrossSlotException::new),
                    Map.entry("DENIED", ProtectedModeException::new),
                    Map.entry("ERR", ServerErrors::byText),
                    Map.entry("EXECABORT", ExecAbortException::new),
                    Map.entry("INPROG", FailoverInProgressException::new),
                    Map.entry("IOERR", MigrateIoException::new),
                    Map.entry("LOADING", ServerLoadingException::new),
                    Map.entry("MASTERDOWN", MasterDownException::new),
                    Map.entry("MISCONF", MisconfException::new),
                    Map.entry("MOVED", ServerErrors::moved),
                    Map.entry("NOAUTH", RedisAuthenticationException::new),
                    Map.entry("NOGROUP", NoGroupException::new),
                    Map.entry("NOMASTERLINK", NoMasterLinkException::new),
                    Map.entry("NOPERM", NoPermissionException::new),
                    Map.entry("NOPROTO", NoProtoException::new),
                    Map.entry("NOREPLICAS", NoReplicasException::new),
                    Map.entry("NOSCRIPT", NoScriptException::new),
                    Map.entry("NOTBUSY", NotBusyException::new),
                    Map.entry("OOM", RedisOutOfMemoryException::new),
                    Map.entry("READONLY", ReadOnlyException::new),
                    Map.entry("TRYAGAIN", TryAgainException::new),
                    Map.entry("UNBLOCKED", UnblockedException::new),
                    Map.entry("UNKILLABLE", UnkillableException::new),
                    Map.entry("WRONGPASS", RedisAuthenticationException::new),
                    Map.entry("WRONGTYPE", WrongTypeException::new));

    private static final Map<String, BiFunction<ErrorReply, ErrorContext, RedisServerException>> BY_TEXT = byText();

    private ServerErrors() {}

    /**
     * The exception for an error reply.
     *
     * @param errorText the reply without its type byte and line end, such as {@code WRONGTYPE Operation against…}; it may
     *     be of any length and content
     * @param context the command and endpoint, as far as known
     */
    public static RedisServerException translate(String errorText, ErrorContext context) {
        return of(ErrorReply.parse(errorText), context);
    }

    static RedisServerException of(ErrorReply reply, ErrorContext context) {
        return BY_CODE.getOrDefault(reply.code(), RedisServerException::new).apply(reply, context);
    }

    /**
     * The same error for another caller whose command it also stands in the way of, with the first one suppressed in it.
     * It keeps type, reason and context, since it answers the command that was refused rather than the one that waits.
     *
     * @param missing what is filled in where the first one knows no command or endpoint
     */
    public static RedisServerException again(RedisServerException original, ErrorContext missing) {
        ErrorContext context = new ErrorContext(original.endpoint(), original.command());
        RedisServerException same = of(original.reply(), context.orElse(missing));
        same.addSuppressed(original);
        return same;
    }

    private static RedisServerException byText(ErrorReply reply, ErrorContext context) {
        String text = reply.message().toLowerCase(Locale.ROOT);
        for (var entry : BY_TEXT.entrySet()) {
            if (text.startsWith(entry.getKey())) {
                return entry.getValue().apply(reply, context);
            }
        }
        return new RedisServerException(reply, context);
    }

    private static Map<String, BiFunction<ErrorReply, ErrorContext, RedisServerException>> byText() {
        Map<String, BiFunction<ErrorReply, ErrorContext, RedisServerException>> texts = new LinkedHashMap<>();
        texts.put("max number of clients", MaxClientsException::new);
        texts.put("protocol error", ProtocolRejectedException::new);
        texts.put("invalid password", RedisAuthenticationException::new);
        texts.put("client sent auth, but no password is set", RedisAuthenticationException::new);
        texts.put("auth <password> called without any password configured", RedisAuthenticationException::new);
        texts.put("operation not permitted", RedisAuthenticationException::new);
        texts.put("wrong number of arguments for 'auth' command", AuthenticationArgumentsException::new);
        texts.put("unknown command", UnknownCommandException::new);
        texts.put("unknown subcommand", UnknownCommandException::new);
        texts.put("error loading the extension", ModuleException::new);
        texts.put("error unloading module", ModuleException::new);
        texts.put("problem with ldap service", ExternalAuthProviderException::new);
        texts.put("no such fieldset", NoSuchFieldsetException::new);
        return texts;
    }

    private static RedisServerException moved(ErrorReply reply, ErrorContext context) {
        RedirectTarget target = RedirectTarget.parse(reply.message());
        return target == null ? new RedisServerException(reply, context) : new MovedException(reply, target, context);
    }

    private static RedisServerException ask(ErrorReply reply, ErrorContext context) {
        RedirectTarget target = RedirectTarget.parse(reply.message());
        return target == null ? new RedisServerException(reply, context) : new AskException(reply, target, context);
    }
}
