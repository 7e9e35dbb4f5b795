// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace strikedesk {

/// How a setting is written and what it becomes.
enum class SettingKind : std::uint8_t {
    Switch,    ///< on, off (also true, false, 1, 0)
    Integer,   ///< a whole number
    Decimal,   ///< up to four decimals, no unit of money (percentages, factors)
    Price,     ///< dollars per share or contract unit
    Money,     ///< dollars
    Duration,  ///< a number of the definition's unit: ms, s, min, h
    TimeOfDay, ///< HH:MM in New York
    Text,      ///< one line; `maximum` is its length
    Url,       ///< https or wss; http and ws only to this machine, because keys travel over it
    Choice,    ///< one word of `choices`
};

/// Whether a change takes effect in a running program.
enum class SettingChange : std::uint8_t {
    Live,    ///< at once
    AtStart, ///< with the next start
};

/// One setting: everything the parser, the settings page, the command line and the manual need to know.
/// Numbers are text in the notation of their kind, so that the list reads as a user would write it.
struct SettingDefinition {
    std::string_view key; ///< dotted lower case; the part before the first dot is its group
    SettingKind kind = SettingKind::Text;
    std::string_view initial;
    std::string_view minimum = {};
    std::string_view maximum = {};
    std::string_view choices = {}; ///< words with a vertical bar between
    std::string_view unit = {};
    SettingChange change = SettingChange::Live;
    std::string_view help; ///< one sentence
};

/// Makers for the lists: what varies, in the order a reader asks for it.
namespace setting {

using enum SettingChange;

constexpr SettingDefinition onOff(std::string_view key, std::string_view initial, SettingChange change,
                                  std::string_view help) {
    return {key, SettingKind::Switch, initial, {}, {}, {}, {}, change, help};
}

constexpr SettingDefinition number(SettingKind kind, std::string_view key, std::string_view initial,
                                   std::string_view minimum, std::string_view maximum, std::string_view unit,
                                   SettingChange change, std::string_view help) {
    return {key, kind, initial, minimum, maximum, {}, unit, change, help};
}

constexpr SettingDefinition text(std::string_view key, std::string_view initial, std::string_view maxLength,
                                 SettingChange change, std::string_view help) {
    return {key, SettingKind::Text, initial, {}, maxLength, {}, {}, change, help};
}

constexpr SettingDefinition url(std::string_view key, std::string_view initial, std::string_view help) {
    return {key, SettingKind::Url, initial, {}, "200", {}, {}, AtStart, help};
}

constexpr SettingDefinition choice(std::string_view key, std::string_view initial, std::string_view choices,
                                   SettingChange change, std::string_view help) {
    return {key, SettingKind::Choice, initial, {}, {}, choices, {}, change, help};
}

} // namespace setting

} // namespace strikedesk
