// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/corporate_calendar.h"
#include "core/run/sandbox/market/factor_paths.h"

#include <functional>
#include <map>
#include <vector>

namespace strikedesk::sandbox {

/// The articles of the invented market: everyday items at a rate for each name, reports and declared
/// dividends and splits on their days, and one ahead of every jump. A function of (seed, day). One thread.
class NewsWire {
public:
    /// The jumps of a stock on a day; `stock` npos: of the whole market.
    using JumpsOf = std::function<std::vector<PriceJump>(std::size_t stock, Date date)>;
    static constexpr std::size_t kWholeMarket = static_cast<std::size_t>(-1);

    NewsWire(const std::vector<StockSpec>& specs, const CorporateCalendar& corporate,
             const SessionCalendar& calendar, std::uint64_t seed, JumpsOf jumpsOf);

    /// Created in (from, to], oldest first; spans of more than kLongestSpan days are cut to their newest
    /// part.
    std::vector<NewsItem> between(Timestamp from, Timestamp to);
    static constexpr int kLongestSpan = 400;

private:
    const std::vector<NewsItem>& ofDay(Date date);
    std::vector<NewsItem> makeDay(Date date);
    void addEveryday(Date date, std::vector<NewsItem>& items);
    void addCorporate(Date date, std::vector<NewsItem>& items);
    void addJumps(Date date, std::vector<NewsItem>& items);
    NewsItem article(Timestamp at, std::string headline, std::string summary,
                     const std::vector<Symbol>& about, int mood) const;

    const std::vector<StockSpec>& m_specs;
    const CorporateCalendar& m_corporate;
    const SessionCalendar& m_calendar;
    std::uint64_t m_seed;
    JumpsOf m_jumpsOf;
    std::map<Date, std::vector<NewsItem>> m_days;
};

} // namespace strikedesk::sandbox
