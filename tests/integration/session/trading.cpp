// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/session/trading.h"

#include "core/base/option_symbol.h"
#include "core/base/zone.h"
#include "core/trade/orders/trade_book.h"

#include <gtest/gtest.h>

#include <cmath>

namespace strikedesk::test {

namespace {

/// How far from the money, lower is better; nothing for a contract nobody should use here.
std::optional<double> unfitness(const alpaca::Snapshot& row, Price spot) {
    const auto option = OptionSymbol::tryFrom(row.symbol);
    if (!option || !row.latestQuote || !row.latestQuote->isSane() || row.latestQuote->askSize < 1 ||
        *row.latestQuote->mid() < Price::fromCents(80) ||
        row.latestQuote->spreadFraction().value_or(1.0) > 0.15)
        return std::nullopt;
    return std::abs(option->strike().toDoubleLossy() - spot.toDoubleLossy());
}

} // namespace

std::optional<Symbol> pickCall(SessionHost& host, const std::string& underlying) {
    const Symbol stock = Symbol::of(underlying);
    host.session().watch({{stock}});
    const auto spotOf = [&](const engine::EngineSnapshot& snapshot) {
        const market::BoardRow* row = snapshot.quotes->find(stock);
        return row == nullptr ? std::nullopt : row->quote.mid();
    };
    EXPECT_TRUE(host.untilShown([&](const auto& snapshot) { return spotOf(snapshot).has_value(); }))
        << "no quote of " << underlying;
    const auto spot = host.snapshot() ? spotOf(*host.snapshot()) : std::nullopt;
    if (!spot)
        return std::nullopt;
    alpaca::ContractFilter filter;
    filter.expiryFrom = newYorkDate(host.session().now().market) + 1;
    filter.expiryTo = *filter.expiryFrom + 20;
    filter.right = OptionRight::Call;
    filter.strikeFrom = *spot - Price::fromCents(600);
    filter.strikeTo = *spot + Price::fromCents(600);
    std::optional<Symbol> best;
    bool answered = false;
    host.session().chain(stock, filter, Duration(), [&](const Result<workers::ChainAnswer>& chain) {
        answered = true;
        EXPECT_TRUE(chain.ok()) << (chain ? "" : chain.error().message);
        double bestScore = 1e9;
        for (const alpaca::Snapshot& row : chain ? chain->rows : std::vector<alpaca::Snapshot>())
            if (const auto score = unfitness(row, *spot); score && *score < bestScore) {
                best = row.symbol;
                bestScore = *score;
            }
    });
    EXPECT_TRUE(host.until([&answered] { return answered; })) << "the chain did not come";
    if (!best)
        return std::nullopt;
    host.session().watch({{stock}, {*best}});
    EXPECT_TRUE(host.untilShown([&best](const engine::EngineSnapshot& snapshot) {
        const market::BoardRow* row = snapshot.quotes->find(*best);
        return row != nullptr && row->quote.isSane();
    })) << "no quote of the contract";
    return best;
}

trade::EntryTicket ticketFor(SessionHost& host, const Symbol& contract, std::int64_t contracts,
                             std::int64_t ticksAbove) {
    trade::EntryTicket ticket;
    ticket.intentId = host.session().mintIntentId();
    ticket.symbol = contract;
    ticket.quantity = Quantity::whole(contracts);
    const auto snapshot = host.snapshot();
    const market::BoardRow* row = snapshot ? snapshot->quotes->find(contract) : nullptr;
    if (row == nullptr)
        return ticket;
    const Price tick = trade::tickOf(contract, row->quote.ask);
    const Price wanted = Price::fromUnits(row->quote.ask.units() + ticksAbove * tick.units());
    ticket.limitPrice = roundUpToTick(wanted, trade::tickOf(contract, wanted));
    return ticket;
}

trade::EntryTicket withTarget(trade::EntryTicket ticket, std::int64_t percent) {
    trade::TakeProfit target;
    target.kind = trade::TakeProfit::Kind::PlusPercent;
    target.percentUnits = percent * 100;
    ticket.plan.takeProfit = target;
    return ticket;
}

ClientOrderId send(SessionHost& host, const trade::EntryTicket& ticket) {
    const auto snapshot = host.snapshot();
    const std::string account =
        snapshot && snapshot->account ? snapshot->account->number.text() : std::string("????");
    host.session().post(engine::TicketSubmitted{ticket});
    return ClientOrderId("demo" + account.substr(account.size() - 4) + "-" + ticket.intentId.text());
}

std::optional<trade::OrderState> orderOf(SessionHost& host, const ClientOrderId& id) {
    if (const auto snapshot = host.snapshot())
        for (const trade::OrderState& order : snapshot->orders->orders)
            if (order.intent.clientOrderId == id)
                return order;
    return std::nullopt;
}

bool untilPhase(SessionHost& host, const ClientOrderId& id, trade::OrderPhase phase, Duration patience) {
    return host.until(
        [&] {
            const auto order = orderOf(host, id);
            return order && order->phase == phase;
        },
        patience);
}

bool untilHeld(SessionHost& host, const IntentId& tradeId, std::int64_t contracts) {
    return host.untilShown([&](const engine::EngineSnapshot& snapshot) {
        const engine::TradeView* view = host.trade(snapshot, tradeId);
        return view != nullptr && view->open == Quantity::whole(contracts);
    });
}

bool untilTradeClosed(SessionHost& host, const IntentId& tradeId) {
    return host.untilShown([&](const engine::EngineSnapshot& snapshot) {
        const engine::TradeView* view = host.trade(snapshot, tradeId);
        return view != nullptr && view->state.phase == trade::TradePhase::Closed;
    });
}

bool untilTargetWorks(SessionHost& host, const IntentId& tradeId, std::int64_t contracts) {
    return host.until([&] {
        Quantity working;
        for (const trade::OrderState& order : host.orders(tradeId, trade::OrderRole::TakeProfit))
            if (order.phase == trade::OrderPhase::Working)
                working += order.remaining();
        return working == Quantity::whole(contracts);
    });
}

} // namespace strikedesk::test
