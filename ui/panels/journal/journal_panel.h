// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// The finished trades: list with totals and filter, and one trade with its notes and pictures.
Panel* makeJournalPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
