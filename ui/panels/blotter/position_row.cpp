// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/position_row.h"

#include "ui/theme/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>

namespace strikedesk::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::PositionRow)
};

using OrdersById = std::map<ClientOrderId, const trade::OrderState*>;

/// "sell 4 @ 2.10".
QString orderPhrase(const trade::OrderState& order) {
    const bool buys = trade::sideOf(order.intent.intent) == trade::Side::Buy;
    const QString quantity = quantityText(order.quantity.isZero() ? order.intent.quantity : order.quantity);
    if (!order.intent.limitPrice)
        return (buys ? Words::tr("buy %1 at market") : Words::tr("sell %1 at market")).arg(quantity);
    return (buys ? Words::tr("buy %1 @ %2") : Words::tr("sell %1 @ %2"))
        .arg(quantity, priceText(order.intent.limitPrice));
}

/// "working at the venue", "being sent".
QString placePhrase(const trade::OrderState& order) {
    switch (order.phase) {
    case trade::OrderPhase::Recording:
    case trade::OrderPhase::Sending:
        return Words::tr("being sent");
    case trade::OrderPhase::Unknown:
        return Words::tr("UNKNOWN, being looked up");
    case trade::OrderPhase::Working:
        if (order.cancelWanted)
            return Words::tr("being cancelled");
        if (order.filled.isPositive())
            return Words::tr("working at the venue, %1 filled").arg(quantityText(order.filled));
        return Words::tr("working at the venue");
    case trade::OrderPhase::Ended:
        break;
    }
    return {};
}

QString orderSentence(const trade::OrderState& order) {
    switch (order.intent.role) {
    case trade::OrderRole::Entry:
        return Words::tr("entry %1 %2").arg(orderPhrase(order), placePhrase(order));
    case trade::OrderRole::TakeProfit:
        return Words::tr("take-profit %1 %2").arg(orderPhrase(order), placePhrase(order));
    case trade::OrderRole::Exit:
        return Words::tr("closing: %1 %2").arg(orderPhrase(order), placePhrase(order));
    }
    return {};
}

/// What waits for a person or is on its way without an order.
void addTrouble(const trade::TradeState& state, PositionRow& row, QStringList& parts) {
    const auto warn = [&](const QString& sentence) {
        parts << sentence;
        row.detailTone = WordTone::Warn;
    };
    if (state.takeProfitRefused)
        warn(Words::tr("the broker refused the take-profit; move it to send another"));
    if (state.exitSuspended)
        warn(Words::tr("the kill switch stopped the exit; close again to go on"));
    if (state.collarReached)
        warn(Words::tr("the exit has reached its price limit; close again from the price of now"));
    else if (state.exitRefusals > 0 && state.phase == trade::TradePhase::Exiting)
        warn(Words::tr("the broker refused the exit; it is tried again"));
    if (state.stopConfirmAt)
        warn(Words::tr("the stop is touched, waiting for a second quote"));
}

void describe(const engine::TradeView& view, const OrdersById& orders, PositionRow& row) {
    QStringList parts;
    bool exitWorks = false;
    for (const ClientOrderId& id : view.state.orders) {
        const auto found = orders.find(id);
        if (found == orders.end() || !found->second->isLive())
            continue;
        parts << orderSentence(*found->second);
        exitWorks = exitWorks || found->second->intent.role == trade::OrderRole::Exit;
        if (found->second->phase == trade::OrderPhase::Unknown)
            row.detailTone = WordTone::Warn;
    }
    const bool exiting = view.state.phase == trade::TradePhase::Exiting;
    if (exiting && !exitWorks)
        parts << Words::tr("closing");
    if (view.state.plan.stop && !exiting)
        parts << Words::tr("stop watched at %1").arg(priceText(view.state.plan.stop));
    addTrouble(view.state, row, parts);
    if (parts.isEmpty())
        parts << Words::tr("no take-profit and no stop");
    row.detail = parts.join(QStringLiteral(" · "));
}

