// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/exits/exit_quote.h"

#include "core/base/option_symbol.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

bool isHaltedNow(const Symbol& symbol, const market::QuoteBoard& quotes) {
    const auto halted = [&quotes](const Symbol& name) {
        const market::BoardRow* row = quotes.find(name);
        return row != nullptr && row->isHalted;
    };
    const auto option = OptionSymbol::tryFrom(symbol);
    return halted(symbol) || (option && halted(option->underlying()));
}

bool isWide(const market::Quote& quote, const TradeSettings& settings) {
    const Price spread = quote.ask - quote.bid;
    const __int128 allowed =
        static_cast<__int128>(midpoint(quote.bid, quote.ask).units()) * settings.stopSpreadPercent;
    return spread > settings.stopSpreadFloor && static_cast<__int128>(spread.units()) * 100 > allowed;
}

/// The last print, if it is as fresh as a quote has to be.
std::optional<Price> freshPrint(const market::BoardRow& row, Timestamp now, const TradeSettings& settings) {
    const bool isFresh = row.last && row.last->isPositive() && row.lastAt.isSet() &&
                         now - row.lastAt <= settings.manualQuoteAge;
    return isFresh ? row.last : std::nullopt;
}

} // namespace

std::string_view toText(QuoteTrust trust) {
    switch (trust) {
    case QuoteTrust::Good:
        return "its quote is good";
    case QuoteTrust::Missing:
        return "there is no quote of it";
    case QuoteTrust::Stale:
        return "its quote is too old";
    case QuoteTrust::Halted:
        return "trading in it is halted";
    case QuoteTrust::NotSane:
        return "a side of its quote is missing, or it is locked or crossed";
    case QuoteTrust::Wide:
        return "its quote is too wide";
    }
    return "";
}

QuoteTrust trustOf(const Symbol& symbol, const market::QuoteBoard& quotes, Timestamp now,
                   const TradeSettings& settings) {
    const market::BoardRow* row = quotes.find(symbol);
    const auto age = quotes.age(symbol, now);
    if (row == nullptr || !age)
        return QuoteTrust::Missing;
    if (isHaltedNow(symbol, quotes))
        return QuoteTrust::Halted;
    if (*age > settings.manualQuoteAge)
        return QuoteTrust::Stale;
    if (!row->quote.isSane())
        return QuoteTrust::NotSane;
    return isWide(row->quote, settings) ? QuoteTrust::Wide : QuoteTrust::Good;
}

StopVerdict judgeStop(const TradeState& trade, Price stop, const market::QuoteBoard& quotes, Timestamp now,
                      const TradeSettings& settings) {
    const QuoteTrust trust = trustOf(trade.symbol, quotes, now, settings);
    if (trust != QuoteTrust::Good && trust != QuoteTrust::Wide)
        return StopVerdict::Unknown;
    const market::BoardRow& row = *quotes.find(trade.symbol);
    const auto isBeyond = [&](Price price) { return trade.isLong() ? price <= stop : price >= stop; };
    if (!isBeyond(midpoint(row.quote.bid, row.quote.ask)))
        return StopVerdict::Away;
    if (trust == QuoteTrust::Good || isBeyond(trade.isLong() ? row.quote.ask : row.quote.bid))
        return StopVerdict::Beyond;
    const auto print = freshPrint(row, now, settings);
    return print && isBeyond(*print) ? StopVerdict::Beyond : StopVerdict::Unknown;
}

Price closingSide(const TradeState& trade, const market::QuoteBoard& quotes) {
    const market::BoardRow* row = quotes.find(trade.symbol);
    if (row == nullptr)
        return Price();
    return trade.isLong() ? row->quote.bid : row->quote.ask;
}

Price fairReference(const TradeState& trade, const market::QuoteBoard& quotes, Timestamp now,
                    const TradeSettings& settings) {
    const market::BoardRow* row = quotes.find(trade.symbol);
    if (row == nullptr || !row->quote.bid.isPositive() || !row->quote.ask.isPositive())
        return Price();
    const auto& [low, high] = std::minmax(row->quote.bid, row->quote.ask);
    if (!row->quote.isSane())
        return trade.isLong() ? low : high;
    const auto print = freshPrint(*row, now, settings);
    return print && *print >= low && *print <= high ? *print : midpoint(low, high);
}

} // namespace strikedesk::trade
