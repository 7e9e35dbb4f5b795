// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/snapshot_builder.h"

#include "core/base/zone.h"

namespace strikedesk::ui {

namespace {

Price cents(std::int64_t value) { return Price::fromCents(value); }

trade::OrderState orderState(const std::string& tradeId, const std::string& suffix, trade::OrderRole role,
                             const std::string& symbol, std::int64_t quantity, std::int64_t limitCents) {
    trade::OrderState order;
    order.intent.id = IntentId(tradeId + suffix);
    order.intent.tradeId = IntentId(tradeId);
    order.intent.clientOrderId = ClientOrderId("demo-0418-" + tradeId + suffix);
    order.intent.role = role;
    order.intent.origin =
        role == trade::OrderRole::Entry ? trade::OrderOrigin::Person : trade::OrderOrigin::Plan;
    order.intent.symbol = Symbol::of(symbol);
    order.intent.intent = role == trade::OrderRole::Entry ? trade::PositionIntent::BuyToOpen
                                                          : trade::PositionIntent::SellToClose;
    order.intent.quantity = Quantity::whole(quantity);
    order.intent.limitPrice = cents(limitCents);
    order.intent.createdAt = SnapshotBuilder::at() - Duration::seconds(372);
    order.phase = trade::OrderPhase::Working;
    order.status = trade::OrderStatus::New;
    order.brokerId = BrokerOrderId("broker-" + tradeId + suffix);
    order.quantity = order.intent.quantity;
    return order;
}

} // namespace

Timestamp SnapshotBuilder::at() {
    return fromNewYork(Date::tryFromYmd(2026, 11, 20).value(), 10 * 3600 + 42 * 60 + 7);
}

SnapshotBuilder::SnapshotBuilder() {
    m_snapshot.at.market = at();
    m_snapshot.readiness = trade::Readiness::Ready;
    m_snapshot.sessionOpen = true;
    trade::BrokerAccount account;
    account.id = "904837e3-3b76-47ec-b432-046db6210418";
    account.number = AccountId("DEMO0418");
    account.status = "ACTIVE";
    account.equity = Money::fromCents(5'041'230);
    account.lastEquity = Money::dollars(50'000);
    account.cash = account.equity;
    account.buyingPower = account.equity;
    account.optionsBuyingPower = account.equity;
    account.optionsTradingLevel = 3;
    m_snapshot.account = account;
    m_snapshot.equity = account.equity;
    m_snapshot.dayProfit = Money::fromCents(41'230);
    m_snapshot.series = std::make_shared<const market::SeriesView>();
    for (const auto channel :
         {engine::Channel::OrderStream, engine::Channel::StockStream, engine::Channel::OptionStream})
        link(channel, engine::LinkState::Open);
}

SnapshotBuilder& SnapshotBuilder::readiness(trade::Readiness readiness, std::string why) {
    m_snapshot.readiness = readiness;
    m_snapshot.why = std::move(why);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::kill(trade::KillLevel level) {
    m_snapshot.kill = level;
    return *this;
}

SnapshotBuilder& SnapshotBuilder::closedSession() {
    m_snapshot.sessionOpen = false;
    return *this;
}

SnapshotBuilder& SnapshotBuilder::link(engine::Channel channel, engine::LinkState state, std::string reason) {
    m_snapshot.links[channel] = {state, std::move(reason)};
    return *this;
}

SnapshotBuilder& SnapshotBuilder::quote(const std::string& symbol, std::int64_t bidCents,
                                        std::int64_t askCents, std::int64_t bidSize, std::int64_t askSize,
                                        Duration age, market::Grade grade) {
    market::Quote quote;
    quote.grade = grade;
    quote.symbol = Symbol::of(symbol);
    quote.bid = cents(bidCents);
    quote.ask = cents(askCents);
    quote.bidSize = bidSize;
    quote.askSize = askSize;
    quote.at = at() - age;
    Moment confirmed;
    confirmed.market = at() - age;
    m_quotes.confirm(quote, confirmed);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::last(const std::string& symbol, std::int64_t lastCents) {
    m_quotes.print(Symbol::of(symbol), cents(lastCents), at(), at());
    return *this;
}

SnapshotBuilder& SnapshotBuilder::halted(const std::string& symbol) {
    m_quotes.setHalted(Symbol::of(symbol), true);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::openTrade(const std::string& id, const std::string& symbol,
                                            std::int64_t quantity, std::int64_t entryCents,
                                            std::int64_t markCents, std::int64_t targetCents,
                                            std::int64_t stopCents) {
    trade::OrderState entry = orderState(id, "", trade::OrderRole::Entry, symbol, quantity, entryCents);
    entry.phase = trade::OrderPhase::Ended;
    entry.end = trade::OrderEnd::Filled;
    entry.status = trade::OrderStatus::Filled;
    entry.filled = entry.reported = entry.quantity;

    trade::Fill fill;
    fill.brokerOrderId = entry.brokerId;
    fill.clientOrderId = entry.intent.clientOrderId;
    fill.tradeId = IntentId(id);
    fill.symbol = Symbol::of(symbol);
    fill.quantity = fill.cumulativeAfter = entry.quantity;
    fill.price = cents(entryCents);
    fill.at = at() - Duration::seconds(371);

    engine::TradeView view;
    view.state.id = IntentId(id);
    view.state.symbol = Symbol::of(symbol);
    view.state.phase = trade::TradePhase::Open;
    view.state.orders.push_back(entry.intent.clientOrderId);
    view.totals.entered = entry.quantity;
    view.totals.entryValue = notional(fill.price, fill.quantity, 100);
    view.totals.firstFillAt = view.totals.lastFillAt = fill.at;
    view.open = entry.quantity;
    view.averageEntry = fill.price;
    view.mark = {cents(markCents), trade::MarkSource::Mid};
    view.unrealised = trade::unrealisedProfit(fill.price, cents(markCents), entry.quantity, 100);
    if (stopCents > 0)
        view.state.plan.stop = cents(stopCents);
    m_orders.orders.push_back(entry);
    m_orders.fills.push_back(fill);
    if (targetCents > 0) {
        view.state.target = cents(targetCents);
        view.state.plan.takeProfit =
            trade::TakeProfit{trade::TakeProfit::Kind::AtPrice, cents(targetCents), 0};
        trade::OrderState target =
            orderState(id, "-tp", trade::OrderRole::TakeProfit, symbol, quantity, targetCents);
        view.state.orders.push_back(target.intent.clientOrderId);
        m_orders.orders.push_back(std::move(target));
    }
    m_orders.trades.push_back(std::move(view));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::workingEntry(const std::string& id, const std::string& symbol,
                                               std::int64_t quantity, std::int64_t limitCents) {
    trade::OrderState entry = orderState(id, "", trade::OrderRole::Entry, symbol, quantity, limitCents);
    engine::TradeView view;
    view.state.id = IntentId(id);
    view.state.symbol = Symbol::of(symbol);
    view.state.orders.push_back(entry.intent.clientOrderId);
    m_orders.trades.push_back(std::move(view));
    m_orders.orders.push_back(std::move(entry));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::order(trade::OrderState order) {
    m_orders.orders.push_back(std::move(order));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::fill(trade::Fill fill) {
    m_orders.fills.push_back(std::move(fill));
    return *this;
}

SnapshotBuilder& SnapshotBuilder::external(trade::BrokerPosition position) {
    m_orders.external[position.symbol] = std::move(position);
    return *this;
}

SnapshotBuilder& SnapshotBuilder::notice(trade::NoticeLevel level, const std::string& code,
                                         const std::string& message) {
    trade::Notice notice;
    notice.level = level;
    notice.code = code;
    notice.message = message;
    m_snapshot.notices.push_back({m_snapshot.notices.size() + 1, at(), std::move(notice)});
    return *this;
}

SnapshotBuilder& SnapshotBuilder::check(trade::TicketCheck check) {
    m_snapshot.ticketCheck = std::make_shared<const trade::TicketCheck>(std::move(check));
    return *this;
}

engine::EngineSnapshot SnapshotBuilder::build() const {
    engine::EngineSnapshot snapshot = m_snapshot;
    snapshot.orders = std::make_shared<const engine::OrderView>(m_orders);
    snapshot.quotes = std::make_shared<const market::QuoteBoard>(m_quotes);
    return snapshot;
}

} // namespace strikedesk::ui
