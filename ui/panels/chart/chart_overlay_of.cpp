// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chart/chart_overlay_of.h"

#include "core/base/option_symbol.h"
#include "core/trade/orders/trade_book.h"
#include "ui/panels/chart/chart_line_commands.h"
#include "ui/theme/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace strikedesk::ui {

namespace {

using charts::ChartTone;

class Words {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChartOverlay)
};

/// The fills of one order put together.
struct Execution {
    Symbol symbol;
    bool isBuy = false;
    bool isEntry = false;
    Quantity quantity;
    double value = 0; ///< price × quantity, for a label only
    Price firstPrice;
    bool isOnePrice = true;
    Timestamp at; ///< of the first fill
};

using Roles = std::map<ClientOrderId, trade::OrderRole>;

std::vector<Execution> executionsOf(const engine::OrderView& view, const Symbol& symbol, bool isUnderlying) {
    Roles roles;
    for (const trade::OrderState& order : view.orders)
        roles[order.intent.clientOrderId] = order.intent.role;
    std::map<BrokerOrderId, std::size_t> places;
    std::vector<Execution> found;
    for (const trade::Fill& fill : view.fills) {
        if (fill.symbol != symbol && !(isUnderlying && isContractOf(fill.symbol, symbol)))
            continue;
        const auto [place, isNew] = places.try_emplace(fill.brokerOrderId, found.size());
        if (isNew) {
            Execution first;
            first.symbol = fill.symbol;
            first.isBuy = fill.side == trade::Side::Buy;
            const auto role = roles.find(fill.clientOrderId);
            first.isEntry = role == roles.end() ? first.isBuy : role->second == trade::OrderRole::Entry;
            first.firstPrice = fill.price;
            first.at = fill.at;
            found.push_back(first);
        }
        Execution& execution = found[place->second];
        execution.quantity += fill.quantity;
        execution.value += fill.price.toDoubleLossy() * fill.quantity.toDoubleLossy();
        execution.isOnePrice = execution.isOnePrice && fill.price == execution.firstPrice;
        execution.at = std::min(execution.at, fill.at);
    }
    return found;
}

Price averageOf(const Execution& execution) {
    const double quantity = execution.quantity.toDoubleLossy();
    if (execution.isOnePrice || quantity <= 0)
        return execution.firstPrice;
    return Price::tryFromDouble(execution.value / quantity).valueOr(execution.firstPrice);
}

/// "29 C" of a contract.
QString strikeText(const Symbol& contract) {
    const auto option = OptionSymbol::tryFrom(contract);
    if (!option)
        return text(contract);
    QString strike = priceText(option->strike());
    if (strike.endsWith(QStringLiteral(".00")))
        strike.chop(3);
    return option->right() == OptionRight::Call ? Words::tr("%1 C").arg(strike)
                                                : Words::tr("%1 P").arg(strike);
}

