// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trade/orders/order_record.h"

namespace strikedesk::trade {

std::string_view kindOf(const OrderRecord& record) {
    return std::visit([](const auto& r) { return std::decay_t<decltype(r)>::kKind; }, record);
}

} // namespace strikedesk::trade
