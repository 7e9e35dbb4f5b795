// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings/setting_definition.h"

namespace strikedesk {

/// Settings of the window: how it looks, speaks and asks.
inline constexpr SettingDefinition kWindowSettings[] = {
    setting::choice("ui.theme", "dark", "dark|light", setting::Live, "Colours of the window."),
    setting::choice("ui.sign_colours", "green_red", "green_red|blue_orange", setting::Live,
                    "Colours of up and down; the second pair is told apart by every kind of sight."),
    setting::choice("ui.language", "system", "system|en|es", setting::AtStart, "Language of the window."),
    setting::onOff("ui.confirm_orders", "on", setting::Live,
                   "Asks before an order is sent; a market order in a live account is always asked about."),
    setting::number(SettingKind::Duration, "ui.one_click_seconds", "300", "10", "3600", "s", setting::Live,
                    "How long one-click trading stays armed without being used."),
    setting::onOff("ui.flash_changes", "on", setting::Live, "Lights a figure up for a moment as it changes."),
};

} // namespace strikedesk
