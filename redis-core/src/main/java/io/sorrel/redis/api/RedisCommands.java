package io.sorrel.redis.api;

/**
 * Every command as a method that waits for its reply. Thread-safe; each method throws a
 * {@link io.sorrel.redis.error.RedisException} when it fails, whose outcome says whether the command ran.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public interface RedisCommands<K, V>
        extends BitmapCommands<K, V>,
                BlockingListCommands<K, V>,
                BloomCommands<K, V>,
                ClientCommands<K, V>,
                CommandInfoCommands<K, V>,
                CommandLogCommands<K, V>,
                ConfigCommands<K, V>,
                ConnectionCommands<K, V>,
                CountMinCommands<K, V>,
                CounterCommands<K, V>,
                CuckooCommands<K, V>,
                DebugCommands<K, V>,
                ExpiryCommands<K, V>,
                FunctionCommands<K, V>,
                GeoCommands<K, V>,
                GeoRadiusCommands<K, V>,
                HashCommands<K, V>,
                HashExpiryCommands<K, V>,
                HyperLogLogCommands<K, V>,
                JsonArrayCommands<K, V>,
                JsonCommands<K, V>,
                KeyCommands<K, V>,
                LatencyCommands<K, V>,
                ListCommands<K, V>,
                MemoryCommands<K, V>,
                ModuleCommands<K, V>,
                PersistenceCommands<K, V>,
                PubSubCommands<K, V>,
                ReplicationCommands<K, V>,
                ScanCommands<K, V>,
                ScriptCommands<K, V>,
                ServerCommands<K, V>,
                SetAlgebraCommands<K, V>,
                SetCommands<K, V>,
                SortedSetAlgebraCommands<K, V>,
                SortedSetCommands<K, V>,
                SortedSetOldRangeCommands<K, V>,
                SortedSetPopCommands<K, V>,
                SortedSetRangeCommands<K, V>,
                SortedSetStoreCommands<K, V>,
                StringCommands<K, V>,
                TDigestCommands<K, V>,
                TimeRangeCommands<K, V>,
                TimeSampleCommands<K, V>,
                TimeSeriesCommands<K, V>,
                TopKCommands<K, V>,
                TransactionCommands<K, V>,
                VectorSetCommands<K, V>,
                VectorSimilarityCommands<K, V> {}
