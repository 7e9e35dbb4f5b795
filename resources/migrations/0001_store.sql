-- Portable SQL (SQLite and Postgres). Times are UTC nanoseconds; prices and money are units of 0.0001 USD;
-- quantities are units of 10^-9. Orders, fills and positions are projections of the order log.

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE watchlists (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    position BIGINT NOT NULL
);

CREATE TABLE watchlist_items (
    watchlist_id TEXT NOT NULL REFERENCES watchlists (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    symbol TEXT NOT NULL,
    PRIMARY KEY (watchlist_id, symbol)
);

CREATE TABLE film_sessions (
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    mode TEXT NOT NULL,
    account TEXT NOT NULL,
    build_id TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    events BIGINT NOT NULL,
    lost BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX film_sessions_by_start ON film_sessions (started_at);

CREATE TABLE journal_entries (
    id TEXT PRIMARY KEY,
    mode TEXT NOT NULL,
    account TEXT NOT NULL,
    symbol TEXT NOT NULL,
    underlying TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    average_entry BIGINT NOT NULL,
    average_exit BIGINT NOT NULL,
    gross_pnl BIGINT NOT NULL,
    net_pnl BIGINT NOT NULL,
    fees BIGINT NOT NULL,
    exit_reason TEXT NOT NULL,
    film_session_id TEXT NOT NULL,
    film_from BIGINT NOT NULL,
    film_to BIGINT NOT NULL,
    notes TEXT NOT NULL
);
CREATE INDEX journal_entries_by_close ON journal_entries (account, closed_at);

CREATE TABLE journal_orders (
    entry_id TEXT NOT NULL REFERENCES journal_entries (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    client_order_id TEXT NOT NULL,
    PRIMARY KEY (entry_id, position)
);

CREATE TABLE journal_tags (
    entry_id TEXT NOT NULL REFERENCES journal_entries (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (entry_id, tag)
);

CREATE TABLE markers (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    symbol TEXT NOT NULL,
    at BIGINT NOT NULL,
    price BIGINT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    journal_entry_id TEXT NOT NULL
);
CREATE INDEX markers_by_symbol ON markers (symbol, at);

CREATE TABLE orders (
    account TEXT NOT NULL,
    client_order_id TEXT NOT NULL,
    broker_order_id TEXT NOT NULL,
    intent_id TEXT NOT NULL,
    symbol TEXT NOT NULL,
    side TEXT NOT NULL,
    status TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    filled_quantity BIGINT NOT NULL,
    limit_price BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    log_seq BIGINT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (account, client_order_id)
);
CREATE INDEX orders_by_creation ON orders (account, created_at);

CREATE TABLE fills (
    account TEXT NOT NULL,
    broker_order_id TEXT NOT NULL,
    cumulative_quantity BIGINT NOT NULL,
    symbol TEXT NOT NULL,
    side TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    price BIGINT NOT NULL,
    fee BIGINT NOT NULL,
    at BIGINT NOT NULL,
    log_seq BIGINT NOT NULL,
    PRIMARY KEY (account, broker_order_id, cumulative_quantity)
);
CREATE INDEX fills_by_time ON fills (account, at);

CREATE TABLE positions (
    account TEXT NOT NULL,
    symbol TEXT NOT NULL,
    state TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    average_price BIGINT NOT NULL,
    realised_pnl BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    log_seq BIGINT NOT NULL,
    PRIMARY KEY (account, symbol)
);

CREATE TABLE projection_progress (
    account TEXT PRIMARY KEY,
    log_seq BIGINT NOT NULL
);

CREATE TABLE notifications (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    severity TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    read_at BIGINT NOT NULL
);
CREATE INDEX notifications_by_time ON notifications (at);

CREATE TABLE errors (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    message_id TEXT NOT NULL,
    message TEXT NOT NULL,
    context TEXT NOT NULL
);
CREATE INDEX errors_by_time ON errors (at);

CREATE TABLE audit_log (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
