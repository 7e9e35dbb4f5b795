// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_intent.h"

namespace strikedesk::trade {

std::string_view toText(ExitReason reason) {
    switch (reason) {
    case ExitReason::None:
        return "none";
    case ExitReason::ProfitTarget:
        return "profit_target";
    case ExitReason::StopLoss:
        return "stop_loss";
    case ExitReason::TimeExit:
        return "time_exit";
    case ExitReason::Manual:
        return "manual";
    case ExitReason::KillSwitch:
        return "kill_switch";
    case ExitReason::Broker:
        return "broker";
    }
    return "none";
}

bool wasLeft(ExitReason reason) {
    return reason == ExitReason::StopLoss || reason == ExitReason::TimeExit || reason == ExitReason::Manual ||
           reason == ExitReason::KillSwitch;
}

std::string_view toText(OrderRole role) {
    switch (role) {
    case OrderRole::Entry:
        return "entry";
    case OrderRole::TakeProfit:
        return "take_profit";
    case OrderRole::Exit:
        return "exit";
    }
    return "entry";
}

OrderRequest toRequest(const OrderIntent& intent) {
    OrderRequest request;
    request.symbol = intent.symbol;
    request.quantity = intent.quantity;
    request.side = sideOf(intent.intent);
    request.type = intent.type;
    request.timeInForce = intent.timeInForce;
    request.limitPrice = intent.limitPrice;
    request.intent = intent.intent;
    request.clientOrderId = intent.clientOrderId;
    return request;
}

ReplaceRequest toReplaceRequest(const OrderIntent& intent) {
    ReplaceRequest request;
    request.orderId = intent.replacesBrokerId;
    // An exit that is re-priced keeps what is left of it, whatever has filled since we last heard: naming a
    // quantity would sell that part twice.
    if (intent.role != OrderRole::Exit)
        request.quantity = intent.quantity;
    request.limitPrice = intent.limitPrice;
    request.clientOrderId = intent.clientOrderId;
    return request;
}

} // namespace strikedesk::trade
