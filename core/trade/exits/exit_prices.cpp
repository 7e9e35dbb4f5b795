// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/options/tick.h"
#include "core/trade/orders/trade_book.h"

#include <algorithm>

namespace strikedesk::trade {

std::string_view toText(TradePhase phase) {
    switch (phase) {
    case TradePhase::Entering:
        return "entering";
    case TradePhase::Open:
        return "open";
    case TradePhase::Exiting:
        return "exiting";
    case TradePhase::Closed:
        return "closed";
    }
    return "";
}

Price tickOf(const Symbol& symbol, Price price) {
    if (const auto option = OptionSymbol::tryFrom(symbol))
        return options::tickSize(options::tickClassOf(option->root()), price);
    // Alpaca, price rules: two decimals from 1.00, four below.
    return price < Price::fromCents(100) ? Price::fromUnits(1) : Price::fromCents(1);
}

std::optional<Price> targetOf(const ExitPlan& plan, Price entryPrice, const Symbol& symbol, bool isLong) {
    if (!plan.takeProfit)
        return std::nullopt;
    const TakeProfit& wish = *plan.takeProfit;
    Price distance;
    switch (wish.kind) {
    case TakeProfit::Kind::AtPrice:
        return wish.price;
    case TakeProfit::Kind::PlusAmount:
        distance = wish.price;
        break;
    case TakeProfit::Kind::PlusPercent:
        distance = Price::fromUnits(
            divideRoundEven(static_cast<__int128>(entryPrice.units()) * wish.percentUnits, 10'000));
        break;
    }
    const Price target = isLong ? entryPrice + distance : entryPrice - distance;
    const Price tick = tickOf(symbol, target);
    const Price rounded = isLong ? roundUpToTick(target, tick) : roundDownToTick(target, tick);
    return rounded < tick ? tick : rounded;
}

std::optional<Price> TradeBook::targetOf(const TradeState& trade, const ExitPlan& plan) const {
    const auto first = std::find_if(m_ledger.fills().begin(), m_ledger.fills().end(),
                                    [&](const Fill& fill) { return fill.tradeId == trade.id; });
    if (first != m_ledger.fills().end())
        return trade::targetOf(plan, first->price, trade.symbol, trade.isLong());
    const bool isPriced = plan.takeProfit && plan.takeProfit->kind == TakeProfit::Kind::AtPrice;
    return isPriced ? std::optional(plan.takeProfit->price) : std::nullopt;
}

} // namespace strikedesk::trade
