-- Pictures of the charts at a trade's entry and exit. They are taken while the trade is open, so they name the
-- trade and not its journal row, which comes later under the same id. Files are named below the pictures folder.

CREATE TABLE screenshots (
    id TEXT PRIMARY KEY,
    trade_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    event TEXT NOT NULL,
    chart TEXT NOT NULL,
    file TEXT NOT NULL
);
CREATE INDEX screenshots_by_trade ON screenshots (trade_id, at);
