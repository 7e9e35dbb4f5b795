// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/support/scripted_readers.h"
#include "tests/gui/support/snapshot_builder.h"

namespace strikedesk::ui {

/// Every scripted reader, the boards, and a PanelContext of them. As made it is the empty desk: no symbol,
/// no account, nothing answered.
struct PanelRig {
    ScriptedDesk desk;
    ScriptedSeries series;
    ScriptedWatchlists watchlists;
    ScriptedInstruments instruments;
    ScriptedJournal journal;
    ScriptedSettings settings;
    std::shared_ptr<ScriptedChain::Board> chain = std::make_shared<ScriptedChain::Board>();
    LinkBoard links;
    TicketBoard tickets;
    Arming arming;

    PanelContext context() {
        return {desk,        desk,    series,   watchlists,
                instruments, journal, settings, [this] { return std::make_unique<ScriptedChain>(chain); },
                links,       tickets, arming};
    }
};

} // namespace strikedesk::ui
