// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/journal_repository.h"

#include "core/io/store/repository_support.h"

namespace strikedesk::store {

namespace {

#define STRIKEDESK_JOURNAL_COLUMNS                                                                           \
    "id, mode, account, symbol, underlying, opened_at, closed_at, quantity, average_entry, average_exit, "   \
    "gross_pnl, net_pnl, fees, exit_reason, film_session_id, film_from, film_to, notes"

constexpr std::string_view kInsert =
    "INSERT INTO journal_entries (" STRIKEDESK_JOURNAL_COLUMNS ") VALUES "
    "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) "
    "ON CONFLICT (id) DO NOTHING";
constexpr std::string_view kUpdate =
    "UPDATE journal_entries SET mode = $2, account = $3, symbol = $4, underlying = $5, opened_at = $6, "
    "closed_at = $7, quantity = $8, average_entry = $9, average_exit = $10, gross_pnl = $11, net_pnl = $12, "
    "fees = $13, exit_reason = $14, film_session_id = $15, film_from = $16, film_to = $17 WHERE id = $1";
constexpr std::string_view kFind = "SELECT " STRIKEDESK_JOURNAL_COLUMNS " FROM journal_entries WHERE id = $1";
constexpr std::string_view kList =
    "SELECT " STRIKEDESK_JOURNAL_COLUMNS " FROM journal_entries "
    "WHERE account = $1 AND closed_at >= $2 AND closed_at < $3 AND ($4 = '' OR underlying = $4) "
    "ORDER BY closed_at DESC, id DESC LIMIT $5";

#undef STRIKEDESK_JOURNAL_COLUMNS

std::vector<Value> factsOf(const JournalEntry& entry) {
    return {entry.id,
            entry.mode,
            entry.account.text(),
            entry.symbol.text(),
            entry.underlying.text(),
            entry.openedAt.nanoseconds(),
            entry.closedAt.nanoseconds(),
            entry.quantity.units(),
            entry.averageEntry.units(),
            entry.averageExit.units(),
            entry.grossPnl.units(),
            entry.netPnl.units(),
            entry.fees.units(),
            entry.exitReason,
            entry.filmSessionId,
            entry.filmFrom,
            entry.filmTo};
}

Result<JournalEntry> entryOf(const Row& row) {
    JournalEntry entry;
    entry.id = row.text(0);
    entry.mode = row.text(1);
    entry.account = AccountId(row.text(2));
    const Result<Symbol> symbol = Symbol::tryFrom(row.text(3));
    const Result<Symbol> underlying = Symbol::tryFrom(row.text(4));
    if (!symbol || !underlying)
        return (symbol ? underlying : symbol).error();
    entry.symbol = *symbol;
    entry.underlying = *underlying;
    entry.openedAt = Timestamp::fromNanoseconds(row.integer(5));
    entry.closedAt = Timestamp::fromNanoseconds(row.integer(6));
    entry.quantity = Quantity::fromUnits(row.integer(7));
    entry.averageEntry = Price::fromUnits(row.integer(8));
    entry.averageExit = Price::fromUnits(row.integer(9));
    entry.grossPnl = Money::fromUnits(row.integer(10));
    entry.netPnl = Money::fromUnits(row.integer(11));
    entry.fees = Money::fromUnits(row.integer(12));
    entry.exitReason = row.text(13);
    entry.filmSessionId = row.text(14);
    entry.filmFrom = row.integer(15);
    entry.filmTo = row.integer(16);
    entry.notes = row.text(17);
    return entry;
}

} // namespace

Status JournalRepository::record(const JournalEntry& entry) {
    return m_database.inTransaction([&]() -> Status {
        std::vector<Value> facts = factsOf(entry);
        std::vector<Value> fresh = facts;
        fresh.emplace_back(entry.notes);
        const Result<std::int64_t> inserted = m_database.execute(kInsert, fresh);
        if (!inserted)
            return inserted.error();
        if (*inserted == 1) {
            if (Status tagged = writeTags(entry.id, entry.tags); !tagged)
                return tagged;
        } else if (auto updated = m_database.execute(kUpdate, facts); !updated) {
            return updated.error();
        }
        return writeOrders(entry);
    });
}

Status JournalRepository::annotate(const std::string& id, const std::string& notes,
                                   const std::vector<std::string>& tags) {
    return m_database.inTransaction([&]() -> Status {
        const Status met =
            metRow(m_database.execute("UPDATE journal_entries SET notes = $2 WHERE id = $1", {id, notes}),
                   "journal entry");
        return met ? writeTags(id, tags) : met;
    });
}

Status JournalRepository::writeOrders(const JournalEntry& entry) {
    if (auto cleared = m_database.execute("DELETE FROM journal_orders WHERE entry_id = $1", {entry.id});
        !cleared)
        return cleared.error();
    std::int64_t place = 0;
    for (const ClientOrderId& order : entry.clientOrderIds)
        if (auto added = m_database.execute(
                "INSERT INTO journal_orders (entry_id, position, client_order_id) VALUES ($1, $2, $3)",
                {entry.id, place++, order.text()});
            !added)
            return added.error();
    return done();
}

Status JournalRepository::writeTags(const std::string& id, const std::vector<std::string>& tags) {
    if (auto cleared = m_database.execute("DELETE FROM journal_tags WHERE entry_id = $1", {id}); !cleared)
        return cleared.error();
    std::int64_t place = 0;
    for (const std::string& tag : tags)
        if (auto added =
                m_database.execute("INSERT INTO journal_tags (entry_id, position, tag) VALUES ($1, $2, $3) "
                                   "ON CONFLICT (entry_id, tag) DO NOTHING",
                                   {id, place++, tag});
            !added)
            return added.error();
    return done();
}

Status JournalRepository::readDetails(JournalEntry& entry) {
    const Status orders =
        m_database.query("SELECT client_order_id FROM journal_orders WHERE entry_id = $1 ORDER BY position",
                         {entry.id}, [&entry](const Row& row) {
                             entry.clientOrderIds.emplace_back(row.text(0));
                             return done();
                         });
    if (!orders)
        return orders;
    return m_database.query("SELECT tag FROM journal_tags WHERE entry_id = $1 ORDER BY position", {entry.id},
                            [&entry](const Row& row) {
                                entry.tags.push_back(row.text(0));
                                return done();
                            });
}

Result<JournalEntry> JournalRepository::find(const std::string& id) {
    std::optional<JournalEntry> found;
    const Status read = m_database.query(kFind, {id}, [&found](const Row& row) -> Status {
        Result<JournalEntry> entry = entryOf(row);
        if (!entry)
            return entry.error();
        found = std::move(entry.value());
        return done();
    });
    if (!read)
        return read.error();
    if (!found)
        return metRow(std::int64_t{0}, "journal entry").error();
    if (Status details = readDetails(*found); !details)
        return details.error();
    return std::move(*found);
}

Result<std::vector<JournalEntry>> JournalRepository::list(const JournalFilter& filter) {
    std::vector<JournalEntry> entries;
    const std::int64_t from = filter.from ? filter.from->nanoseconds() : 0;
    const std::int64_t to = filter.to ? filter.to->nanoseconds() : INT64_MAX;
    const std::string underlying = filter.underlying ? filter.underlying->text() : std::string();
    const Status read = m_database.query(kList, {filter.account.text(), from, to, underlying, filter.limit},
                                         [&entries](const Row& row) -> Status {
                                             Result<JournalEntry> entry = entryOf(row);
                                             if (!entry)
                                                 return entry.error();
                                             entries.push_back(std::move(entry.value()));
                                             return done();
                                         });
    if (!read)
        return read.error();
    for (JournalEntry& entry : entries)
        if (Status details = readDetails(entry); !details)
            return details.error();
    return entries;
}

} // namespace strikedesk::store
