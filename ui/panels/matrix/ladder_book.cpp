// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/matrix/ladder_book.h"

namespace strikedesk::ui {

namespace {

void readQuote(LadderBook& book, const engine::EngineSnapshot& snapshot) {
    const market::BoardRow* row = snapshot.quotes ? snapshot.quotes->find(book.contract) : nullptr;
    if (row == nullptr)
        return;
    if (row->quote.bid.isPositive()) {
        book.bid = row->quote.bid;
        book.bidSize = row->quote.bidSize;
    }
    if (row->quote.ask.isPositive()) {
        book.ask = row->quote.ask;
        book.askSize = row->quote.askSize;
    }
    book.last = row->last;
    book.confirmed = row->confirmed.market;
    book.isHalted = row->isHalted;
}

void readOrders(LadderBook& book, const engine::OrderView& view) {
    for (const trade::OrderState& order : view.orders) {
        const Quantity open = order.unexecuted();
        if (order.intent.symbol != book.contract || !order.intent.limitPrice || !open.isPositive())
            continue;
        OwnOrder own;
        own.id = order.intent.clientOrderId;
        own.tradeId = order.intent.tradeId;
        own.price = *order.intent.limitPrice;
        own.quantity = open.wholePart();
        own.buys = trade::sideOf(order.intent.intent) == trade::Side::Buy;
        own.role = order.intent.role;
        own.isSettling = !order.isAtBroker() || order.cancelWanted;
        book.orders.push_back(std::move(own));
    }
}

void readTrades(LadderBook& book, const engine::OrderView& view) {
    Money value;
    Quantity held;
    for (const engine::TradeView& row : view.trades) {
        if (row.state.symbol != book.contract || !row.open.isPositive() || !row.state.isLong())
            continue;
        HeldTrade trade;
        trade.id = row.state.id;
        trade.open = row.open.wholePart();
        trade.plan = row.state.plan;
        trade.target = row.state.target;
        trade.isExiting = row.state.phase == trade::TradePhase::Exiting;
        book.multiplier = row.state.multiplier;
        const auto paid = tryNotional(row.averageEntry, row.open, row.state.multiplier);
        if (paid) {
            value += *paid;
            held += row.open;
        }
        book.held += trade.open;
        book.trades.push_back(std::move(trade));
    }
    const auto outside = view.external.find(book.contract);
    if (outside != view.external.end()) {
        book.heldOutside = outside->second.quantity.wholePart();
        if (held.isZero())
            book.average = outside->second.averageEntryPrice;
    }
    if (held.isPositive())
        book.average = trade::averagePrice(value, held, book.multiplier);
}

} // namespace

std::optional<Price> LadderBook::middle() const {
    if (bid && ask && *bid <= *ask)
        return midpoint(*bid, *ask);
    if (bid || ask)
        return bid ? bid : ask;
    return last ? last : average;
}

LadderBook ladderBookOf(const engine::EngineSnapshot& snapshot, const Symbol& contract,
                        std::optional<Price> ticketLimit, std::int64_t multiplier) {
    LadderBook book;
    book.contract = contract;
    book.multiplier = multiplier;
    if (contract.isEmpty())
        return book;
    readQuote(book, snapshot);
    if (snapshot.orders) {
        readOrders(book, *snapshot.orders);
        readTrades(book, *snapshot.orders);
    }
    if (!book.average)
        book.assumedEntry = ticketLimit ? ticketLimit : book.ask;
    return book;
}

std::optional<Money> profitAt(const LadderBook& book, Price price) {
    const std::int64_t held = book.held + book.heldOutside;
    const auto entry = book.average ? book.average : book.assumedEntry;
    const std::int64_t quantity = !book.average ? 1 : book.held != 0 ? book.held : held;
    if (!entry || quantity == 0 || quantity > 1'000'000'000 || quantity < -1'000'000'000)
        return std::nullopt;
    const auto profit = tryNotional(price - *entry, Quantity::whole(quantity), book.multiplier);
    return profit ? std::optional(*profit) : std::nullopt;
}

} // namespace strikedesk::ui
