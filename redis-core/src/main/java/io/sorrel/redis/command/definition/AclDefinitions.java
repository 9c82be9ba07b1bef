package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.RequestPolicy.ALL_NODES;
import static io.sorrel.redis.command.ResponsePolicy.ALL_SUCCEEDED;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.AclRules;
import io.sorrel.redis.command.reply.AclDryRun;
import io.sorrel.redis.command.reply.AclLogEntry;
import io.sorrel.redis.command.reply.AclUser;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands about users and what they may do. Those that change users change them until the server ends, or until ACL
 * SAVE.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Acl", accessor = "acl")
public final class AclDefinitions<K, V> {
    private static final int MOST_BITS = 4096;
    private static final Specs SPECS = new Specs();
    private static final CommandSpec ACL_CAT = acl("CAT");
    private static final CommandSpec ACL_DELUSER =
            SPECS.add(CommandSpec.neutral("ACL DELUSER", "6.0.0").policies(ALL_NODES, ALL_SUCCEEDED));
    private static final CommandSpec ACL_DRYRUN =
            SPECS.add(CommandSpec.neutral("ACL DRYRUN", "7.0.0").idempotent());
    private static final CommandSpec ACL_GENPASS = acl("GENPASS");
    private static final CommandSpec ACL_GETUSER = acl("GETUSER");
    private static final CommandSpec ACL_HELP = acl("HELP");
    private static final CommandSpec ACL_LIST = acl("LIST");
    private static final CommandSpec ACL_LOAD = acl("LOAD");
    private static final CommandSpec ACL_LOG = acl("LOG");
    private static final CommandSpec ACL_SAVE =
            SPECS.add(CommandSpec.neutral("ACL SAVE", "6.0.0").idempotent().policies(ALL_NODES, ALL_SUCCEEDED));
    private static final CommandSpec ACL_SETUSER =
            SPECS.add(CommandSpec.neutral("ACL SETUSER", "6.0.0").policies(ALL_NODES, ALL_SUCCEEDED));
    private static final CommandSpec ACL_USERS = acl("USERS");
    private static final CommandSpec ACL_WHOAMI = acl("WHOAMI");

    private final RedisCodec<K, V> codec;

    AclDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Lists the categories of commands. Complexity: O(1). Redis command ACL CAT, since 6.0.0.
     *
     * @return their names, without {@code @}
     */
    public Command<Set<String>> aclCat() {
        return command(ACL_CAT).reply(ReplyDecoders.set(ReplyDecoders.string()));
    }

    /**
     * Lists the commands of a category. Complexity: O(1). Redis command ACL CAT, since 6.0.0.
     *
     * @param category name of the category, without {@code @}
     * @return their names in lower case
     */
    public Command<Set<String>> aclCat(String category) {
        return command(ACL_CAT).text("category", category).reply(ReplyDecoders.set(ReplyDecoders.string()));
    }

    /**
     * Deletes users and closes their connections; the user {@code default} cannot be deleted. Complexity: O(1) for
     * each user as a rule. Redis command ACL DELUSER, since 6.0.0.
     *
     * @param usernames names of the users, at least one
     * @return how many were deleted
     */
    public Command<Long> aclDelUser(String... usernames) {
        CommandBuilder<K, V> command = command(ACL_DELUSER);
        for (String username : CommandBuilder.notEmpty("usernames", usernames)) {
            command.text("a username of usernames", username);
        }
        return command.reply(ReplyDecoders.integer());
    }

    /**
     * Tells whether a user may run a command; the command does not run. Complexity: O(1). Redis command ACL DRYRUN,
     * since 7.0.0. Fails if there is no such user or command.
     *
     * @param username name of the user
     * @param command the command
     * @return whether the user may, and if not, why
     */
    public Command<AclDryRun> aclDryRun(String username, Command<?> command) {
        return command(ACL_DRYRUN)
                .text("username", username)
                .command("command", command)
                .reply(AclReplies::dryRun);
    }

    /**
     * Makes a password of 256 random bits. Complexity: O(1). Redis command ACL GENPASS, since 6.0.0.
     *
     * @return 64 hexadecimal digits
     */
    public Command<String> aclGenPass() {
        return command(ACL_GENPASS).reply(ReplyDecoders.string());
    }

