// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/symbol.h"
#include "core/market/attention.h"

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace strikedesk::session {

/// One instrument somebody wants live quotes and prints of.
struct StreamWish {
    Symbol symbol;
    market::Attention attention = market::Attention::Shown;
};

/// Which instruments of one stream get quotes and prints when the data plan allows only so many at once: by
/// attention, and among equals in the order they were asked for. The limit is the plan's, and falls when the
/// venue says so. A plain value; one thread.
class StreamPlan {
public:
    struct Choice {
        std::set<Symbol> live;
        std::set<Symbol> leftOut;
        friend bool operator==(const Choice&, const Choice&) = default;
    };

    /// What the account's plan allows; nothing: as many as are wanted. Forgets what the venue said before.
    void setLimit(std::optional<std::size_t> symbols) { m_limit = symbols; }
    std::optional<std::size_t> limit() const { return m_limit; }
    /// The venue refused `asked` symbols and still delivers `delivered` of them: from now on half way between
    /// the two. True when the limit fell; each refusal lowers it, so asking again comes to an end.
    bool refused(std::size_t asked, std::size_t delivered);

    Choice choose(std::vector<StreamWish> wishes) const;

private:
    std::optional<std::size_t> m_limit;
};

} // namespace strikedesk::session
