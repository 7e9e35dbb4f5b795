// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/trade/order_core_bench.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace strikedesk::trade {

OrderCoreBench::OrderCoreBench() {
    now.market = Timestamp::tryFromRfc3339("2026-03-03T15:00:00Z").value();
    now.mono = MonoTime::fromNanoseconds(1'000'000'000'000);
    facts.readiness = Readiness::Ready;
    facts.sessionOpen = true;
    facts.streamReady = true;
    facts.account.emplace();
    facts.account->optionsBuyingPower = Money::dollars(50'000);
    facts.account->lastEquity = Money::dollars(100'000);
    facts.accountReadAt = now.mono;
    facts.accountReadMarket = now.market;
    quote(200, 210);
}

void OrderCoreBench::carryOut(const TradeCommand& command) {
    if (const auto* append = std::get_if<AppendRecords>(&command)) {
        unacknowledged.push_back(append->ticket);
        if (!holdLog)
            log.insert(log.end(), append->records.begin(), append->records.end());
    } else if (const auto* transmit = std::get_if<TransmitOrder>(&command)) {
        transmits.push_back(*transmit);
    } else if (const auto* cancel = std::get_if<TransmitCancel>(&command)) {
        cancels.push_back(*cancel);
    } else if (const auto* lookUp = std::get_if<LookUpOrder>(&command)) {
        lookUps.push_back(*lookUp);
    } else if (const auto* notice = std::get_if<Notice>(&command)) {
        notices.push_back(*notice);
    } else if (const auto* read = std::get_if<ReadQuotes>(&command)) {
        reads.push_back(*read);
    } else if (const auto* kill = std::get_if<PublishKill>(&command)) {
        kills.push_back(kill->level);
    }
}

void OrderCoreBench::pump() {
    for (int turns = 0; turns < 100; ++turns) {
        for (const TradeCommand& command : core.takeCommands())
            carryOut(command);
        if (holdLog || unacknowledged.empty())
            return;
        for (const std::uint64_t ticket : std::exchange(unacknowledged, {}))
            core.onLogAppended(ticket, context());
    }
    ADD_FAILURE() << "the order core turns in circles";
}

void OrderCoreBench::advance(Duration by) {
    now.market = now.market + by;
    now.mono = now.mono + by;
    core.onTime(context());
    pump();
}

void OrderCoreBench::quote(int bidCents, int askCents, market::Grade grade) {
    market::Quote quote;
    quote.symbol = symbol;
    quote.bid = Price::fromCents(bidCents);
    quote.ask = Price::fromCents(askCents);
    quote.bidSize = quote.askSize = 50;
    quote.at = market::shownAt(grade, now.market);
    quote.grade = grade;
    quotes.confirm(quote, now);
    core.onQuote(symbol, context());
    pump();
}

EntryTicket OrderCoreBench::ticket(int contracts, int limitCents) {
    EntryTicket ticket;
    ticket.intentId = IntentId("intent-" + std::to_string(++m_tickets));
    ticket.symbol = symbol;
    ticket.quantity = Quantity::whole(contracts);
    ticket.limitPrice = Price::fromCents(limitCents);
    return ticket;
}

ClientOrderId OrderCoreBench::clientId(const EntryTicket& ticket) {
    return ClientOrderId("demo0000-" + ticket.intentId.text());
}

ClientOrderId OrderCoreBench::enter(const EntryTicket& ticket) {
    const auto refusal = core.submitEntry(ticket, context());
    EXPECT_FALSE(refusal.has_value()) << (refusal ? refusal->code : "");
    pump();
    return clientId(ticket);
}

ClientOrderId OrderCoreBench::hold(const EntryTicket& ticket) {
    const ClientOrderId id = enter(ticket);
    accept(id);
    const int contracts = static_cast<int>(ticket.quantity.wholePart());
    fill(id, contracts, contracts, static_cast<int>(ticket.limitPrice.units() / 100));
    return id;
}

BrokerOrder OrderCoreBench::seen(const ClientOrderId& id, OrderStatus status, int filled) {
    const OrderState& ours = order(id);
    BrokerOrder order;
    order.id = brokerId(id);
    order.clientOrderId = id;
    order.symbol = ours.intent.symbol;
    order.quantity = ours.intent.quantity;
    order.filledQuantity = Quantity::whole(filled);
    order.limitPrice = ours.intent.limitPrice;
    order.status = status;
    order.updatedAt = now.market;
    return order;
}

void OrderCoreBench::accept(const ClientOrderId& id, OrderStatus status) {
    WriteOutcome outcome;
    outcome.verdict = WriteVerdict::Accepted;
    outcome.httpStatus = 200;
    outcome.order = seen(id, status);
    core.onAnswer(id, outcome, context());
    pump();
}

void OrderCoreBench::answer(const ClientOrderId& id, WriteVerdict verdict, bool taken) {
    WriteOutcome outcome;
    outcome.verdict = verdict;
    outcome.clientOrderIdTaken = taken;
    core.onAnswer(id, outcome, context());
    pump();
}

void OrderCoreBench::update(OrderEventKind kind, const BrokerOrder& order) {
    OrderUpdate update;
    update.kind = kind;
    update.order = order;
    update.at = now.market;
    core.onUpdate(update, context());
    pump();
}

void OrderCoreBench::fill(const ClientOrderId& id, int contracts, int cumulative, int cents) {
    const bool all = Quantity::whole(cumulative) >= order(id).intent.quantity;
    OrderUpdate update;
    update.kind = all ? OrderEventKind::Fill : OrderEventKind::PartialFill;
    update.order = seen(id, all ? OrderStatus::Filled : OrderStatus::PartiallyFilled, cumulative);
    update.executionId = ExecutionId("X-" + id.text() + "-" + std::to_string(cumulative));
    update.quantity = Quantity::whole(contracts);
    update.price = Price::fromCents(cents);
    update.at = now.market;
    core.onUpdate(update, context());
    pump();
}

void OrderCoreBench::cancelled(const ClientOrderId& id, int filled) {
    update(OrderEventKind::Canceled, seen(id, OrderStatus::Canceled, filled));
}

void OrderCoreBench::rejected(const ClientOrderId& id) {
    update(OrderEventKind::Rejected, seen(id, OrderStatus::Rejected, 0));
}

void OrderCoreBench::negativeLookUp(const ClientOrderId& id) {
    core.onLookUp(id, std::nullopt, true, context());
    pump();
}

BrokerSweep OrderCoreBench::sweep(std::vector<BrokerOrder> orders, int position) {
    BrokerSweep sweep;
    sweep.sweepId = static_cast<std::uint64_t>(++m_sweeps);
    sweep.startedAt = now.mono;
    sweep.orders = std::move(orders);
    if (position != 0) {
        BrokerPosition held;
        held.symbol = symbol;
        held.quantity = Quantity::whole(position);
        sweep.positions.push_back(held);
    }
    return sweep;
}

void OrderCoreBench::take(const BrokerSweep& sweep) {
    core.onSweep(sweep, context());
    pump();
}

int OrderCoreBench::transmitsOf(const ClientOrderId& id) const {
    return static_cast<int>(std::count_if(transmits.begin(), transmits.end(),
                                          [&](const auto& sent) { return sent.clientOrderId == id; }));
}

bool OrderCoreBench::wasNoticed(const std::string& code) const {
    return std::any_of(notices.begin(), notices.end(),
                       [&](const Notice& notice) { return notice.code == code; });
}

OrderCore OrderCoreBench::restarted() {
    OrderCore fresh;
    for (const OrderRecord& record : log)
        fresh.restoreRecord(record);
    fresh.finishRestore(context());
    return fresh;
}

} // namespace strikedesk::trade
