// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/venue_store.h"

#include "core/base/archive_reader.h"
#include "core/io/store/sqlite_database.h"

namespace strikedesk::sandbox {

namespace {

constexpr std::string_view kReadOrders = "SELECT place, bytes FROM sandbox_orders ORDER BY place";
constexpr std::string_view kReadActivities = "SELECT place, bytes FROM sandbox_activities ORDER BY place";
constexpr std::string_view kPutOrder = "INSERT INTO sandbox_orders (place, bytes) VALUES ($1, $2) "
                                       "ON CONFLICT (place) DO UPDATE SET bytes = excluded.bytes";
constexpr std::string_view kPutActivity = "INSERT INTO sandbox_activities (place, bytes) VALUES ($1, $2) "
                                          "ON CONFLICT (place) DO UPDATE SET bytes = excluded.bytes";
constexpr std::string_view kClear[] = {"DELETE FROM sandbox_orders", "DELETE FROM sandbox_activities",
                                       "DELETE FROM sandbox_state WHERE name = 'book'"};

Error damaged(const std::string& context) {
    return Error{ErrorKind::Storage,
                 "sandbox.venue.damaged",
                 "The sandbox's account file cannot be read. Start the sandbox with a fresh account.",
                 {},
                 context};
}

template <class T>
std::string bytesOf(const T& what) {
    BinaryWriter writer;
    writer.value(what);
    return writer.take();
}

} // namespace

VenueStore::VenueStore(std::unique_ptr<store::Database> database, std::optional<store::FileLock> lock)
    : m_lock(std::move(lock)), m_database(std::move(database)) {}
VenueStore::~VenueStore() = default;

Result<std::unique_ptr<VenueStore>> VenueStore::tryOpen(const std::string& path) {
    if (path.empty())
        return std::unique_ptr<VenueStore>(new VenueStore(nullptr, std::nullopt));
    auto lock = store::FileLock::acquire(path + ".lock");
    if (!lock && lock.error().kind == ErrorKind::Unavailable)
        return Error{
            ErrorKind::Unavailable,
            "sandbox.venue.in_use",
            "Another simulated venue is using this account file. End that one, or name another file.",
            {},
            path};
    if (!lock)
        return lock.error();
    auto opened = store::SqliteDatabase::open(path);
    if (!opened)
        return opened.error();
    std::unique_ptr<store::Database> database = std::move(*opened);
    const Status made = database->runScript(
        "CREATE TABLE IF NOT EXISTS sandbox_state (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);"
        "CREATE TABLE IF NOT EXISTS sandbox_orders (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
        "CREATE TABLE IF NOT EXISTS sandbox_activities (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL);");
    if (!made)
        return made.error();
    return std::unique_ptr<VenueStore>(new VenueStore(std::move(database), std::move(*lock)));
}

Result<std::optional<VenueStore::Stored>> VenueStore::load() {
    if (!m_database)
        return std::optional<Stored>();
    std::optional<std::string> record;
    std::optional<std::string> rest;
    bool isOfOldForm = false;
    std::optional<std::string> lists;
    const Status read =
        m_database->query("SELECT name, bytes FROM sandbox_state", {}, [&](const store::Row& row) {
            const std::string name = row.text(0);
            if (name == "record")
                record = row.blob(1);
            if (name == "rest")
                rest = row.blob(1);
            isOfOldForm = isOfOldForm || name == "book";
            if (name == "watchlists")
                lists = row.blob(1);
            return done();
        });
    if (!read)
        return read.error();
    if (!record || (!rest && !isOfOldForm))
        return std::optional<Stored>();
    Stored stored;
    BinaryReader reader(*record);
    reader.value(stored.record);
    if (!reader.finished())
        return damaged(reader.where());
    // A file with the book in one piece is of an earlier version; the book says so when it is joined.
    stored.book.rest = rest.value_or(std::string());
    if (Status orders = readRows(kReadOrders, stored.book.orders); !orders)
        return orders.error();
    if (Status activities = readRows(kReadActivities, stored.book.activities); !activities)
        return activities.error();
    if (lists) {
        BinaryReader listReader(*lists);
        listReader.value(stored.watchlists);
        if (!listReader.finished())
            return damaged(listReader.where());
    }
    return std::optional(std::move(stored));
}

Status VenueStore::put(std::string_view name, std::string bytes) {
    const auto written = m_database->execute("INSERT INTO sandbox_state (name, bytes) VALUES ($1, $2) "
                                             "ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes",
                                             {std::string(name), store::Blob{std::move(bytes)}});
    return written ? done() : Status(written.error());
}

Status VenueStore::putRow(std::string_view sql, std::uint64_t place, const std::string& bytes) {
    const auto written =
        m_database->execute(sql, {static_cast<std::int64_t>(place), store::Blob{std::string(bytes)}});
    return written ? done() : Status(written.error());
}

/// The rows in order; a gap means that something was lost.
Status VenueStore::readRows(std::string_view sql, std::vector<std::string>& rows) {
    return m_database->query(sql, {}, [&](const store::Row& row) -> Status {
        if (row.integer(0) != static_cast<std::int64_t>(rows.size()))
            return damaged("row " + std::to_string(rows.size()));
        rows.push_back(row.blob(1));
        return done();
    });
}

Status VenueStore::save(const VenueRecord& record, const Changes& changes) {
    if (!m_database)
        return done();
    return m_database->inTransaction([&]() -> Status {
        if (changes.isWhole)
            for (const std::string_view clear : kClear)
                if (const auto cleared = m_database->execute(clear, {}); !cleared)
                    return cleared.error();
        for (const auto& [place, bytes] : changes.orders)
            if (Status written = putRow(kPutOrder, place, bytes); !written)
                return written;
        for (const auto& [place, bytes] : changes.activities)
            if (Status written = putRow(kPutActivity, place, bytes); !written)
                return written;
        if (Status written = put("record", bytesOf(record)); !written)
            return written;
        return put("rest", changes.rest);
    });
}

Status VenueStore::saveWatchlists(const std::vector<Watchlist>& lists) {
    return m_database ? put("watchlists", bytesOf(lists)) : done();
}

Status VenueStore::saveRecord(const VenueRecord& record) {
    return m_database ? put("record", bytesOf(record)) : done();
}

} // namespace strikedesk::sandbox
