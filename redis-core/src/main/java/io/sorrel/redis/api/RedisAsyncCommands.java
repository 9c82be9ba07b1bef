package io.sorrel.redis.api;

/**
 * Every command as a method that returns a future of its reply. Thread-safe; a future that fails does so with a
 * {@link io.sorrel.redis.error.RedisException}, whose outcome says whether the command ran.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public interface RedisAsyncCommands<K, V>
        extends AsyncScanCommands<K, V>,
                BitmapAsyncCommands<K, V>,
                BlockingListAsyncCommands<K, V>,
                BloomAsyncCommands<K, V>,
                ClientAsyncCommands<K, V>,
                CommandInfoAsyncCommands<K, V>,
                CommandLogAsyncCommands<K, V>,
                ConfigAsyncCommands<K, V>,
                ConnectionAsyncCommands<K, V>,
                CountMinAsyncCommands<K, V>,
                CounterAsyncCommands<K, V>,
                CuckooAsyncCommands<K, V>,
                DebugAsyncCommands<K, V>,
                ExpiryAsyncCommands<K, V>,
                FunctionAsyncCommands<K, V>,
                GeoAsyncCommands<K, V>,
                GeoRadiusAsyncCommands<K, V>,
                HashAsyncCommands<K, V>,
                HashExpiryAsyncCommands<K, V>,
                HyperLogLogAsyncCommands<K, V>,
                JsonArrayAsyncCommands<K, V>,
                JsonAsyncCommands<K, V>,
                KeyAsyncCommands<K, V>,
                LatencyAsyncCommands<K, V>,
                ListAsyncCommands<K, V>,
                MemoryAsyncCommands<K, V>,
                ModuleAsyncCommands<K, V>,
                PersistenceAsyncCommands<K, V>,
                PubSubAsyncCommands<K, V>,
                ReplicationAsyncCommands<K, V>,
                ScriptAsyncCommands<K, V>,
                ServerAsyncCommands<K, V>,
                SetAlgebraAsyncCommands<K, V>,
                SetAsyncCommands<K, V>,
                SortedSetAlgebraAsyncCommands<K, V>,
                SortedSetAsyncCommands<K, V>,
                SortedSetOldRangeAsyncCommands<K, V>,
                SortedSetPopAsyncCommands<K, V>,
                SortedSetRangeAsyncCommands<K, V>,
                SortedSetStoreAsyncCommands<K, V>,
                StringAsyncCommands<K, V>,
                TDigestAsyncCommands<K, V>,
                TimeRangeAsyncCommands<K, V>,
                TimeSampleAsyncCommands<K, V>,
                TimeSeriesAsyncCommands<K, V>,
                TopKAsyncCommands<K, V>,
                TransactionAsyncCommands<K, V>,
                VectorSetAsyncCommands<K, V>,
                VectorSimilarityAsyncCommands<K, V> {}