    /**
     * Makes a password of random bits. Complexity: O(1). Redis command ACL GENPASS, since 6.0.0.
     *
     * @param bits how many, 1 to 4096; rounded up to a multiple of 4
     * @return a hexadecimal digit for every 4 bits
     */
    public Command<String> aclGenPass(int bits) {
        return command(ACL_GENPASS)
                .number(Arguments.between("bits", bits, 1, MOST_BITS))
                .reply(ReplyDecoders.string());
    }

    /**
     * Tells what a user may do. Complexity: O(N) in the number of the user's rules. Redis command ACL GETUSER, since
     * 6.0.0.
     *
     * @param username name of the user
     * @return the user, or null if there is none of that name
     */
    public Command<@Nullable AclUser> aclGetUser(String username) {
        return command(ACL_GETUSER).text("username", username).reply(ReplyDecoders.nullable(AclReplies::user));
    }

    /**
     * Lists the subcommands of ACL. Complexity: O(1). Redis command ACL HELP, since 6.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> aclHelp() {
        return command(ACL_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Lists all users as they stand in a file. Complexity: O(N) in their number. Redis command ACL LIST, since 6.0.0.
     *
     * @return a line for each user, such as {@code user default on nopass ~* &* +@all}
     */
    public Command<List<String>> aclList() {
        return command(ACL_LIST).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Replaces all users by those of the file, if all of it is right; connections of users that are deleted or changed
     * are closed. Complexity: O(N) in the number of users. Redis command ACL LOAD, since 6.0.0. Fails if the server has
     * no such file.
     */
    public Command<@Nullable Void> aclLoad() {
        return command(ACL_LOAD).reply(ReplyDecoders.ok());
    }

    /**
     * Tells what users were refused, the latest 10 times. Complexity: O(N) in their number. Redis command ACL LOG,
     * since 6.0.0.
     *
     * @return the entries, the latest first
     */
    public Command<List<AclLogEntry>> aclLog() {
        return command(ACL_LOG).reply(ReplyDecoders.list(AclReplies::logEntry));
    }

    /**
     * Tells what users were refused. Complexity: O(N) in the number of entries. Redis command ACL LOG, since 6.0.0.
     *
     * @param count how many entries at most, not negative
     * @return the entries, the latest first
     */
    public Command<List<AclLogEntry>> aclLog(long count) {
        return command(ACL_LOG)
                .number(Arguments.notNegative("count", count))
                .reply(ReplyDecoders.list(AclReplies::logEntry));
    }

    /** Forgets what users were refused. Complexity: O(1). Redis command ACL LOG with RESET, since 6.0.0. */
    public Command<@Nullable Void> aclLogReset() {
        return command(ACL_LOG).word("RESET").reply(ReplyDecoders.ok());
    }

    /**
     * Writes all users into the file. Complexity: O(N) in their number. Redis command ACL SAVE, since 6.0.0. Fails if
     * the server has no such file.
     */
    public Command<@Nullable Void> aclSave() {
        return command(ACL_SAVE).reply(ReplyDecoders.ok());
    }

    /**
     * Makes a user, without password and without permissions, or leaves one that exists as it is. Complexity: O(1).
     * Redis command ACL SETUSER, since 6.0.0.
     *
     * @param username name of the user, without spaces
     */
    public Command<@Nullable Void> aclSetUser(String username) {
        return aclSetUser(username, AclRules.unchanged());
    }

    /**
     * Makes or changes a user. Complexity: O(N) in the number of rules. Redis command ACL SETUSER, since 6.0.0. Fails
     * and changes nothing if one of the rules is wrong.
     *
     * @param username name of the user, without spaces
     * @param rules what changes
     */
    public Command<@Nullable Void> aclSetUser(String username, AclRules rules) {
        return command(ACL_SETUSER)
                .text("username", username)
                .args("rules", rules)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Names all users. Complexity: O(N) in their number. Redis command ACL USERS, since 6.0.0.
     *
     * @return their names
     */
    public Command<Set<String>> aclUsers() {
        return command(ACL_USERS).reply(ReplyDecoders.set(ReplyDecoders.string()));
    }

    /**
     * Names the user that the connection is logged in as. Complexity: O(1). Redis command ACL WHOAMI, since 6.0.0.
     *
     * @return name of the user
     */
    public Command<String> aclWhoAmI() {
        return command(ACL_WHOAMI).reply(ReplyDecoders.string());
    }

    private static CommandSpec acl(String subcommand) {
        return SPECS.add(CommandSpec.neutral("ACL " + subcommand, "6.0.0").idempotent());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
