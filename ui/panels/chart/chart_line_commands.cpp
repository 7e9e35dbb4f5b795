// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chart/chart_line_commands.h"

#include <algorithm>

namespace strikedesk::ui {

namespace {

const QString kOrder = QStringLiteral("order:");
const QString kStop = QStringLiteral("stop:");
const QString kTarget = QStringLiteral("target:");

std::string after(const QString& id, const QString& prefix) { return id.mid(prefix.size()).toStdString(); }

const engine::TradeView* tradeOf(const engine::OrderView& view, const IntentId& id) {
    const auto found = std::find_if(view.trades.begin(), view.trades.end(),
                                    [&](const engine::TradeView& trade) { return trade.state.id == id; });
    return found == view.trades.end() || found->state.phase == trade::TradePhase::Closed ? nullptr : &*found;
}

const trade::OrderState* liveOrder(const engine::OrderView& view, const ClientOrderId& id) {
    const auto found =
        std::find_if(view.orders.begin(), view.orders.end(),
                     [&](const trade::OrderState& order) { return order.intent.clientOrderId == id; });
    return found == view.orders.end() || !found->isLive() ? nullptr : &*found;
}

/// The plan of a trade with one change.
template <class Change>
std::optional<engine::UserEvent> planned(const engine::OrderView& view, const IntentId& id, Change change) {
    const engine::TradeView* trade = tradeOf(view, id);
    if (trade == nullptr)
        return std::nullopt;
    trade::ExitPlan plan = trade->state.plan;
    change(plan);
    return engine::PlanRequested{id, plan};
}

trade::TakeProfit at(Price price) { return {trade::TakeProfit::Kind::AtPrice, price, 0}; }

} // namespace

QString orderLineId(const ClientOrderId& order) { return kOrder + QString::fromStdString(order.text()); }
QString stopLineId(const IntentId& trade) { return kStop + QString::fromStdString(trade.text()); }
QString targetLineId(const IntentId& trade) { return kTarget + QString::fromStdString(trade.text()); }

std::optional<engine::UserEvent> movedLine(const engine::EngineSnapshot& snapshot, const QString& id,
                                           Price price) {
    if (snapshot.orders == nullptr || !price.isPositive())
        return std::nullopt;
    const engine::OrderView& view = *snapshot.orders;
    if (id.startsWith(kOrder)) {
        const trade::OrderState* order = liveOrder(view, ClientOrderId(after(id, kOrder)));
        if (order == nullptr || order->intent.role != trade::OrderRole::TakeProfit)
            return std::nullopt;
        return planned(view, order->intent.tradeId, [&](auto& plan) { plan.takeProfit = at(price); });
    }
    if (id.startsWith(kStop))
        return planned(view, IntentId(after(id, kStop)), [&](auto& plan) { plan.stop = price; });
    if (id.startsWith(kTarget))
        return planned(view, IntentId(after(id, kTarget)), [&](auto& plan) { plan.takeProfit = at(price); });
    return std::nullopt;
}

std::optional<engine::UserEvent> cancelledLine(const engine::EngineSnapshot& snapshot, const QString& id) {
    if (snapshot.orders == nullptr)
        return std::nullopt;
    const engine::OrderView& view = *snapshot.orders;
    if (id.startsWith(kOrder)) {
        const ClientOrderId order(after(id, kOrder));
        if (liveOrder(view, order) == nullptr)
            return std::nullopt;
        return engine::CancelRequested{order};
    }
    if (id.startsWith(kStop))
        return planned(view, IntentId(after(id, kStop)), [](auto& plan) { plan.stop.reset(); });
    if (id.startsWith(kTarget))
        return planned(view, IntentId(after(id, kTarget)), [](auto& plan) { plan.takeProfit.reset(); });
    return std::nullopt;
}

} // namespace strikedesk::ui
