// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "core/market/bar.h"
#include "core/market/quote.h"
#include "core/market/trade_print.h"
#include "core/market/trading_status.h"
#include "core/options/contract.h"
#include "core/run/sandbox/market/market_facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace strikedesk::sandbox {

/// What a name of the simulated market is. An index has a value but no quotes, prints or orders.
enum class AssetKind : std::uint8_t { Stock, Fund, Index };

/// One name of the simulated market that is no option contract.
struct Asset {
    std::string id;
    Symbol symbol;
    std::string name;
    std::string exchange; ///< in the broker's words: NASDAQ, NYSE, ARCA
    char tape = 'C';      ///< A NYSE, B regional, C Nasdaq
    AssetKind kind = AssetKind::Stock;
    bool optionsLateClose = false; ///< its options trade until 16:15
};

/// An earlier print was withdrawn, or replaced when `is` holds the corrected one.
struct PrintChange {
    Symbol symbol;
    market::TradePrint was;
    std::optional<market::TradePrint> is;
    Timestamp at;

    friend bool operator==(const PrintChange&, const PrintChange&) = default;
};

/// The prices between which a stock may trade now (limit up, limit down).
struct PriceBand {
    Symbol symbol;
    Price down;
    Price up;
    Timestamp at;

    friend bool operator==(const PriceBand&, const PriceBand&) = default;
};

/// The value of an index, computed from its members; nobody trades at it.
struct IndexValue {
    Symbol symbol;
    Price value;
    Timestamp at;

    friend bool operator==(const IndexValue&, const IndexValue&) = default;
};

/// What happens in the market; bars follow from the prints and their changes, an index's from its values.
using MarketEvent = std::variant<market::Quote, market::TradePrint, market::TradingStatus, PrintChange,
                                 PriceBand, IndexValue>;

inline Timestamp eventTime(const MarketEvent& event) {
    return std::visit([](const auto& e) { return e.at; }, event);
}
inline const Symbol& eventSymbol(const MarketEvent& event) {
    return std::visit([](const auto& e) -> const Symbol& { return e.symbol; }, event);
}

/// Where the simulated market comes from. Every answer is a function of the time asked for, never of earlier
/// calls, so a restart at any time goes on as if nothing had happened. Nothing later than the asked time is
/// revealed. Stocks and option contracts are both named by Symbol. One thread.
class MarketSource {
public:
    virtual ~MarketSource() = default;

    /// "synthetic" or "replay".
    virtual std::string_view kind() const = 0;
    virtual const std::vector<Asset>& assets() const = 0;
    /// Contracts listed on `today`, ordered by symbol.
    virtual std::vector<options::Contract> contracts(const Symbol& underlying, Date today) = 0;
    /// One contract by its symbol, also an expired or unlisted one that the market can name.
    virtual std::optional<options::Contract> contract(const Symbol& symbol, Date today) = 0;

    /// Appends what happens in (from, to], in time order. Spans of more than 15 minutes may be cut to their
    /// newest part.
    virtual void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) = 0;
    /// Includes a contract that is not on today's list in events().
    virtual void watch(const Symbol& symbol) = 0;

    /// The newest quote and print at or before `at`.
    virtual std::optional<market::Quote> quoteAt(const Symbol& symbol, Timestamp at) = 0;
    virtual std::optional<market::TradePrint> printAt(const Symbol& symbol, Timestamp at) = 0;
    /// Minute bars of the minutes that start in [from, to], oldest first, with the prints up to `now`: a bar
    /// of the minute in progress is partial.
    virtual std::vector<market::Bar> minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                                Timestamp now) = 0;
    /// Bars of the trading days in [from, to], oldest first; the day of `now` is partial.
    virtual std::vector<market::Bar> dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) = 0;

    // What not every market knows; without an answer of its own it has none.

    /// The newest value of an index at or before `at`. An index has no quote and no print; its minute and
    /// daily bars carry no volume.
    virtual std::optional<IndexValue> indexValueAt(const Symbol&, Timestamp /*at*/) { return std::nullopt; }
    /// Quotes and prints in [from, to], oldest first, at most `limit` of them. Bars from `minuteBars` are
    /// what the prints make.
    virtual std::vector<market::Quote> quotes(const Symbol&, Timestamp /*from*/, Timestamp /*to*/,
                                              std::size_t /*limit*/) {
        return {};
    }
    virtual std::vector<market::TradePrint> prints(const Symbol&, Timestamp /*from*/, Timestamp /*to*/,
                                                   std::size_t /*limit*/) {
        return {};
    }
    /// Whether trading in a stock (and its contracts) is halted.
    virtual bool isHalted(const Symbol&, Timestamp /*at*/) { return false; }
    /// By ex-date, oldest first, as announced by `now`.
    virtual std::vector<CorporateAction> corporateActions(Date /*from*/, Date /*to*/, Timestamp /*now*/) {
        return {};
    }
    /// Created in (from, to], oldest first.
    virtual std::vector<NewsItem> news(Timestamp /*from*/, Timestamp /*to*/) { return {}; }
    virtual std::vector<ShortInterest> shortInterest(const Symbol&, Date /*from*/, Date /*to*/) { return {}; }
    virtual std::vector<ShortVolume> shortVolume(const Symbol&, Date /*from*/, Date /*to*/) { return {}; }
    virtual std::optional<CompanyFacts> facts(const Symbol&, Date /*today*/) { return std::nullopt; }
};

/// What an underlying is worth at `at` for valuing its options: the value of an index, the middle of a
/// stock's quote (a locked or crossed one too: it lasts a moment and its middle is right).
inline std::optional<Price> spotAt(MarketSource& source, const Symbol& underlying, Timestamp at) {
    if (const auto index = source.indexValueAt(underlying, at))
        return index->value;
    const auto quote = source.quoteAt(underlying, at);
    if (!quote || !quote->bid.isPositive() || !quote->ask.isPositive())
        return std::nullopt;
    return midpoint(quote->bid, quote->ask);
}

} // namespace strikedesk::sandbox
