// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/orders/broker_order.h"
#include "core/trade/orders/order_state.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace strikedesk::ui {

/// How much attention a word deserves.
enum class WordTone : std::uint8_t {
    Plain,
    Quiet, ///< over and done
    Busy,  ///< under way
    Good,
    Warn,
    Bad,
};

/// What orders, trades and exits are called on the screen. GUI thread.
class TradeWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::TradeWords)

public:
    /// "Buy to open".
    static QString intent(trade::PositionIntent intent);
    /// "Buy", "Sell".
    static QString side(trade::Side side);
    /// "Entry", "Take-profit", "Exit".
    static QString role(trade::OrderRole role);
    /// Why a position was closed, by the word stored with the trade: "Profit target". A word that is not
    /// known is shown as it is.
    static QString exitReason(std::string_view word);
    /// Where an order stands: "Recording", "UNKNOWN", "Part filled", "Ended: rejected".
    static QString state(const trade::OrderState& order);
    static WordTone tone(const trade::OrderState& order);
    /// What the state means and what happens next, for the tooltip.
    static QString stateHelp(const trade::OrderState& order);
    /// The broker's status of an order that is not ours.
    static QString foreignState(const trade::BrokerOrder& order);
};

} // namespace strikedesk::ui
