// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"
#include "ui/panels/blotter/trade_words.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// One order as the blotter shows it.
struct OrderRow {
    std::string key;
    ClientOrderId clientOrderId; ///< empty for an order that is not ours
    Symbol symbol;
    QString action; ///< "Buy to open"
    bool isBuy = false;
    Quantity quantity;
    Quantity filled;
    std::optional<Price> limit; ///< nothing: at market
    QString state;
    WordTone tone = WordTone::Plain;
    QString help;
    QString role; ///< "Take-profit", "Elsewhere"
    Timestamp createdAt;
    QString age; ///< how long a live one has been standing; empty for an ended one
    QString message;
    bool isLive = false;
    bool isUnknown = false;
    bool canCancel = false;

    bool isForeign() const { return clientOrderId.isEmpty(); }
    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

/// Live orders first, newest on top, then those that ended today (New York) with the newest on top; orders
/// placed elsewhere among them.
std::vector<OrderRow> orderRowsOf(const engine::EngineSnapshot& snapshot, Timestamp now);

} // namespace strikedesk::ui
