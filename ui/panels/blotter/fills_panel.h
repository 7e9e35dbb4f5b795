// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// The executions of the day.
Panel* makeFillsPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
