package io.sorrel.redis.multiplex;

/** What the threads of one shared connection have in common. */
record Parts(
        ExchangeQueue queue,
        Ledger ledger,
        InFlight inFlight,
        Completions completions,
        SharedFigures figures,
        Sweep sweep) {}
