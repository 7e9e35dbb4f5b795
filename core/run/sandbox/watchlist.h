// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// A named list of symbols that the broker keeps for the account.
struct Watchlist {
    static constexpr std::size_t kMaxName = 64; ///< protocol facts, section 9
    static constexpr std::size_t kMaxSymbols = 500;
    static constexpr std::size_t kMaxLists = 200;

    std::string id;
    std::string name; ///< unique in the account
    Timestamp createdAt;
    Timestamp updatedAt;
    std::vector<Symbol> symbols; ///< in the user's order

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("name", name);
        a.field("createdAt", createdAt);
        a.field("updatedAt", updatedAt);
        a.field("symbols", symbols);
    }
};

} // namespace strikedesk::sandbox
