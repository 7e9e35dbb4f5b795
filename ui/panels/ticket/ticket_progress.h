// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/snapshot.h"

#include <QString>

#include <optional>

namespace strikedesk::ui {

/// How far a sent ticket has come.
enum class TicketStage : std::uint8_t {
    Asked,    ///< handed to the engine, nothing heard
    Recorded, ///< decided and being written down
    Sending,  ///< durable; its one request may have left
    Unknown,  ///< no answer; being looked up, counted in full
    Working,  ///< at the broker
    Filled,
    Refused, ///< by us or by the broker; nothing was bought
    Ended,   ///< cancelled, expired, replaced; perhaps in part filled
};

struct TicketProgress {
    TicketStage stage = TicketStage::Asked;
    QString sentence;
    /// Whether the ticket may be used for something new: the order is known to work or to have ended.
    bool isSettled() const { return stage >= TicketStage::Working; }
};

/// What became of the ticket with this intent id.
TicketProgress progressOf(const engine::EngineSnapshot& snapshot, const IntentId& intentId);

/// One line of the ticket's list.
struct CheckLine {
    QString text;
    bool passed = false;
    bool isRemark = false; ///< passed, and still worth a look
    friend bool operator==(const CheckLine&, const CheckLine&) = default;
};

/// The list for a draft: what is refused first, then remarks, then what passed, in the order of the gates.
/// `check` is null while the engine has not judged this very draft; then only what stands against any order
/// is said. `oldestQuote`: how old a quote a person's order may rest on.
std::vector<CheckLine> checkLines(const engine::EngineSnapshot& snapshot, const Symbol& contract,
                                  const trade::TicketCheck* check, Timestamp now, Duration oldestQuote);

} // namespace strikedesk::ui
