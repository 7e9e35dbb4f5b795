// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// Open positions with their profit, exits and what can be done with them.
Panel* makePositionsPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
