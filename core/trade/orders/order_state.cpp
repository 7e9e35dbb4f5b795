// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_state.h"

namespace strikedesk::trade {

std::string_view toText(OrderPhase phase) {
    switch (phase) {
    case OrderPhase::Recording:
        return "recording";
    case OrderPhase::Sending:
        return "sending";
    case OrderPhase::Unknown:
        return "unknown";
    case OrderPhase::Working:
        return "working";
    case OrderPhase::Ended:
        return "ended";
    }
    return "";
}

std::string_view toText(OrderEnd end) {
    switch (end) {
    case OrderEnd::None:
        return "none";
    case OrderEnd::Filled:
        return "filled";
    case OrderEnd::Canceled:
        return "canceled";
    case OrderEnd::Expired:
        return "expired";
    case OrderEnd::Replaced:
        return "replaced";
    case OrderEnd::Rejected:
        return "rejected";
    case OrderEnd::NotSent:
        return "not_sent";
    case OrderEnd::Unseen:
        return "expired_unseen";
    }
    return "";
}

} // namespace strikedesk::trade
