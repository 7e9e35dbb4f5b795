// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace strikedesk::ui {

/// What the engine said, newest on top. A notice counts as read once a person pointed at the list or used
/// it.
Panel* makeNotificationsPanel(PanelContext context, QWidget* parent);

} // namespace strikedesk::ui
