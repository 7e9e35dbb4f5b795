// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// The order ticket of a group: one draft, judged while it is written, sent once.
Panel* makeTicketPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
