// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/io/store/order_log_files.h"
#include "core/run/sandbox/watchlist.h"
#include "core/trade/venue/venue_book.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strikedesk::store {
class Database;
}

namespace strikedesk::sandbox {

/// What goes on after a restart besides the book itself.
struct VenueRecord {
    std::string accountNumber;
    std::uint64_t seed = 0;
    std::string marketKind; ///< "synthetic" or "replay SYMBOL DATE"
    Date anchor;            ///< first trading day of the account
    Timestamp clock;        ///< market time when it was written

    template <class A>
    void archive(A& a) {
        a.field("accountNumber", accountNumber);
        a.field("seed", seed);
        a.field("marketKind", marketKind);
        a.field("anchor", anchor);
        a.field("clock", clock);
    }
};

/// venue.db: the book and the record in one SQLite file. Orders and activities are rows of their own, so that
/// a change writes what changed and not the account's whole past; all in one durable transaction. With an
/// empty path it keeps nothing. Locked against a second sandbox, which would overwrite it. Belongs to the
/// thread that opened it.
class VenueStore {
public:
    static Result<std::unique_ptr<VenueStore>> tryOpen(const std::string& path);
    ~VenueStore();

    struct Stored {
        VenueRecord record;
        trade::VenueParts book;
        std::vector<Watchlist> watchlists;
    };
    /// What was saved last, nullopt in a new file. Errors: a damaged file.
    Result<std::optional<Stored>> load();
    /// What changed of a book since it was written last.
    struct Changes {
        bool isWhole = false; ///< nothing of before counts any more
        std::string rest;
        std::vector<std::pair<std::uint64_t, std::string>> orders; ///< by index
        std::vector<std::pair<std::uint64_t, std::string>> activities;
    };
    /// Record and changes at once.
    Status save(const VenueRecord& record, const Changes& changes);
    Status saveWatchlists(const std::vector<Watchlist>& lists);
    /// The record only (the clock went on).
    Status saveRecord(const VenueRecord& record);

private:
    VenueStore(std::unique_ptr<store::Database> database, std::optional<store::FileLock> lock);
    Status put(std::string_view name, std::string bytes);
    Status putRow(std::string_view sql, std::uint64_t place, const std::string& bytes);
    Status readRows(std::string_view sql, std::vector<std::string>& rows);
    std::optional<store::FileLock> m_lock;
    std::unique_ptr<store::Database> m_database;
};

} // namespace strikedesk::sandbox
