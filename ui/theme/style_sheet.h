// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace strikedesk::ui {

class Theme;

/// The application's style sheet in a theme's colours: buttons, fields, tables, tabs, docks, menus, scroll
/// bars.
QString styleSheet(const Theme& theme);

} // namespace strikedesk::ui
