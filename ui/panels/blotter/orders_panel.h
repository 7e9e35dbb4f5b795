// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// Working orders and those that ended today, ours and others at the same account.
Panel* makeOrdersPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
