// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/settings/program_settings.h"
#include "core/base/settings/trading_settings.h"
#include "core/base/settings/venue_settings.h"
#include "core/base/settings/window_settings.h"

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

namespace strikedesk {

/// Every setting of the program, in the order shown to a user. There is no other.
inline constexpr auto kSettings = [] {
    constexpr std::size_t kCount = std::size(kProgramSettings) + std::size(kWindowSettings) +
                                   std::size(kVenueSettings) + std::size(kTradingSettings);
    std::array<SettingDefinition, kCount> all{};
    std::size_t next = 0;
    for (const auto& definition : kProgramSettings)
        all[next++] = definition;
    for (const auto& definition : kWindowSettings)
        all[next++] = definition;
    for (const auto& definition : kVenueSettings)
        all[next++] = definition;
    for (const auto& definition : kTradingSettings)
        all[next++] = definition;
    return all;
}();

/// Where in kSettings a key stands; nothing when there is no such setting.
constexpr std::optional<std::size_t> findSetting(std::string_view key) {
    for (std::size_t i = 0; i < kSettings.size(); ++i)
        if (kSettings[i].key == key)
            return i;
    return std::nullopt;
}

/// The name of a setting of one of `Kinds`, checked when the program is compiled: a misspelt key or one of
/// another kind does not compile.
template <SettingKind... Kinds>
class SettingKey {
public:
    consteval SettingKey(const char* key) : m_index(checked(key)) {}
    constexpr std::size_t index() const { return m_index; }

private:
    static consteval std::size_t checked(std::string_view key) {
        const auto index = findSetting(key);
        if (!index)
            throw "there is no setting of this name";
        if (((kSettings[*index].kind != Kinds) && ...))
            throw "the setting is of another kind";
        return *index;
    }

    std::size_t m_index;
};

} // namespace strikedesk
