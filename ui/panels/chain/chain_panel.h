// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// The options chain: expiries as tabs, calls | strike | puts, a filter bar. A click chooses the contract of
/// the group; a double click or Enter on a bid loads a sale into the ticket, on anything else a purchase.
Panel* makeChainPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
