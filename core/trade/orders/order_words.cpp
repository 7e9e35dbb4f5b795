// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/orders/order_words.h"

#include "core/base/option_symbol.h"

namespace strikedesk::trade {

namespace {

bool buys(PositionIntent intent) { return sideOf(intent) == Side::Buy; }

std::string termsOf(const OrderState& order) {
    const OrderIntent& intent = order.intent;
    std::string words =
        (buys(intent.intent) ? "buy " : "sell ") + order.quantity.text() + ' ' + contractName(intent.symbol);
    if (intent.limitPrice)
        words += " at " + intent.limitPrice->text();
    return words;
}

} // namespace

std::string fillSentence(const OrderState& order, const Fill& fill) {
    return (buys(order.intent.intent) ? "Bought " : "Sold ") + fill.quantity.text() + ' ' +
           contractName(order.intent.symbol) + " at " + fill.price.text() + '.';
}

std::string restingSentence(const OrderState& order) {
    return "Take-profit works at the venue: " + termsOf(order) + '.';
}

std::string endedSentence(const OrderState& order) {
    const char* how = order.status == OrderStatus::Expired    ? " expired; "
                      : order.status == OrderStatus::Rejected ? " was rejected; "
                                                              : " was cancelled; ";
    return "The order to " + termsOf(order) + how + order.filled.text() + " filled.";
}

std::string refusedSentence(const OrderState& order, const std::string& why) {
    return (order.intent.isReplace() ? "The broker refused to change an order to "
                                     : "The broker refused to ") +
           termsOf(order) + ": " + why + (why.ends_with('.') ? "" : ".");
}

std::string withdrawnSentence(const OrderState& order) {
    return "The take-profit to " + termsOf(order) +
           " was cancelled at the broker, not by this program. Nothing sells there now: set a take-profit "
           "again, or leave it off.";
}

std::string changedElsewhereSentence(const OrderState& order) {
    return "An order of this program was changed by another hand: it is to " + termsOf(order) +
           " now, and goes on as ours.";
}

std::string stuckSentence(const OrderState& order) {
    const bool isChange = order.status == OrderStatus::PendingReplace && !order.cancelWanted;
    return "The broker has not " + std::string(isChange ? "changed" : "cancelled") + " the order to " +
           termsOf(order) + " for half a minute or more. What it holds cannot be " +
           (buys(order.intent.intent) ? "bought back" : "sold") +
           " meanwhile: cancel it on the broker's page, or call the broker.";
}

std::string closedSentence(const TradeSummary& trade) {
    const Money net = trade.totals.net();
    return contractName(trade.symbol) + " is closed: " + (net.units() > 0 ? "+" : "") + net.text() +
           " after fees.";
}

} // namespace strikedesk::trade
