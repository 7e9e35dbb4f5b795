// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/base/price.h"
#include "core/base/settings/setting_definition.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace strikedesk {

/// What a setting is once read. Switch: bool. Integer: int64. Duration and TimeOfDay (since midnight):
/// Duration. Text, Url and Choice: string.
using SettingValue = std::variant<bool, std::int64_t, Decimal, Price, Money, Duration, std::string>;

/// Reads and checks one value. Errors name the key, the value and what is allowed.
Result<SettingValue> parseSetting(const SettingDefinition& definition, std::string_view text);

/// The value as a user would write it; parseSetting gives it back.
std::string settingText(const SettingDefinition& definition, const SettingValue& value);

/// "5 to 3600 s", "demo, paper, live or replay", "on or off".
std::string settingRange(const SettingDefinition& definition);

} // namespace strikedesk
