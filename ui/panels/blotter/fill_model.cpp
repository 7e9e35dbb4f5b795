// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/fill_model.h"

#include "core/base/zone.h"
#include "ui/panels/blotter/trade_words.h"
#include "ui/theme/format.h"

#include <algorithm>

namespace strikedesk::ui {

namespace {

std::vector<TableColumn> fillColumns() {
    return {
        {QStringLiteral("time"), FillModel::tr("Time"), FillModel::tr("When it was executed, New York"), 68,
         Qt::AlignLeft},
        {QStringLiteral("contract"), FillModel::tr("Contract"), FillModel::tr("The instrument"), 150,
         Qt::AlignLeft, true, true},
        {QStringLiteral("side"), FillModel::tr("Side"), FillModel::tr("Bought or sold"), 52, Qt::AlignLeft},
        {QStringLiteral("quantity"), FillModel::tr("Qty"), FillModel::tr("Contracts or shares"), 52},
        {QStringLiteral("price"), FillModel::tr("Price"), FillModel::tr("Price of the execution"), 64},
        {QStringLiteral("fee"), FillModel::tr("Fee"), FillModel::tr("Fees paid for it"), 60},
        {QStringLiteral("role"), FillModel::tr("For"), FillModel::tr("What its order was for"), 90,
         Qt::AlignLeft},
        {QStringLiteral("note"), FillModel::tr("Note"), FillModel::tr("How it became known"), 90,
         Qt::AlignLeft},
    };
}

} // namespace

std::vector<FillRow> fillRowsOf(const engine::EngineSnapshot& snapshot, Timestamp now) {
    std::vector<FillRow> rows;
    if (snapshot.orders == nullptr)
        return rows;
    std::map<ClientOrderId, trade::OrderRole> roles;
    for (const trade::OrderState& order : snapshot.orders->orders)
        roles[order.intent.clientOrderId] = order.intent.role;
    const Date today = newYorkDate(now.isSet() ? now : snapshot.at.market);
    for (const trade::Fill& fill : snapshot.orders->fills) {
        if (newYorkDate(fill.at) != today)
            continue;
        FillRow row;
        row.key = {fill.brokerOrderId, fill.cumulativeAfter};
        row.at = fill.at;
        row.symbol = fill.symbol;
        row.isBuy = fill.side == trade::Side::Buy;
        row.quantity = fill.quantity;
        row.price = fill.price;
        row.fee = fill.fee;
        row.isInferred = fill.isInferred;
        const auto role = roles.find(fill.clientOrderId);
        row.role = role == roles.end() ? unknownText() : TradeWords::role(role->second);
        rows.push_back(std::move(row));
    }
    std::reverse(rows.begin(), rows.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FillRow& a, const FillRow& b) { return a.at > b.at; });
    return rows;
}

FillModel::FillModel(QObject* parent) : KeyedModel(fillColumns(), parent) {}

Cell FillModel::cell(int place, int column) const {
    const FillRow& fill = row(place);
    Cell cell;
    switch (column) {
    case Time:
        cell.text = timeText(fill.at);
        cell.colour = Token::Muted;
        cell.hint = dateTimeText(fill.at);
        break;
    case Contract:
        cell.text = contractText(fill.symbol);
        cell.weight = QFont::DemiBold;
        cell.hint = contractLongText(fill.symbol);
        break;
    case Action:
        cell.text = TradeWords::side(fill.isBuy ? trade::Side::Buy : trade::Side::Sell);
        cell.colour = fill.isBuy ? Token::Up : Token::Down;
        break;
    case Amount:
        cell.text = quantityText(fill.quantity);
        break;
    case Paid:
        cell.text = priceText(fill.price);
        break;
    case Fee:
        cell.text = moneyText(fill.fee);
        cell.colour = Token::Muted;
        break;
    case Role:
        cell.text = fill.role;
        cell.colour = Token::Muted;
        break;
    default:
        if (fill.isInferred) {
            cell.text = tr("inferred");
            cell.colour = Token::Warn;
            cell.hint = tr("Worked out from the order's totals because the execution itself never came.");
        }
        break;
    }
    return cell;
}

bool FillModel::isLess(const FillRow& a, const FillRow& b, int column) const {
    switch (column) {
    case Time:
        return a.at < b.at;
    case Contract:
        return a.symbol < b.symbol;
    case Action:
        return a.isBuy < b.isBuy;
    case Amount:
        return a.quantity < b.quantity;
    case Paid:
        return a.price < b.price;
    case Fee:
        return a.fee < b.fee;
    case Role:
        return a.role < b.role;
    default:
        return a.isInferred < b.isInferred;
    }
}

} // namespace strikedesk::ui
