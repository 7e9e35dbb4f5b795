// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// Watchlists: several named lists, live lines, the linked group follows the cursor.
Panel* makeWatchlistPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
