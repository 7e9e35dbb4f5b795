// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/option_surface.h"
#include "core/run/sandbox/market/synthetic_stocks.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace strikedesk::sandbox {

/// Chains on the invented stocks: expiries and strikes from the expiry table, volatilities from the surface,
/// Black–Scholes quotes on the class's ticks. Quotes change every few seconds near the money and once a
/// minute in the wings; worthless wings have no bid, and now and then a side is missing for a moment. Options
/// of the funds with a late close trade until 16:15. Any contract on the strike grid can be asked for, listed
/// or not, so a position never loses its quote; one from before a split of the stock is quoted in its old
/// terms and no longer listed or tradable. events() tells the watched contracts and those near the money of
/// the next two expiries. One thread.
class SyntheticOptions {
public:
    explicit SyntheticOptions(SyntheticStocks& stocks) : m_stocks(stocks), m_surface(stocks) {}

    std::vector<options::Contract> listed(std::size_t stock, Date today);
    std::optional<options::Contract> contract(const Symbol& symbol, Date today);
    void watch(const Symbol& symbol);

    std::optional<market::Quote> quoteAt(const Symbol& symbol, Timestamp at);
    std::optional<market::TradePrint> printAt(const Symbol& symbol, Timestamp at);
    /// In [from, to], oldest first, at most `limit`.
    std::vector<market::Quote> quotes(const Symbol& symbol, Timestamp from, Timestamp to, std::size_t limit);
    std::vector<market::TradePrint> prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                           std::size_t limit);
    /// Minute bars of one day up to `now`.
    std::vector<market::Bar> minutes(const Symbol& symbol, Date date, Timestamp now);
    /// Appends quotes and prints in (from, to], unsorted.
    void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out);

private:
    /// A contract as it behaves on one day.
    struct DayContract {
        Symbol symbol;
        std::size_t stock = 0;
        OptionRight right = OptionRight::Call;
        double strike = 0;
        double oldShares = 1; ///< of today for one share of the contract, when it is from before a split
        Date expiry;
        Timestamp expiryClose;
        Timestamp open;  ///< of the day's session
        Timestamp close; ///< of the day's session, late for some funds
        std::uint64_t randomKey = 0;
        std::int64_t period = 0; ///< nanoseconds between quotes
        std::int64_t phase = 0;  ///< of the first quote change after the open
        double printsPerMinute = 0;
    };
    /// Finished minute bars of one contract and day, filled as time goes.
    struct BarCache {
        std::int64_t minutesDone = 0;
        std::vector<market::Bar> bars;
    };
    /// A contract in events(), with the span in which its newest known quote stands.
    struct Streamed {
        DayContract contract;
        Timestamp since;
        Timestamp until;
    };
    /// The prints of all streamed contracts in one minute, by time.
    struct MinuteTape {
        std::int64_t minute = -1; ///< since 1970
        std::vector<market::TradePrint> prints;
    };

    Timestamp closeOf(std::size_t stock, Date date) const;
    Timestamp openMoment(std::size_t stock, Timestamp at) const;
    Price strikeStep(std::size_t stock, Date date) const;
    const DayContract* dayContract(const Symbol& symbol, Date date);
    std::optional<DayContract> makeDayContract(const Symbol& symbol, Date date);
    Timestamp changeTime(const DayContract& contract, std::int64_t number) const;
    std::int64_t changeAt(const DayContract& contract, Timestamp at) const;
    std::int64_t liveChangeAt(const DayContract& contract, Timestamp at);
    std::optional<market::Quote> quoteOfChange(const DayContract& contract, std::int64_t number);
    void printsOfMinute(const DayContract& contract, std::int64_t minute,
                        std::vector<market::TradePrint>& out);
    market::TradePrint printOf(const DayContract& contract, const market::Quote& quote, Timestamp at,
                               HashRandom& random) const;
    void quoteEvents(Streamed& streamed, Timestamp from, Timestamp to, std::vector<MarketEvent>& out);
    const MinuteTape& minuteTape(std::int64_t minute);
    void streamToday(Date today);

    SyntheticStocks& m_stocks;
    OptionSurface m_surface;
    std::map<std::pair<Symbol, Date>, DayContract> m_contracts;
    std::map<std::pair<Symbol, Date>, BarCache> m_bars;
    std::map<std::pair<std::size_t, Date>, std::vector<options::Contract>> m_listed;
    std::vector<Symbol> m_watched;
    Date m_streamedOf;
    std::vector<Streamed> m_streamed;
    MinuteTape m_tapes[2];
};

} // namespace strikedesk::sandbox
