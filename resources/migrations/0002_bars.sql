-- Bars that are final, and which spans of time are known completely: a minute within a covered span that has
-- no bar had no trade. Times are UTC nanoseconds, spans are half-open, prices are units of 0.0001 USD.

CREATE TABLE bar_origin (
    origin TEXT PRIMARY KEY
);

CREATE TABLE bar_series (
    id BIGINT PRIMARY KEY,
    symbol TEXT NOT NULL,
    frame TEXT NOT NULL,
    feed TEXT NOT NULL,
    adjustment TEXT NOT NULL,
    bar_count BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    UNIQUE (symbol, frame, feed, adjustment)
);

CREATE TABLE bars (
    series_id BIGINT NOT NULL REFERENCES bar_series (id) ON DELETE CASCADE,
    start_at BIGINT NOT NULL,
    open_price BIGINT NOT NULL,
    high_price BIGINT NOT NULL,
    low_price BIGINT NOT NULL,
    close_price BIGINT NOT NULL,
    volume BIGINT NOT NULL,
    trade_count BIGINT NOT NULL,
    vwap BIGINT NOT NULL,
    PRIMARY KEY (series_id, start_at)
);

CREATE TABLE bar_coverage (
    series_id BIGINT NOT NULL REFERENCES bar_series (id) ON DELETE CASCADE,
    from_time BIGINT NOT NULL,
    to_time BIGINT NOT NULL,
    PRIMARY KEY (series_id, from_time)
);
