// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/user_event.h"
#include "ui/link/ticket_board.h"
#include "ui/panels/matrix/ladder_model.h"

#include <QString>

#include <optional>
#include <vector>

namespace strikedesk::ui {

/// How the sentence under the ladder is meant.
enum class LadderTone : std::uint8_t {
    Said,    ///< done as asked
    Refused, ///< not done; the sentence says what to do instead
};

/// What a click, key or drag in the ladder leads to. Decided here, carried out by the panel.
struct LadderAnswer {
    std::vector<engine::UserEvent> events;
    std::optional<TicketRequest> ticket;
    QString sentence;
    LadderTone tone = LadderTone::Said;
};

/// What may be dragged to another price.
enum class DragKind : std::uint8_t {
    Target, ///< a take-profit
    Stop,   ///< a watched stop
    Entry,  ///< a buy order: not offered yet
};

/// Something of ours at a price that a drag can begin with.
struct DragStart {
    DragKind kind = DragKind::Target;
    Price from;
    std::int64_t quantity = 0;
};

/// Buys at a price: sends at once while armed, fills the ticket otherwise.
LadderAnswer buyAt(const LadderModel& ladder, Price price, bool isArmed);
/// Sells what is held at a price, by making it the target of every trade in the contract. Reduces only, so it
/// needs no arming; refused with a sentence when nothing is held.
/// `mayFillAtOnce`: at or below the bid too; else a click there is taken for a slip.
LadderAnswer sellAt(const LadderModel& ladder, Price price, bool mayFillAtOnce);
/// Best bid, and one step above it while that does not meet the ask.
LadderAnswer joinBid(const LadderModel& ladder, bool isArmed);
LadderAnswer improveBid(const LadderModel& ladder, bool isArmed);
/// The ask, and one step below it while that does not meet the bid; sells what is held.
LadderAnswer joinAsk(const LadderModel& ladder);
LadderAnswer improveAsk(const LadderModel& ladder);
/// Closes every trade in the contract.
LadderAnswer flatten(const LadderModel& ladder);
LadderAnswer cancelAt(const LadderModel& ladder, Price price);
LadderAnswer cancelAll(const LadderModel& ladder);

/// What a drag that begins at this price would move; nothing when there is nothing of ours.
std::optional<DragStart> dragFrom(const LadderModel& ladder, Price price);
LadderAnswer dragTo(const LadderModel& ladder, const DragStart& start, Price to);

} // namespace strikedesk::ui
