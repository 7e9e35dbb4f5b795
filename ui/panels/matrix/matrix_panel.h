// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// The price ladder of the group's contract, or of its stock while no contract is chosen.
Panel* makeMatrixPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
