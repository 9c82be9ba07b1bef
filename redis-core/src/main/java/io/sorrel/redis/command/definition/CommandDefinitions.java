package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import java.util.List;

/**
 * Every command, group by group: each method returns a command that has not been run. Immutable and thread-safe.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public final class CommandDefinitions<K, V> {
    private final RedisCodec<K, V> codec;
    private final BitmapDefinitions<K, V> bitmaps;
    private final BlockingListDefinitions<K, V> blockingLists;
    private final ClientDefinitions<K, V> clients;
    private final ConnectionDefinitions<K, V> connection;
    private final CounterDefinitions<K, V> counters;
    private final FunctionDefinitions<K, V> functions;
    private final GeoDefinitions<K, V> geo;
    private final GeoRadiusDefinitions<K, V> geoRadius;
    private final HashExpiryDefinitions<K, V> hashExpiry;
    private final HashDefinitions<K, V> hashes;
    private final HyperLogLogDefinitions<K, V> hyperLogLogs;
    private final ListDefinitions<K, V> lists;
    private final PubSubDefinitions<K, V> pubSub;
    private final ScriptDefinitions<K, V> scripts;
    private final SetAlgebraDefinitions<K, V> setAlgebra;
    private final SetDefinitions<K, V> sets;
    private final SortedSetAlgebraDefinitions<K, V> sortedSetAlgebra;
    private final SortedSetOldRangeDefinitions<K, V> sortedSetOldRanges;
    private final SortedSetPopDefinitions<K, V> sortedSetPops;
    private final SortedSetRangeDefinitions<K, V> sortedSetRanges;
    private final SortedSetStoreDefinitions<K, V> sortedSetStores;
    private final SortedSetDefinitions<K, V> sortedSets;
    private final CommandInfoDefinitions<K, V> commandInfo;
    private final CommandLogDefinitions<K, V> commandLog;
    private final ConfigDefinitions<K, V> config;
    private final DebugDefinitions<K, V> debug;
    private final LatencyDefinitions<K, V> latency;
    private final MemoryDefinitions<K, V> memory;
    private final ModuleDefinitions<K, V> modules;
    private final PersistenceDefinitions<K, V> persistence;
    private final ReplicationDefinitions<K, V> replication;
    private final ServerDefinitions<K, V> server;
    private final StreamGroupDefinitions<K, V> streamGroups;
    private final StreamInfoDefinitions<K, V> streamInfo;
    private final StreamPendingDefinitions<K, V> streamPending;
    private final StreamDefinitions<K, V> streams;
    private final AclDefinitions<K, V> acl;
    private final ClusterDefinitions<K, V> cluster;
    private final ClusterAdminDefinitions<K, V> clusterAdmin;
    private final StringDefinitions<K, V> strings;
    private final ExpiryDefinitions<K, V> expiry;
    private final KeyDefinitions<K, V> keys;
    private final TransactionDefinitions<K, V> transactions;
    private final ModuleGroups<K, V> moduleGroups;

    /** The commands whose keys and values are encoded by this codec. */
    public CommandDefinitions(RedisCodec<K, V> codec) {
        this.codec = CommandBuilder.notNull("codec", codec);
        this.bitmaps = new BitmapDefinitions<>(codec);
        this.blockingLists = new BlockingListDefinitions<>(codec);
        this.clients = new ClientDefinitions<>(codec);
        this.connection = new ConnectionDefinitions<>(codec);
        this.counters = new CounterDefinitions<>(codec);
        this.functions = new FunctionDefinitions<>(codec);
        this.geo = new GeoDefinitions<>(codec);
        this.geoRadius = new GeoRadiusDefinitions<>(codec);
        this.hashExpiry = new HashExpiryDefinitions<>(codec);
        this.hashes = new HashDefinitions<>(codec);
        this.hyperLogLogs = new HyperLogLogDefinitions<>(codec);
        this.lists = new ListDefinitions<>(codec);
        this.pubSub = new PubSubDefinitions<>(codec);
        this.scripts = new ScriptDefinitions<>(codec);
        this.setAlgebra = new SetAlgebraDefinitions<>(codec);
        this.sets = new SetDefinitions<>(codec);
        this.sortedSetAlgebra = new SortedSetAlgebraDefinitions<>(codec);
        this.sortedSetOldRanges = new SortedSetOldRangeDefinitions<>(codec);
        this.sortedSetPops = new SortedSetPopDefinitions<>(codec);
        this.sortedSetRanges = new SortedSetRangeDefinitions<>(codec);
        this.sortedSetStores = new SortedSetStoreDefinitions<>(codec);
        this.sortedSets = new SortedSetDefinitions<>(codec);
        this.commandInfo = new CommandInfoDefinitions<>(codec);
        this.commandLog = new CommandLogDefinitions<>(codec);
        this.config = new ConfigDefinitions<>(codec);
        this.debug = new DebugDefinitions<>(codec);
        this.latency = new LatencyDefinitions<>(codec);
        this.memory = new MemoryDefinitions<>(codec);
        this.modules = new ModuleDefinitions<>(codec);
        this.persistence = new PersistenceDefinitions<>(codec);
        this.replication = new ReplicationDefinitions<>(codec);
        this.server = new ServerDefinitions<>(codec);
        this.streamGroups = new StreamGroupDefinitions<>(codec);
        this.streamInfo = new StreamInfoDefinitions<>(codec);
        this.streamPending = new StreamPendingDefinitions<>(codec);
        this.streams = new StreamDefinitions<>(codec);
        this.acl = new AclDefinitions<>(codec);
        this.cluster = new ClusterDefinitions<>(codec);
        this.clusterAdmin = new ClusterAdminDefinitions<>(codec);
        this.strings = new StringDefinitions<>(codec);
        this.expiry = new ExpiryDefinitions<>(codec);
        this.keys = new KeyDefinitions<>(codec);
        this.transactions = new TransactionDefinitions<>(codec);
        this.moduleGroups = ModuleGroups.of(codec);
    }

    /** How keys and values are encoded. */
    public RedisCodec<K, V> codec() {
        return codec;
    }

    /** What is known of every command that has a definition, in the order of the groups. */
    public static List<CommandSpec> specs() {
        return KnownCommands.DEFINED;
    }

    /** Commands on the bits of strings: SETBIT, BITCOUNT, BITFIELD, BITOP… */
    public BitmapDefinitions<K, V> bitmaps() {
        return bitmaps;
    }

    /** Commands on lists that wait for an element: BLPOP, BLMOVE, BLMPOP… */
    public BlockingListDefinitions<K, V> blockingLists() {
        return blockingLists;
    }

    /** Commands about the server's clients: CLIENT LIST, CLIENT KILL, CLIENT TRACKING… */
    public ClientDefinitions<K, V> clients() {
        return clients;
    }

    /** Commands about the connection: AUTH, HELLO, PING, SELECT… */
    public ConnectionDefinitions<K, V> connection() {
        return connection;
    }

    /** Commands on strings that are numbers: INCR, DECRBY, INCRBYFLOAT… */
    public CounterDefinitions<K, V> counters() {
        return counters;
    }

    /** Commands that call functions, and about their libraries: FCALL, FUNCTION LOAD, FUNCTION LIST… */
    public FunctionDefinitions<K, V> functions() {
        return functions;
    }

    /** Commands on positions on the earth: GEOADD, GEOPOS, GEOSEARCH… */
    public GeoDefinitions<K, V> geo() {
        return geo;
    }

    /** Older searches for positions: GEORADIUS, GEORADIUSBYMEMBER… */
    public GeoRadiusDefinitions<K, V> geoRadius() {
        return geoRadius;
    }

    /** Commands on the expiry of single fields of hashes: HEXPIRE, HTTL, HSETEX… */
    public HashExpiryDefinitions<K, V> hashExpiry() {
        return hashExpiry;
    }

    /** Commands on hashes: HSET, HGET, HGETALL, HSCAN… */
    public HashDefinitions<K, V> hashes() {
        return hashes;
    }

    /** Commands on HyperLogLogs, which estimate how many different values there are: PFADD, PFCOUNT, PFMERGE… */
    public HyperLogLogDefinitions<K, V> hyperLogLogs() {
        return hyperLogLogs;
    }

    /** Commands on lists: LPUSH, RPOP, LRANGE, LMOVE… */
    public ListDefinitions<K, V> lists() {
        return lists;
    }

    /** Commands that publish messages and tell who listens: PUBLISH, PUBSUB NUMSUB… */
    public PubSubDefinitions<K, V> pubSub() {
        return pubSub;
    }

    /** Commands that run scripts, and about the scripts that the server knows: EVAL, EVALSHA, SCRIPT LOAD… */
    public ScriptDefinitions<K, V> scripts() {
        return scripts;
    }

    /** Commands that combine several sets: SDIFF, SINTER, SUNION… */
    public SetAlgebraDefinitions<K, V> setAlgebra() {
        return setAlgebra;
    }

    /** Commands on the members of a set: SADD, SISMEMBER, SPOP, SSCAN… */
    public SetDefinitions<K, V> sets() {
        return sets;
    }

    /** Unions, intersections and differences of sorted sets: ZUNION, ZINTER, ZDIFF… */
    public SortedSetAlgebraDefinitions<K, V> sortedSetAlgebra() {
        return sortedSetAlgebra;
    }

    /** Older commands on ranges of sorted sets: ZRANGEBYSCORE, ZREVRANGE… */
    public SortedSetOldRangeDefinitions<K, V> sortedSetOldRanges() {
        return sortedSetOldRanges;
    }

    /** Commands that take members out of sorted sets: ZPOPMIN, BZPOPMAX, ZMPOP… */
    public SortedSetPopDefinitions<K, V> sortedSetPops() {
        return sortedSetPops;
    }

    /** Commands on ranges of sorted sets: ZRANGE, ZCOUNT, ZREMRANGEBYSCORE… */
    public SortedSetRangeDefinitions<K, V> sortedSetRanges() {
        return sortedSetRanges;
    }

    /** Commands that store what they read from sorted sets: ZRANGESTORE, ZUNIONSTORE… */
    public SortedSetStoreDefinitions<K, V> sortedSetStores() {
        return sortedSetStores;
    }

    /** Commands on single members of sorted sets: ZADD, ZSCORE, ZRANK, ZSCAN… */
    public SortedSetDefinitions<K, V> sortedSets() {
        return sortedSets;
    }

    /** Commands about the server's commands: COMMAND DOCS, COMMAND GETKEYS… */
    public CommandInfoDefinitions<K, V> commandInfo() {
        return commandInfo;
    }

    /** Commands about the logs of remarkable commands: SLOWLOG GET, COMMANDLOG GET… */
    public CommandLogDefinitions<K, V> commandLog() {
        return commandLog;
    }

    /** Commands about the server's configuration: CONFIG GET, CONFIG SET… */
    public ConfigDefinitions<K, V> config() {
        return config;
    }

    /** Commands for tests of the server: DEBUG OBJECT, DEBUG SLEEP… */
    public DebugDefinitions<K, V> debug() {
        return debug;
    }

    /** Commands about what takes the server long: LATENCY LATEST, LATENCY HISTOGRAM… */
    public LatencyDefinitions<K, V> latency() {
        return latency;
    }

    /** Commands about the server's memory: MEMORY STATS, MEMORY USAGE… */
    public MemoryDefinitions<K, V> memory() {
        return memory;
    }

    /** Commands about the server's modules: MODULE LIST, MODULE LOAD… */
    public ModuleDefinitions<K, V> modules() {
        return modules;
    }

    /** Commands that write the data to disk: SAVE, BGSAVE, LASTSAVE… */
    public PersistenceDefinitions<K, V> persistence() {
        return persistence;
    }

    /** Commands about primaries and replicas: ROLE, REPLICAOF, FAILOVER… */
    public ReplicationDefinitions<K, V> replication() {
        return replication;
    }

    /** Commands about the server and its databases: INFO, DBSIZE, FLUSHALL, SHUTDOWN… */
    public ServerDefinitions<K, V> server() {
        return server;
    }

    /** Commands on groups of consumers of streams: XGROUP CREATE, XREADGROUP, XACK… */
    public StreamGroupDefinitions<K, V> streamGroups() {
        return streamGroups;
    }

    /** Commands about streams: XINFO STREAM, XINFO GROUPS… */
    public StreamInfoDefinitions<K, V> streamInfo() {
        return streamInfo;
    }

    /** Commands on entries that are not acknowledged: XPENDING, XCLAIM, XAUTOCLAIM… */
    public StreamPendingDefinitions<K, V> streamPending() {
        return streamPending;
    }

    /** Commands on streams: XADD, XRANGE, XREAD, XTRIM… */
    public StreamDefinitions<K, V> streams() {
        return streams;
    }

    /** Commands about users and what they may do: ACL SETUSER, ACL GETUSER, ACL LOG… */
    public AclDefinitions<K, V> acl() {
        return acl;
    }

    /** Commands that tell about a cluster: CLUSTER SLOTS, CLUSTER NODES, READONLY… */
    public ClusterDefinitions<K, V> cluster() {
        return cluster;
    }

    /** Commands that change a cluster: CLUSTER MEET, CLUSTER SETSLOT, CLUSTER FAILOVER… */
    public ClusterAdminDefinitions<K, V> clusterAdmin() {
        return clusterAdmin;
    }

    /** Commands on strings: GET, SET, MGET, APPEND, LCS… */
    public StringDefinitions<K, V> strings() {
        return strings;
    }

    /** Commands about the expiry of keys: EXPIRE, TTL, PERSIST… */
    public ExpiryDefinitions<K, V> expiry() {
        return expiry;
    }

    /** Commands about keys, whatever their type: DEL, EXISTS, RENAME, SCAN, SORT… */
    public KeyDefinitions<K, V> keys() {
        return keys;
    }

    /** The words of transactions, for sessions only: MULTI, EXEC, WATCH… */
    public TransactionDefinitions<K, V> transactions() {
        return transactions;
    }

    /** Commands on vector sets: VADD, VCARD, VEMB, VLINKS… */
    public VectorSetDefinitions<K, V> vectorSets() {
        return moduleGroups.vectorSets();
    }

    /** Searches in vector sets: VSIM. */
    public VectorSimilarityDefinitions<K, V> vectorSimilarity() {
        return moduleGroups.vectorSimilarity();
    }

    /** Commands on Bloom filters: BF.ADD, BF.EXISTS, BF.RESERVE… */
    public BloomDefinitions<K, V> bloomFilters() {
        return moduleGroups.bloomFilters();
    }

    /** Commands on cuckoo filters: CF.ADD, CF.DEL, CF.EXISTS… */
    public CuckooDefinitions<K, V> cuckooFilters() {
        return moduleGroups.cuckooFilters();
    }

    /** Commands on count-min sketches: CMS.INCRBY, CMS.QUERY… */
    public CountMinDefinitions<K, V> countMinSketches() {
        return moduleGroups.countMinSketches();
    }

    /** Commands on lists of the most frequent items: TOPK.ADD, TOPK.LIST… */
    public TopKDefinitions<K, V> topK() {
        return moduleGroups.topK();
    }

    /** Commands on t-digests: TDIGEST.ADD, TDIGEST.QUANTILE… */
    public TDigestDefinitions<K, V> tdigests() {
        return moduleGroups.tdigests();
    }

    /** Commands on JSON documents: JSON.GET, JSON.SET, JSON.MERGE… */
    public JsonDefinitions<K, V> json() {
        return moduleGroups.json();
    }

    /** Commands on the arrays in JSON documents: JSON.ARRAPPEND, JSON.ARRPOP… */
    public JsonArrayDefinitions<K, V> jsonArrays() {
        return moduleGroups.jsonArrays();
    }

    /** Commands on time series as a whole: TS.CREATE, TS.CREATERULE, TS.INFO, TS.QUERYINDEX… */
    public TimeSeriesDefinitions<K, V> timeSeries() {
        return moduleGroups.timeSeries();
    }

    /** Commands on samples of time series: TS.ADD, TS.GET, TS.INCRBY, TS.MADD… */
    public TimeSampleDefinitions<K, V> timeSamples() {
        return moduleGroups.timeSamples();
    }

    /** Commands on ranges of time series: TS.RANGE, TS.MRANGE, TS.NRANGE… */
    public TimeRangeDefinitions<K, V> timeRanges() {
        return moduleGroups.timeRanges();
    }

    /** Commands on indexes of documents: FT.CREATE, FT.INFO, FT.DROPINDEX… */
    public SearchIndexDefinitions<K, V> searchIndexes() {
        return moduleGroups.searchIndexes();
    }

    /** Commands on dictionaries and suggestions: FT.SPELLCHECK, FT.SUGADD, FT.SUGGET… */
    public SearchDictionaryDefinitions<K, V> searchDictionaries() {
        return moduleGroups.searchDictionaries();
    }

    /** Queries of indexes: FT.SEARCH, FT.AGGREGATE, FT.HYBRID… */
    public SearchDefinitions<K, V> search() {
        return moduleGroups.search();
    }

    /**
     * Starts any command by its name, also one that has no method here. A command that is known keeps its spec; one
     * that is not known counts as a write that must not be repeated, with keys at unknown positions.
     *
     * @param name words of the command's name, such as {@code "OBJECT ENCODING"}, in any case; arguments are added to
     *     the builder
     * @throws IllegalArgumentException when the name is only the first word of a command's name, or has an argument
     */
    public CommandBuilder<K, V> raw(String name) {
        CommandSpec spec = KnownCommands.spec(name);
        CommandBuilder<K, V> builder = new CommandBuilder<>(spec, codec).decodedByCaller();
        return spec.isBlocking() ? builder.mayBlock() : builder;
    }
}
