// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/bar_repository.h"

#include "core/io/store/repository_support.h"

#include <algorithm>
#include <utility>

namespace strikedesk::store {

namespace {

std::string frameText(market::BaseFrame frame) { return frame == market::BaseFrame::Day ? "day" : "minute"; }

std::string adjustmentText(market::Adjustment adjustment) {
    return adjustment == market::Adjustment::Split ? "split" : "raw";
}

std::vector<Value> keyValues(const market::BaseKey& key) {
    return {key.symbol.text(), frameText(key.frame), key.feed, adjustmentText(key.adjustment)};
}

Error damaged(std::string what) {
    return Error{ErrorKind::Storage,
                 "store.damaged",
                 "The stored bars are damaged. They are loaded again from the data server.",
                 {},
                 std::move(what)};
}

market::Bar barOf(const Row& row) {
    market::Bar bar;
    bar.start = Timestamp::fromNanoseconds(row.integer(0));
    bar.open = Price::fromUnits(row.integer(1));
    bar.high = Price::fromUnits(row.integer(2));
    bar.low = Price::fromUnits(row.integer(3));
    bar.close = Price::fromUnits(row.integer(4));
    bar.volume = row.integer(5);
    bar.tradeCount = row.integer(6);
    bar.vwap = Price::fromUnits(row.integer(7));
    return bar;
}

Status checkInput(const market::SaveBars& command) {
    for (const market::Bar& bar : command.bars)
        if (!bar.isConsistent())
            return invalidInput("store.bar", "A bar contradicts itself and was not stored.",
                                bar.start.rfc3339());
    for (const market::TimeSpan& span : command.covered)
        if (span.to < span.from)
            return invalidInput("store.span", "A span of time ends before it begins; nothing was stored.",
                                span.from.rfc3339());
    return done();
}

} // namespace

Result<std::int64_t> BarRepository::number(std::string_view sql, const std::vector<Value>& parameters) {
    std::int64_t found = 0;
    const Status read = m_database.query(sql, parameters, [&found](const Row& row) {
        found = row.isNull(0) ? 0 : row.integer(0);
        return done();
    });
    return resultOf(read, found);
}

Status BarRepository::claimFor(const std::string& origin) {
    return m_database.inTransaction([&]() -> Status {
        const auto same = number("SELECT COUNT(*) FROM bar_origin WHERE origin = $1", {origin});
        if (!same)
            return same.error();
        if (*same > 0)
            return done();
        for (const char* sql : {"DELETE FROM bars", "DELETE FROM bar_coverage", "DELETE FROM bar_series",
                                "DELETE FROM bar_origin"})
            if (const auto removed = m_database.execute(sql, {}); !removed)
                return removed.error();
        return statusOf(m_database.execute("INSERT INTO bar_origin (origin) VALUES ($1)", {origin}));
    });
}

Result<std::optional<BarRepository::Series>> BarRepository::find(const market::BaseKey& key) {
    std::optional<Series> found;
    const Status read = m_database.query("SELECT id, bar_count FROM bar_series WHERE symbol = $1 AND "
                                         "frame = $2 AND feed = $3 AND adjustment = $4",
                                         keyValues(key), [&found](const Row& row) {
                                             found = Series{row.integer(0), row.integer(1)};
                                             return done();
                                         });
    return resultOf(read, found);
}

Result<std::int64_t> BarRepository::findOrMake(const market::BaseKey& key, Timestamp now) {
    const auto known = find(key);
    if (!known)
        return known.error();
    if (*known)
        return (*known)->id;
    const auto last = number("SELECT MAX(id) FROM bar_series", {});
    if (!last)
        return last.error();
    std::vector<Value> values = keyValues(key);
    values.insert(values.begin(), *last + 1);
    values.emplace_back(now.nanoseconds());
    const auto made =
        m_database.execute("INSERT INTO bar_series (id, symbol, frame, feed, adjustment, bar_count, used_at) "
                           "VALUES ($1, $2, $3, $4, $5, 0, $6)",
                           values);
    if (!made)
        return made.error();
    return *last + 1;
}

Result<market::CachedBars> BarRepository::load(const market::BaseKey& key, const market::TimeSpan& span,
                                               Timestamp now) {
    market::CachedBars cached;
    cached.key = key;
    cached.span = span;
    const auto series = find(key);
    if (!series)
        return series.error();
    if (!*series)
        return cached;
    const std::int64_t id = (*series)->id;
    const std::vector<Value> bounds{id, span.from.nanoseconds(), span.to.nanoseconds()};
    Status read = m_database.query(
        "SELECT start_at, open_price, high_price, low_price, close_price, volume, trade_count, vwap "
        "FROM bars WHERE series_id = $1 AND start_at >= $2 AND start_at < $3 ORDER BY start_at",
        bounds, [&cached](const Row& row) -> Status {
            const market::Bar bar = barOf(row);
            if (!bar.isConsistent())
                return damaged("bar at " + bar.start.rfc3339());
            cached.bars.push_back(bar);
            return done();
        });
    if (!read)
        return read.error();
    read = m_database.query(
        "SELECT from_time, to_time FROM bar_coverage WHERE series_id = $1 AND to_time > $2 AND "
        "from_time < $3 ORDER BY from_time",
        bounds, [&](const Row& row) -> Status {
            const Timestamp from = std::max(Timestamp::fromNanoseconds(row.integer(0)), span.from);
            const Timestamp to = std::min(Timestamp::fromNanoseconds(row.integer(1)), span.to);
            if (to <= from || (!cached.covered.empty() && from < cached.covered.back().to))
                return damaged("coverage at " + from.rfc3339());
            cached.covered.push_back({from, to});
            return done();
        });
    if (!read)
        return read.error();
    const Status noted = statusOf(
        m_database.execute("UPDATE bar_series SET used_at = $2 WHERE id = $1", {id, now.nanoseconds()}));
    return resultOf(noted, std::move(cached));
}

Status BarRepository::save(const market::SaveBars& command, Timestamp now) {
    if (Status good = checkInput(command); !good)
        return good;
    return m_database.inTransaction([&]() -> Status {
        const auto series = findOrMake(command.key, now);
        if (!series)
            return series.error();
        for (const market::Bar& bar : command.bars) {
            const auto put = m_database.execute(
                "INSERT INTO bars (series_id, start_at, open_price, high_price, low_price, close_price, "
                "volume, trade_count, vwap) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
                "ON CONFLICT (series_id, start_at) DO UPDATE SET open_price = excluded.open_price, "
                "high_price = excluded.high_price, low_price = excluded.low_price, "
                "close_price = excluded.close_price, volume = excluded.volume, "
                "trade_count = excluded.trade_count, vwap = excluded.vwap",
                {*series, bar.start.nanoseconds(), bar.open.units(), bar.high.units(), bar.low.units(),
                 bar.close.units(), bar.volume, bar.tradeCount, bar.vwap.units()});
            if (!put)
                return put.error();
        }
        for (const market::TimeSpan& span : command.covered)
            if (span.from < span.to)
                if (Status added = addCoverage(*series, span); !added)
                    return added;
        if (Status counted = recount(*series, now); !counted)
            return counted;
        return prune(*series);
    });
}

Status BarRepository::addCoverage(std::int64_t series, market::TimeSpan span) {
    // Everything the new span touches becomes one with it.
    const std::vector<Value> touched{series, span.from.nanoseconds(), span.to.nanoseconds()};
    const Status read =
        m_database.query("SELECT from_time, to_time FROM bar_coverage WHERE series_id = $1 AND "
                         "to_time >= $2 AND from_time <= $3",
                         touched, [&span](const Row& row) {
                             span.from = std::min(span.from, Timestamp::fromNanoseconds(row.integer(0)));
                             span.to = std::max(span.to, Timestamp::fromNanoseconds(row.integer(1)));
                             return done();
                         });
    if (!read)
        return read;
    const auto removed = m_database.execute(
        "DELETE FROM bar_coverage WHERE series_id = $1 AND to_time >= $2 AND from_time <= $3", touched);
    if (!removed)
        return removed.error();
    return statusOf(
        m_database.execute("INSERT INTO bar_coverage (series_id, from_time, to_time) VALUES ($1, $2, $3)",
                           {series, span.from.nanoseconds(), span.to.nanoseconds()}));
}

Status BarRepository::recount(std::int64_t series, Timestamp now) {
    const auto bars = number("SELECT COUNT(*) FROM bars WHERE series_id = $1", {series});
    if (!bars)
        return bars.error();
    return statusOf(m_database.execute("UPDATE bar_series SET bar_count = $2, used_at = $3 WHERE id = $1",
                                       {series, *bars, now.nanoseconds()}));
}

Result<std::int64_t> BarRepository::count() {
    return number("SELECT CAST(SUM(bar_count) AS BIGINT) FROM bar_series", {});
}

Status BarRepository::prune(std::int64_t kept) {
    while (true) {
        const auto total = count();
        if (!total)
            return total.error();
        if (*total <= m_mostBars)
            return done();
        const auto oldest =
            number("SELECT id FROM bar_series WHERE id <> $1 ORDER BY used_at, id LIMIT 1", {kept});
        if (!oldest)
            return oldest.error();
        if (*oldest == 0)
            return halve(kept);
        for (const char* sql :
             {"DELETE FROM bars WHERE series_id = $1", "DELETE FROM bar_coverage WHERE series_id = $1",
              "DELETE FROM bar_series WHERE id = $1"})
            if (const auto removed = m_database.execute(sql, {*oldest}); !removed)
                return removed.error();
    }
}

Status BarRepository::halve(std::int64_t series) {
    const auto from = number("SELECT start_at FROM bars WHERE series_id = $1 ORDER BY start_at DESC LIMIT 1 "
                             "OFFSET $2",
                             {series, m_mostBars / 2});
    if (!from)
        return from.error();
    for (const char* sql : {"DELETE FROM bars WHERE series_id = $1 AND start_at < $2",
                            "DELETE FROM bar_coverage WHERE series_id = $1 AND to_time <= $2",
                            "UPDATE bar_coverage SET from_time = $2 WHERE series_id = $1 AND from_time < $2"})
        if (const auto removed = m_database.execute(sql, {series, *from}); !removed)
            return removed.error();
    return statusOf(m_database.execute("UPDATE bar_series SET bar_count = (SELECT COUNT(*) FROM bars WHERE "
                                       "series_id = $1) WHERE id = $1",
                                       {series}));
}

} // namespace strikedesk::store
