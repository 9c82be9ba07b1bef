package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;

/** The groups of commands that modules of the server bring along. */
record ModuleGroups<K, V>(
        VectorSetDefinitions<K, V> vectorSets,
        VectorSimilarityDefinitions<K, V> vectorSimilarity,
        BloomDefinitions<K, V> bloomFilters,
        CuckooDefinitions<K, V> cuckooFilters,
        CountMinDefinitions<K, V> countMinSketches,
        TopKDefinitions<K, V> topK,
        TDigestDefinitions<K, V> tdigests,
        JsonDefinitions<K, V> json,
        JsonArrayDefinitions<K, V> jsonArrays,
        TimeSeriesDefinitions<K, V> timeSeries,
        TimeSampleDefinitions<K, V> timeSamples,
        TimeRangeDefinitions<K, V> timeRanges,
        SearchIndexDefinitions<K, V> searchIndexes,
        SearchDictionaryDefinitions<K, V> searchDictionaries,
        SearchDefinitions<K, V> search) {

    static <K, V> ModuleGroups<K, V> of(RedisCodec<K, V> codec) {
        return new ModuleGroups<>(
                new VectorSetDefinitions<>(codec),
                new VectorSimilarityDefinitions<>(codec),
                new BloomDefinitions<>(codec),
                new CuckooDefinitions<>(codec),
                new CountMinDefinitions<>(codec),
                new TopKDefinitions<>(codec),
                new TDigestDefinitions<>(codec),
                new JsonDefinitions<>(codec),
                new JsonArrayDefinitions<>(codec),
                new TimeSeriesDefinitions<>(codec),
                new TimeSampleDefinitions<>(codec),
                new TimeRangeDefinitions<>(codec),
                new SearchIndexDefinitions<>(codec),
                new SearchDictionaryDefinitions<>(codec),
                new SearchDefinitions<>(codec));
    }
}
