// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/replay_day.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <memory>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// A recorded day of stocks, indexes and their chains (which record is used: readRecordedDay). Quotes come at
/// their stamps and stay in force until the next one. Prints made up inside a bar rebuild it; recorded ticks
/// come with their conditions, also those that make no bar. A finished minute is the recorded bar, the minute
/// in progress is made of its prints so far. At equal stamps the prints of a symbol come before its quotes.
/// Before the first stamp and after the last the market is silent; nothing of later days is known. One
/// thread.
class ReplayMarket final : public MarketSource {
public:
    /// Every symbol recorded that day when `symbols` is empty. Errors: those of readRecordedDay.
    static Result<std::unique_ptr<ReplayMarket>> tryOpen(const std::string& folder, Date date,
                                                         const std::vector<Symbol>& symbols = {});

    std::string_view kind() const override { return "replay"; }
    const std::vector<Asset>& assets() const override { return m_day.assets; }
    std::vector<options::Contract> contracts(const Symbol& underlying, Date today) override;
    std::optional<options::Contract> contract(const Symbol& symbol, Date today) override;
    /// Whole, however long the span is: orders must meet every quote of a jump of the clock.
    void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) override;
    void watch(const Symbol&) override {}
    std::optional<market::Quote> quoteAt(const Symbol& symbol, Timestamp at) override;
    std::optional<market::TradePrint> printAt(const Symbol& symbol, Timestamp at) override;
    std::optional<IndexValue> indexValueAt(const Symbol& symbol, Timestamp at) override;
    std::vector<market::Bar> minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                        Timestamp now) override;
    /// Prices are as they were, not adjusted for splits.
    std::vector<market::Bar> dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) override;
    std::vector<market::Quote> quotes(const Symbol& symbol, Timestamp from, Timestamp to,
                                      std::size_t limit) override;
    /// Of the replayed day only.
    std::vector<market::TradePrint> prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                           std::size_t limit) override;
    /// The files do not tell when an action was announced: it is known from the last day the rules leave for
    /// that, ten days before the record date (SEC Rule 10b-17). Days that are not recorded are not set.
    std::vector<CorporateAction> corporateActions(Date from, Date to, Timestamp now) override;

private:
    /// One instrument with what its prints need to be written out.
    struct Instrument {
        Symbol symbol;
        const RecordedSeries* series = nullptr;
        char tape = ' ';
        bool isIndex = false;
    };
    /// Where one event of the day lies.
    struct EventPlace {
        Timestamp at;
        std::uint32_t instrument = 0;
        std::uint32_t index = 0;
        bool isQuote = false;
    };

    explicit ReplayMarket(RecordedDay day);
    const Instrument* find(const Symbol& symbol) const;
    const Instrument* findTraded(const Symbol& symbol) const;
    static market::TradePrint printOf(const Instrument& instrument, std::size_t index);
    static IndexValue valueOf(const Instrument& instrument, std::size_t index);

    RecordedDay m_day;
    SessionCalendar m_calendar;
    std::vector<Instrument> m_instruments; ///< by symbol
    std::vector<EventPlace> m_events;      ///< of the day, in time order
};

} // namespace strikedesk::sandbox
