// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/price.h"
#include "core/base/quantity.h"
#include "core/base/result.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/io/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::store {

/// One closed trade: from flat to flat in one instrument.
struct JournalEntry {
    std::string id;
    /// "paper", "live", "demo".
    std::string mode;
    AccountId account;
    Symbol symbol;
    Symbol underlying;
    Timestamp openedAt;
    Timestamp closedAt;
    /// Contracts or shares traded; negative for a short.
    Quantity quantity;
    Price averageEntry;
    Price averageExit;
    Money grossPnl;
    Money netPnl;
    Money fees;
    std::string exitReason;
    /// The film that shows the trade, empty when there is none, and where in it: entry numbers.
    std::string filmSessionId;
    std::int64_t filmFrom = 0;
    std::int64_t filmTo = 0;
    std::vector<ClientOrderId> clientOrderIds;
    /// A person's words; kept when the facts above are written again.
    std::string notes;
    std::vector<std::string> tags;
    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// Which entries to list: closed in [from, to), newest first.
struct JournalFilter {
    AccountId account;
    std::optional<Timestamp> from = {};
    std::optional<Timestamp> to = {};
    std::optional<Symbol> underlying = {};
    std::int64_t limit = 1'000;
};

/// The journal. The facts of an entry are a projection of the order log: recording them again changes
/// nothing else.
class JournalRepository {
public:
    explicit JournalRepository(Database& database) : m_database(database) {}

    /// Writes the facts; notes and tags only when the entry is new.
    Status record(const JournalEntry& entry);
    Status annotate(const std::string& id, const std::string& notes, const std::vector<std::string>& tags);
    /// Error NotFound.
    Result<JournalEntry> find(const std::string& id);
    Result<std::vector<JournalEntry>> list(const JournalFilter& filter);

private:
    Status writeOrders(const JournalEntry& entry);
    Status writeTags(const std::string& id, const std::vector<std::string>& tags);
    Status readDetails(JournalEntry& entry);

    Database& m_database;
};

} // namespace strikedesk::store