void addMarkers(const engine::OrderView& view, const Symbol& symbol, bool isUnderlying,
                charts::ChartOverlay& overlay) {
    for (const Execution& execution : executionsOf(view, symbol, isUnderlying)) {
        const Price price = averageOf(execution);
        charts::TradeMarker marker;
        marker.at = execution.at;
        marker.kind = execution.isEntry ? charts::TradeMarker::Kind::Entry : charts::TradeMarker::Kind::Exit;
        marker.tone = execution.isBuy ? ChartTone::Up : ChartTone::Down;
        if (execution.symbol == symbol) {
            marker.fill = price;
            marker.label = Words::tr("%1 @ %2").arg(quantityText(execution.quantity), priceText(price));
        } else {
            marker.label =
                Words::tr("%1 × %2 @ %3")
                    .arg(quantityText(execution.quantity), strikeText(execution.symbol), priceText(price));
        }
        overlay.markers.push_back(std::move(marker));
    }
    std::stable_sort(overlay.markers.begin(), overlay.markers.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
}

QString orderLabel(const trade::OrderState& order) {
    const bool buys = trade::sideOf(order.intent.intent) == trade::Side::Buy;
    if (order.phase == trade::OrderPhase::Unknown)
        return buys ? Words::tr("buy UNKNOWN") : Words::tr("sell UNKNOWN");
    switch (order.intent.role) {
    case trade::OrderRole::Entry:
        return buys ? Words::tr("buy to open") : Words::tr("sell to open");
    case trade::OrderRole::TakeProfit:
        return Words::tr("take-profit");
    case trade::OrderRole::Exit:
        return Words::tr("closing");
    }
    return {};
}

void addOrders(const engine::OrderView& view, const Symbol& symbol, charts::ChartOverlay& overlay) {
    std::set<IntentId> open;
    for (const engine::TradeView& trade : view.trades)
        if (trade.state.phase == trade::TradePhase::Open)
            open.insert(trade.state.id);
    for (const trade::OrderState& order : view.orders) {
        if (order.intent.symbol != symbol || !order.isLive() || !order.intent.limitPrice)
            continue;
        const bool isTarget = order.intent.role == trade::OrderRole::TakeProfit;
        const bool buys = trade::sideOf(order.intent.intent) == trade::Side::Buy;
        charts::OrderLine line;
        line.id = orderLineId(order.intent.clientOrderId);
        line.price = *order.intent.limitPrice;
        line.tick = trade::tickOf(symbol, line.price);
        line.label = orderLabel(order);
        line.quantity = quantityText(order.unexecuted());
        line.tone = isTarget ? ChartTone::Up : buys ? ChartTone::Accent : ChartTone::Down;
        line.isPending = order.phase != trade::OrderPhase::Working || order.cancelWanted;
        // Only a target can be moved: its trade's plan is changed and the engine replaces the order.
        line.isMovable = isTarget && !order.cancelWanted && open.contains(order.intent.tradeId);
        line.isCancellable = !order.cancelWanted;
        // What protects a position does not go by a slip of the hand.
        if (isTarget)
            line.cancelQuestion = Words::tr("remove the take-profit?");
        overlay.orders.push_back(std::move(line));
    }
}

bool hasLiveTarget(const engine::OrderView& view, const IntentId& trade) {
    return std::any_of(view.orders.begin(), view.orders.end(), [&](const trade::OrderState& order) {
        return order.intent.tradeId == trade && order.isLive() &&
               order.intent.role == trade::OrderRole::TakeProfit;
    });
}

/// Exits that are watched here or about to be placed.
void addPlans(const engine::OrderView& view, const Symbol& symbol, charts::ChartOverlay& overlay) {
    for (const engine::TradeView& trade : view.trades) {
        if (trade.state.symbol != symbol || trade.state.phase != trade::TradePhase::Open)
            continue;
        const auto add = [&](const QString& id, Price price, const QString& label, const QString& question,
                             ChartTone tone) {
            charts::OrderLine line;
            line.id = id;
            line.price = price;
            line.tick = trade::tickOf(symbol, price);
            line.label = label;
            line.cancelQuestion = question;
            line.quantity = quantityText(trade.open);
            line.tone = tone;
            overlay.orders.push_back(std::move(line));
        };
        if (trade.state.plan.stop)
            add(stopLineId(trade.state.id), *trade.state.plan.stop, Words::tr("stop, watched here"),
                Words::tr("remove the stop?"), ChartTone::Warn);
        if (trade.state.target && !hasLiveTarget(view, trade.state.id)) {
            add(targetLineId(trade.state.id), *trade.state.target, Words::tr("take-profit, not placed"),
                Words::tr("remove the take-profit?"), ChartTone::Up);
            overlay.orders.back().isPending = true;
        }
    }
}

void addPosition(const engine::OrderView& view, const Symbol& symbol, charts::ChartOverlay& overlay) {
    Quantity held;
    double value = 0;
    Money profit;
    bool isKnown = true;
    Price onlyAverage;
    int trades = 0;
    std::optional<bool> isLong;
    for (const engine::TradeView& trade : view.trades) {
        if (trade.state.symbol != symbol || !trade.open.isPositive())
            continue;
        // One line for one direction; a trade against the first has its own row in the positions.
        if (isLong.value_or(trade.state.isLong()) != trade.state.isLong())
            continue;
        isLong = trade.state.isLong();
        held += trade.open;
        value += trade.averageEntry.toDoubleLossy() * trade.open.toDoubleLossy();
        profit += trade.unrealised;
        isKnown = isKnown && trade.mark.source != trade::MarkSource::None;
        onlyAverage = trade.averageEntry;
        ++trades;
    }
    if (trades == 0)
        return;
    charts::PositionLine line;
    line.average =
        trades == 1 ? onlyAverage : Price::tryFromDouble(value / held.toDoubleLossy()).valueOr(onlyAverage);
    line.label = Words::tr("%1 @ %2").arg(quantityText(*isLong ? held : -held), priceText(line.average));
    line.profit = isKnown ? signedMoneyText(profit) : unknownText();
    line.tone = !isKnown              ? ChartTone::Muted
                : profit.isPositive() ? ChartTone::Up
                : profit.isNegative() ? ChartTone::Down
                                      : ChartTone::Neutral;
    overlay.position = std::move(line);
}

} // namespace

bool isContractOf(const Symbol& contract, const Symbol& underlying) {
    const auto option = OptionSymbol::tryFrom(contract);
    if (!option)
        return false;
    return option->underlying() == underlying;
}

charts::ChartOverlay overlayOf(const engine::EngineSnapshot& snapshot, const Symbol& symbol,
                               bool isUnderlying) {
    charts::ChartOverlay overlay;
    if (symbol.looksLikeOption())
        overlay.tick = Price::fromCents(1);
    if (snapshot.orders == nullptr || symbol.isEmpty())
        return overlay;
    addMarkers(*snapshot.orders, symbol, isUnderlying, overlay);
    addOrders(*snapshot.orders, symbol, overlay);
    addPlans(*snapshot.orders, symbol, overlay);
    addPosition(*snapshot.orders, symbol, overlay);
    return overlay;
}

} // namespace strikedesk::ui
