// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/trade/risk/entry_ticket.h"

#include <QString>

#include <optional>

namespace strikedesk::ui {

/// How the take-profit field is meant.
enum class TargetMeaning : std::uint8_t {
    Price,       ///< "2.10"
    PlusAmount,  ///< "+0.10" on the entry price
    PlusPercent, ///< "+5 %" of the entry price
};

/// How the stop field is meant.
enum class StopMeaning : std::uint8_t {
    Price,        ///< "1.60"
    MinusPercent, ///< "−20 %" of the limit
};

/// What stands in the ticket's fields, as typed.
struct TicketTexts {
    IntentId intentId;
    Symbol contract;
    trade::PositionIntent intent = trade::PositionIntent::BuyToOpen;
    std::int64_t multiplier = 100;
    QString quantity;
    QString limit;
    QString target; ///< empty: none
    QString stop;   ///< empty: none
    TargetMeaning targetMeaning = TargetMeaning::Price;
    StopMeaning stopMeaning = StopMeaning::Price;
    trade::TimeInForce timeInForce = trade::TimeInForce::Day;
};

/// What the fields say. A field that cannot be read has a sentence and no value; nothing is ever changed in
/// silence.
struct TicketReading {
    std::optional<std::int64_t> quantity;
    std::optional<Price> limit;
    std::optional<Price> target; ///< as a price
    std::optional<Price> stop;   ///< as a price
    QString quantityProblem;
    QString limitProblem;
    QString targetProblem;
    QString stopProblem;
    /// All fields are right. Of a sale only contract, intent, quantity and limit count.
    std::optional<trade::EntryTicket> ticket;

    /// The first problem from the top; empty when there is none.
    QString firstProblem() const;
};

TicketReading readTicket(const TicketTexts& texts);

/// A share in hundredths of a percent from "5", "+5.25", "20 %"; nothing beyond two decimals or not above
/// zero.
std::optional<std::int64_t> typedPercent(const QString& text);
/// "5", "5.25".
QString percentUnitsText(std::int64_t hundredths);

/// The same order in every respect.
bool isSameTicket(const trade::EntryTicket& a, const trade::EntryTicket& b);

/// The next price one step up or down on the contract's grid; the ends stay where they are.
Price stepped(const Symbol& contract, Price from, int steps);

} // namespace strikedesk::ui
