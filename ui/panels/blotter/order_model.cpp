// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/order_model.h"

#include "ui/panels/blotter/tones.h"
#include "ui/theme/format.h"

namespace strikedesk::ui {

namespace {

std::vector<TableColumn> orderColumns() {
    return {
        {QStringLiteral("time"), OrderModel::tr("Time"), OrderModel::tr("When it was decided, New York"), 68,
         Qt::AlignLeft},
        {QStringLiteral("action"), OrderModel::tr("Order"),
         OrderModel::tr("Side and what it does to the position"), 96, Qt::AlignLeft},
        {QStringLiteral("contract"), OrderModel::tr("Contract"), OrderModel::tr("The instrument"), 140,
         Qt::AlignLeft, true, true},
        {QStringLiteral("quantity"), OrderModel::tr("Filled / qty"), OrderModel::tr("Filled of ordered"), 76},
        {QStringLiteral("limit"), OrderModel::tr("Limit"), OrderModel::tr("Limit price"), 58},
        {QStringLiteral("state"), OrderModel::tr("State"), OrderModel::tr("Where the order stands"), 96,
         Qt::AlignLeft, true, true},
        {QStringLiteral("role"), OrderModel::tr("For"), OrderModel::tr("What it is for in its trade"), 84,
         Qt::AlignLeft},
        {QStringLiteral("age"), OrderModel::tr("Age"), OrderModel::tr("How long it has been standing"), 74},
        {QStringLiteral("message"), OrderModel::tr("Message"), OrderModel::tr("The broker's words or ours"),
         200, Qt::AlignLeft},
    };
}

} // namespace

OrderModel::OrderModel(QObject* parent) : KeyedModel(orderColumns(), parent) {}

Cell OrderModel::cell(int place, int column) const {
    const OrderRow& order = row(place);
    Cell cell;
    cell.colour = order.isLive ? Token::Text : Token::Muted;
    cell.hint = order.help;
    switch (column) {
    case Time:
        cell.text = timeText(order.createdAt);
        cell.colour = Token::Muted;
        break;
    case Action:
        cell.text = order.action;
        if (order.isLive)
            cell.colour = order.isBuy ? Token::Up : Token::Down;
        break;
    case Contract:
        cell.text = contractText(order.symbol);
        cell.weight = order.isLive ? QFont::DemiBold : QFont::Normal;
        cell.hint = contractLongText(order.symbol);
        break;
    case Amount:
        cell.text = tr("%1 / %2").arg(quantityText(order.filled), quantityText(order.quantity));
        break;
    case Limit:
        cell.text = order.limit ? priceText(order.limit) : tr("market");
        break;
    case State:
        // What is not known must not be overlooked between words.
        if (order.isUnknown) {
            cell.badge = order.state;
            cell.badgeColour = Token::Warn;
        } else {
            cell.text = order.state;
        }
        cell.colour = order.isLive && order.tone == WordTone::Plain ? Token::Text : tokenOf(order.tone);
        break;
    case Role:
        cell.text = order.role;
        break;
    case Age:
        cell.text = order.age;
        cell.colour = Token::Muted;
        break;
    default:
        cell.text = order.message;
        cell.hint = order.message;
        cell.colour =
            order.tone == WordTone::Bad || order.tone == WordTone::Warn ? tokenOf(order.tone) : Token::Muted;
        break;
    }
    return cell;
}

bool OrderModel::isLess(const OrderRow& a, const OrderRow& b, int column) const {
    switch (column) {
    case Time:
    case Age:
        return a.createdAt < b.createdAt;
    case Action:
        return a.action < b.action;
    case Contract:
        return a.symbol < b.symbol;
    case Amount:
        return a.quantity < b.quantity;
    case Limit:
        return a.limit < b.limit;
    case State:
        return a.state < b.state;
    case Role:
        return a.role < b.role;
    default:
        return a.message < b.message;
    }
}

} // namespace strikedesk::ui
