// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/symbol.h"
#include "core/io/store/database.h"

#include <string>
#include <vector>

namespace strikedesk::store {

/// A named, ordered list of symbols; a symbol appears in it once.
struct Watchlist {
    std::string id;
    std::string name;
    std::vector<Symbol> symbols;
    friend bool operator==(const Watchlist&, const Watchlist&) = default;
};

/// The watchlists in the order a person gave them.
class WatchlistRepository {
public:
    explicit WatchlistRepository(Database& database) : m_database(database) {}

    /// Makes or replaces the list with this id, at `position` among the lists. Error Refused: the name or a
    /// symbol is there twice.
    Status save(const Watchlist& list, std::int64_t position);
    /// The lists after it move up. Error NotFound.
    Status remove(const std::string& id);
    Result<std::vector<Watchlist>> all();

private:
    Database& m_database;
};

} // namespace strikedesk::store
