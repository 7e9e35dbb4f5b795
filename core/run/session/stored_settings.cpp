// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/stored_settings.h"

#include "core/io/store/migrations.h"
#include "core/io/store/settings_repository.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace strikedesk::session {

bool isChosenAtStart(std::string_view key) {
    constexpr std::array<std::string_view, 3> kKeys{"mode", "profile.name", "data.dir"};
    return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

Result<SettingTexts> storedSettings(const std::filesystem::path& dataDirectory) {
    const std::filesystem::path file = dataDirectory / "store.db";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return SettingTexts();
    auto store = store::openStore(file);
    if (!store)
        return store.error();
    auto texts = store::SettingsRepository(**store).all();
    if (!texts)
        return texts.error();
    std::erase_if(*texts, [](const auto& entry) {
        return isChosenAtStart(entry.first) || !findSetting(entry.first).has_value();
    });
    return std::move(*texts);
}

} // namespace strikedesk::session
