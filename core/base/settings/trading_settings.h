// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings/setting_definition.h"

namespace strikedesk {

/// Settings of orders, exits and risk (defaults: domain rules 9, 12 and 13).
inline constexpr SettingDefinition kTradingSettings[] = {
    setting::number(SettingKind::Duration, "orders.fill_wait_seconds", "60", "5", "3600", "s", setting::Live,
                    "How long an automatic entry works before it is cancelled. Orders of the ticket work "
                    "until they are cancelled."),
    setting::number(SettingKind::Duration, "orders.horizon_seconds", "60", "10", "600", "s", setting::Live,
                    "How long an order without an answer is looked for at the broker."),
    setting::number(SettingKind::Duration, "orders.account_age_seconds", "60", "5", "600", "s", setting::Live,
                    "Oldest account figures an entry may rest on."),
    setting::number(SettingKind::Integer, "orders.price_collar_percent", "20", "1", "100", "%", setting::Live,
                    "How far a limit may lie through the far side of the quote."),
    setting::number(SettingKind::Price, "orders.price_collar_floor", "0.10", "0.01", "5.00", "USD",
                    setting::Live, "The collar is never narrower than this."),
    setting::number(SettingKind::Integer, "orders.max_quantity", "50", "1", "10000", "contracts",
                    setting::Live, "Largest quantity of one order."),
    setting::number(SettingKind::Money, "orders.max_notional", "25000.00", "1", "10000000", "USD",
                    setting::Live, "Largest value of one order."),
    setting::number(SettingKind::Decimal, "orders.max_spread_percent", "5", "0.1", "100", "%", setting::Live,
                    "Widest spread, in percent of the mid, for an automatic entry."),
    setting::number(SettingKind::Integer, "orders.max_per_second", "5", "1", "100", "orders", setting::Live,
                    "Orders that may leave in one second."),
    setting::number(SettingKind::Integer, "orders.max_per_minute", "60", "1", "1000", "orders", setting::Live,
                    "Orders that may leave in one minute."),
    setting::number(SettingKind::Duration, "orders.duplicate_seconds", "10", "0", "300", "s", setting::Live,
                    "Time in which an equal order counts as a duplicate and is refused."),
    setting::choice("orders.resting_time_in_force", "gtc", "day|gtc", setting::Live,
                    "How long a resting exit lives where the broker accepts both."),
    setting::number(SettingKind::Decimal, "exits.stop_loss_percent", "50", "1", "100", "%", setting::Live,
                    "Loss, in percent of the entry price, at which a new ticket sets its stop."),
    setting::number(SettingKind::Decimal, "exits.take_profit_percent", "50", "1", "10000", "%", setting::Live,
                    "Gain, in percent of the entry price, at which a new ticket sets its take-profit."),
    setting::number(SettingKind::Duration, "exits.stop_confirm_ms", "500", "0", "10000", "ms", setting::Live,
                    "How long a quote must stay at or below a stop when no second quote confirms it."),
    setting::number(SettingKind::Duration, "exits.reprice_seconds", "2", "1", "60", "s", setting::Live,
                    "Time after which the limit of a triggered stop moves one tick lower."),
    setting::number(SettingKind::Integer, "exits.collar_percent", "20", "1", "100", "%", setting::Live,
                    "How far below the bid the limit of a triggered stop may go."),
    setting::number(SettingKind::Price, "exits.collar_floor", "0.10", "0.01", "5.00", "USD", setting::Live,
                    "The collar of an exit is never narrower than this."),
    setting::number(SettingKind::Integer, "risk.max_open_positions", "10", "1", "1000", "positions",
                    setting::Live, "Positions that may be open at once."),
    setting::number(SettingKind::Integer, "risk.max_positions_per_symbol", "3", "1", "100", "positions",
                    setting::Live, "Positions that may be open at once in one underlying."),
    setting::number(SettingKind::Integer, "risk.max_trades_per_day", "20", "1", "10000", "trades",
                    setting::Live, "Entries in one trading day."),
    setting::number(SettingKind::Decimal, "risk.daily_loss_percent", "2", "0.1", "100", "%", setting::Live,
                    "Loss of a day, in percent of the day's opening equity, that ends new entries; the "
                    "smaller figure counts."),
    setting::number(SettingKind::Money, "risk.daily_loss_amount", "1000.00", "1", "10000000", "USD",
                    setting::Live,
                    "Loss of a day in dollars that ends new entries; the smaller figure counts."),
};

} // namespace strikedesk
