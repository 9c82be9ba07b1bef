package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ACL SETUSER changes about a user: rules that the server applies one after the other, all or none. A user that
 * does not exist starts disabled, without password and without permissions. Immutable.
 */
public final class AclRules implements CommandArgs {
    private static final AclRules UNCHANGED = new AclRules(null, command -> {});
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final @Nullable AclRules before;
    private final CommandArgs rule;

    private AclRules(@Nullable AclRules before, CommandArgs rule) {
        this.before = before;
        this.rule = rule;
    }

    /** No rule yet: a user that exists stays as it is. */
    public static AclRules unchanged() {
        return UNCHANGED;
    }

    /** The user may log in ({@code on}). */
    public AclRules enabled() {
        return and("on");
    }

    /** The user may not log in ({@code off}); connections that are logged in stay so. */
    public AclRules disabled() {
        return and("off");
    }

    /**
     * Also with this password ({@code >…}).
     *
     * @param password copied
     */
    public AclRules password(char[] password) {
        return secret('>', password);
    }

    /**
     * Not with this password ({@code <…}); the server refuses to remove one that the user does not have.
     *
     * @param password copied
     */
    public AclRules removePassword(char[] password) {
        return secret('<', password);
    }

    /**
     * Also with the password that has this hash ({@code #…}).
     *
     * @param hash SHA-256 of the password, as 64 hexadecimal digits in lower case
     */
    public AclRules passwordHash(String hash) {
        return and("#" + hash(hash));
    }

    /**
     * Not with the password that has this hash ({@code !…}).
     *
     * @param hash SHA-256 of the password, as 64 hexadecimal digits in lower case
     */
    public AclRules removePasswordHash(String hash) {
        return and("!" + hash(hash));
    }

    /** With any password, or none ({@code nopass}); those that the user has are removed. */
    public AclRules noPassword() {
        return and("nopass");
    }

    /** With no password at all, until one is added ({@code resetpass}). */
    public AclRules resetPasswords() {
        return and("resetpass");
    }

    /** Which commands the user may run, on which keys and channels. */
    public AclRules permissions(AclPermissions permissions) {
        AclRules rules = this;
        for (String each : CommandBuilder.notNull("permissions", permissions).rules()) {
            rules = rules.and(each);
        }
        return rules;
    }

    /**
     * Also what these permissions allow, of which one alone must allow all of a command (since 7.0.0). They are added
     * each time, even if the user has the same.
     *
     * @param permissions at least one rule
     */
    public AclRules selector(AclPermissions permissions) {
        if (CommandBuilder.notNull("permissions", permissions).rules().isEmpty()) {
            throw new IllegalArgumentException("permissions must have at least one rule");
        }
        return and("(" + permissions + ")");
    }

    /** Removes the permissions that {@link #selector} has added ({@code clearselectors}, since 7.0.0). */
    public AclRules clearSelectors() {
        return and("clearselectors");
    }

    /** What RESTORE gets is checked in full ({@code sanitize-payload}, since 6.2.0). */
    public AclRules sanitizePayload() {
        return and("sanitize-payload");
    }

    /** What RESTORE gets is not checked in full ({@code skip-sanitize-payload}, since 6.2.0). */
    public AclRules skipSanitizePayload() {
        return and("skip-sanitize-payload");
    }

    /** Disabled, without password and without permissions, as a new user ({@code reset}). */
    public AclRules reset() {
        return and("reset");
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (before != null) {
            before.writeTo(command);
        }
        rule.writeTo(command);
    }

    /** The text, if it is one word. */
    static String word(String name, String text) {
        if (CommandBuilder.notNull(name, text).isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(name + " must have no spaces and not be empty");
        }
        return text;
    }

    private AclRules and(String text) {
        return new AclRules(this, command -> command.text("rule", text));
    }

    private AclRules secret(char mark, char[] password) {
        int length = CommandBuilder.notNull("password", password).length;
        char[] marked = new char[length + 1];
        marked[0] = mark;
        System.arraycopy(password, 0, marked, 1, length);
        return new AclRules(this, command -> command.secret("password", marked));
    }

    private static String hash(String hash) {
        if (!HASH.matcher(CommandBuilder.notNull("hash", hash)).matches()) {
            throw new IllegalArgumentException("hash must be 64 hexadecimal digits in lower case");
        }
        return hash;
    }
}
