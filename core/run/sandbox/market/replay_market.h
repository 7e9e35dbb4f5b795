// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace strikedesk::sandbox {

/// Everything recorded of one instrument, each list in time order.
struct RecordedSeries {
    std::vector<market::Quote> quotes;
    std::vector<market::Bar> bars;
    std::vector<market::TradePrint> prints; ///< made from the bars of the replayed day
};

/// What was read from the recorded files of one symbol and day.
struct RecordedDay {
    Symbol symbol;
    Date date;
    std::vector<options::Contract> contracts; ///< by symbol
    std::map<Symbol, RecordedSeries> series;
    std::vector<market::Bar> dailyBars; ///< of earlier days, start = midnight New York
};

/// Reads the day from `folder` (columns as in the conventions of the recorded data: bars stamped with their
/// start, quotes with the end of their bucket, blank = absent). Errors name file and line.
Result<RecordedDay> readRecordedDay(const std::string& folder, const Symbol& symbol, Date date);

/// A recorded day of one stock and its chain. Quotes come at their stamps and stay in force until the next
/// one; prints are made up inside each minute so that the bar built from them is the recorded one. Before the
/// first stamp and after the last the market is silent. One thread.
class ReplayMarket final : public MarketSource {
public:
    /// Errors: those of readRecordedDay, and a day without any bar of the stock.
    static Result<std::unique_ptr<ReplayMarket>> tryOpen(const std::string& folder, const Symbol& symbol,
                                                         Date date);

    std::string_view kind() const override { return "replay"; }
    const std::vector<Asset>& assets() const override { return m_assets; }
    std::vector<options::Contract> contracts(const Symbol& underlying, Date today) override;
    std::optional<options::Contract> contract(const Symbol& symbol, Date today) override;
    void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) override;
    void watch(const Symbol&) override {}
    std::optional<market::Quote> quoteAt(const Symbol& symbol, Timestamp at) override;
    std::optional<market::TradePrint> printAt(const Symbol& symbol, Timestamp at) override;
    std::vector<market::Bar> minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                        Timestamp now) override;
    std::vector<market::Bar> dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) override;

private:
    explicit ReplayMarket(RecordedDay day);
    const RecordedSeries* seriesOf(const Symbol& symbol) const;

    RecordedDay m_day;
    SessionCalendar m_calendar;
    std::vector<Asset> m_assets;
    std::vector<MarketEvent> m_events; ///< of the day, in time order
};

} // namespace strikedesk::sandbox
