// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace strikedesk {

/// "Orders" for "orders.fill_wait_seconds": the heading a setting is shown under.
std::string_view settingGroup(std::string_view key);

/// Every setting with its default, range, variable and meaning as a Markdown page; the manual and the command
/// line print it.
std::string settingsMarkdown();

} // namespace strikedesk