void takeMarkAge(const engine::EngineSnapshot& snapshot, DisplayAge age, PositionRow& row) {
    if (!age.now.isSet())
        age.now = snapshot.at.market;
    const market::BoardRow* quote = snapshot.quotes == nullptr ? nullptr : snapshot.quotes->find(row.symbol);
    if (quote != nullptr)
        row.markAge = snapshot.quotes->age(row.symbol, age.now);
    row.isStale = row.isStale || quote == nullptr || age.isStale(quote->confirmed.market);
}

PositionRow tradeRow(const engine::TradeView& view, const OrdersById& orders,
                     const engine::EngineSnapshot& snapshot, const DisplayAge& age) {
    PositionRow row;
    row.key = "trade:" + view.state.id.text();
    row.tradeId = view.state.id;
    row.symbol = view.state.symbol;
    row.quantity = view.state.isLong() ? view.open : -view.open;
    row.entry = view.averageEntry;
    row.plan = view.state.plan;
    row.target = view.state.target;
    row.stop = view.state.plan.stop;
    row.since = view.totals.firstFillAt;
    if (view.mark.source != trade::MarkSource::None) {
        row.mark = view.mark.price;
        row.isStale = view.mark.source == trade::MarkSource::Previous;
        row.profit = view.unrealised;
        if (const auto value = tryNotional(view.averageEntry, view.open, view.state.multiplier))
            row.percent = trade::percentOfEntry(view.unrealised, *value);
    }
    takeMarkAge(snapshot, age, row);
    const bool stuck = view.state.exitSuspended || view.state.collarReached || view.state.exitRefusals > 0;
    row.canClose = view.state.phase == trade::TradePhase::Open || stuck;
    row.canMove = view.state.phase == trade::TradePhase::Open;
    describe(view, orders, row);
    return row;
}

PositionRow externalRow(const trade::BrokerPosition& held) {
    PositionRow row;
    row.key = "external:" + held.symbol.text();
    row.kind = PositionRow::Kind::External;
    row.symbol = held.symbol;
    row.quantity = held.quantity;
    row.entry = held.averageEntryPrice;
    row.mark = held.currentPrice;
    // The broker's figures come with a sweep and are never live.
    row.isStale = true;
    row.profit = held.unrealised;
    if (held.unrealised && held.costBasis && !held.costBasis->isZero())
        row.percent = trade::percentOfEntry(*held.unrealised, held.costBasis->isNegative() ? -*held.costBasis
                                                                                           : *held.costBasis);
    row.detail = Words::tr("EXTERNAL · opened elsewhere, valued by the broker; close it where it was opened");
    row.detailTone = WordTone::Quiet;
    return row;
}

} // namespace

std::optional<double> PositionRow::placeOf(Price price) const {
    if (!target && !stop)
        return std::nullopt;
    const std::optional<Price> from = stop ? stop : entry;
    const std::optional<Price> to = target ? target : entry;
    if (!from || !to || *from == *to)
        return std::nullopt;
    return (price - *from).toDoubleLossy() / (*to - *from).toDoubleLossy();
}

std::vector<PositionRow> positionRowsOf(const engine::EngineSnapshot& snapshot, const DisplayAge& age) {
    std::vector<PositionRow> rows;
    if (snapshot.orders == nullptr)
        return rows;
    OrdersById orders;
    for (const trade::OrderState& order : snapshot.orders->orders)
        orders[order.intent.clientOrderId] = &order;
    for (const engine::TradeView& view : snapshot.orders->trades)
        if (view.open.isPositive())
            rows.push_back(tradeRow(view, orders, snapshot, age));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const PositionRow& a, const PositionRow& b) { return a.since < b.since; });
    for (const auto& [symbol, held] : snapshot.orders->external)
        if (!held.quantity.isZero())
            rows.push_back(externalRow(held));
    return rows;
}

PositionTotals positionTotalsOf(const std::vector<PositionRow>& rows,
                                const engine::EngineSnapshot& snapshot) {
    PositionTotals totals;
    if (snapshot.orders != nullptr)
        totals.realisedNet = snapshot.orders->realisedNet;
    for (const PositionRow& row : rows) {
        ++(row.kind == PositionRow::Kind::Trade ? totals.trades : totals.externals);
        if (row.profit)
            totals.profit += *row.profit;
        else
            totals.isPartial = true;
    }
    return totals;
}

} // namespace strikedesk::ui
