// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/market/quote.h"

#include <map>
#include <optional>

namespace strikedesk::market {

/// Whether what the venue stamped `held` must give way to what it stamped `candidate`: nothing older does,
/// and a stamp of the future holds nothing back.
inline bool supersedes(Timestamp candidate, Timestamp held, Timestamp now) {
    constexpr Duration kClocksDiffer = Duration::seconds(5);
    return candidate >= held || held > now + kClocksDiffer;
}

/// A quote and when the venue last confirmed it (a change on the stream or a latest-quote read). One of a
/// delayed feed is as old as the feed is late, however newly it came.
struct BoardRow {
    Quote quote;
    Moment confirmed;
    std::optional<Price> last; ///< last trade print, if any
    Timestamp lastAt;          ///< the venue's time of it
    bool isHalted = false;

    template <class A>
    void archive(A& a) {
        a.field("quote", quote);
        a.field("confirmed", confirmed);
        a.field("last", last);
        a.field("lastAt", lastAt);
        a.field("isHalted", isHalted);
    }
};

/// The newest quote, last print and halt flag of every instrument in use. Quote age is market time since the
/// venue confirmed the quote (architecture, "Quote age"). Ordered, archived with the engine; its thread only.
class QuoteBoard {
public:
    /// Takes a quote unless it is older than the one held; a re-read of the same quote confirms it. A quote
    /// stamped in the future does not shut out those after it.
    void confirm(const Quote& quote, Moment now) {
        BoardRow& row = m_rows[quote.symbol];
        if (!supersedes(quote.at, row.quote.at, now.market))
            return;
        row.quote = quote;
        row.confirmed = {shownAt(quote.grade, now.market), now.mono};
    }
    /// Takes a print unless a newer one is held.
    void print(const Symbol& symbol, Price price, Timestamp at, Timestamp now) {
        BoardRow& row = m_rows[symbol];
        if (row.last && !supersedes(at, row.lastAt, now))
            return;
        row.last = price;
        row.lastAt = at;
    }
    void setHalted(const Symbol& symbol, bool halted) { m_rows[symbol].isHalted = halted; }
    /// No quote counts as confirmed any more; each does again with its next reading.
    void distrust() {
        for (auto& [symbol, row] : m_rows)
            row.confirmed = Moment{};
    }
    /// Nothing is known of halts any more.
    void clearHalts() {
        for (auto& [symbol, row] : m_rows)
            row.isHalted = false;
    }

    /// Null when nothing was ever heard of the symbol.
    const BoardRow* find(const Symbol& symbol) const {
        const auto found = m_rows.find(symbol);
        return found == m_rows.end() ? nullptr : &found->second;
    }
    /// Market time since the quote was confirmed; nothing without a quote.
    std::optional<Duration> age(const Symbol& symbol, Timestamp now) const {
        const BoardRow* row = find(symbol);
        if (row == nullptr || !row->confirmed.market.isSet())
            return std::nullopt;
        return now - row->confirmed.market;
    }
    const std::map<Symbol, BoardRow>& rows() const { return m_rows; }

    template <class A>
    void archive(A& a) {
        a.field("rows", m_rows);
    }

private:
    std::map<Symbol, BoardRow> m_rows;
};

} // namespace strikedesk::market
