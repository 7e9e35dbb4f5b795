// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/order_row.h"

#include "core/base/zone.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace strikedesk::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::OrderRow)
};

/// The newest thing that went wrong with each order, in the engine's words.
std::map<ClientOrderId, QString> troubles(const engine::EngineSnapshot& snapshot) {
    std::map<ClientOrderId, QString> found;
    for (const engine::NumberedNotice& notice : snapshot.notices)
        if (!notice.notice.clientOrderId.isEmpty() && notice.notice.level != trade::NoticeLevel::Info)
            found[notice.notice.clientOrderId] = sentenceText(notice.notice.message);
    return found;
}

OrderRow ownRow(const trade::OrderState& order, const std::map<ClientOrderId, QString>& said, Timestamp now) {
    OrderRow row;
    row.key = "own:" + order.intent.clientOrderId.text();
    row.clientOrderId = order.intent.clientOrderId;
    row.symbol = order.intent.symbol;
    row.action = TradeWords::intent(order.intent.intent);
    row.isBuy = trade::sideOf(order.intent.intent) == trade::Side::Buy;
    row.quantity = order.quantity.isZero() ? order.intent.quantity : order.quantity;
    row.filled = order.filled;
    row.limit = order.intent.limitPrice;
    row.state = TradeWords::state(order);
    row.tone = TradeWords::tone(order);
    row.help = TradeWords::stateHelp(order);
    row.role = TradeWords::role(order.intent.role);
    row.createdAt = order.intent.createdAt;
    row.isLive = order.isLive();
    row.isUnknown = order.phase == trade::OrderPhase::Unknown;
    row.canCancel = order.isLive() && !order.cancelWanted;
    if (order.isLive() && now.isSet() && row.createdAt.isSet())
        row.age = durationText(now - row.createdAt);
    row.message = sentenceText(order.message);
    if (const auto trouble = said.find(row.clientOrderId); row.message.isEmpty() && trouble != said.end())
        row.message = trouble->second;
    if (row.message.isEmpty() && !order.missing().isZero())
        row.message =
            Words::tr("%1 filled at the broker, waiting for the fill").arg(quantityText(order.missing()));
    return row;
}

OrderRow foreignRow(const trade::BrokerOrder& order, Timestamp now) {
    OrderRow row;
    row.key = "foreign:" + order.id.text();
    row.symbol = order.symbol;
    row.isBuy = order.side == trade::Side::Buy;
    row.action = order.intent != trade::PositionIntent::Unspecified ? TradeWords::intent(order.intent)
                 : order.side                                       ? TradeWords::side(*order.side)
                                                                    : unknownText();
    row.quantity = order.quantity.value_or(Quantity());
    row.filled = order.filledQuantity;
    row.limit = order.limitPrice;
    row.state = TradeWords::foreignState(order);
    row.isLive = !trade::isTerminal(order.status);
    row.tone = row.isLive ? WordTone::Plain : WordTone::Quiet;
    row.role = Words::tr("Elsewhere");
    row.createdAt = order.submittedAt.isSet() ? order.submittedAt : order.createdAt;
    if (row.isLive && now.isSet() && row.createdAt.isSet())
        row.age = durationText(now - row.createdAt);
    row.message = Words::tr("Not placed here. Cancel it where it was placed.");
    row.help = row.message;
    return row;
}

} // namespace

std::vector<OrderRow> orderRowsOf(const engine::EngineSnapshot& snapshot, Timestamp now) {
    std::vector<OrderRow> rows;
    if (snapshot.orders == nullptr)
        return rows;
    const Timestamp clock = now.isSet() ? now : snapshot.at.market;
    const Date today = newYorkDate(clock);
    std::map<ClientOrderId, Timestamp> lastFills;
    for (const trade::Fill& fill : snapshot.orders->fills)
        lastFills[fill.clientOrderId] = std::max(lastFills[fill.clientOrderId], fill.at);
    const auto said = troubles(snapshot);
    for (const trade::OrderState& order : snapshot.orders->orders) {
        const auto filled = lastFills.find(order.intent.clientOrderId);
        const Timestamp touched = filled == lastFills.end()
                                      ? order.intent.createdAt
                                      : std::max(filled->second, order.intent.createdAt);
        // What is not settled is shown however old it is.
        if (order.isSettled() && newYorkDate(touched) != today)
            continue;
        rows.push_back(ownRow(order, said, clock));
    }
    for (const trade::BrokerOrder& order : snapshot.orders->foreign)
        if (!trade::isTerminal(order.status) || newYorkDate(order.createdAt) == today)
            rows.push_back(foreignRow(order, clock));
    std::stable_sort(rows.begin(), rows.end(), [](const OrderRow& a, const OrderRow& b) {
        return a.isLive != b.isLive ? a.isLive : a.createdAt > b.createdAt;
    });
    return rows;
}

} // namespace strikedesk::ui
