// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/settings/settings.h"

#include <filesystem>
#include <string_view>

namespace strikedesk::session {

/// True for the settings that say where the settings table itself lies (mode, profile, folder): they are
/// chosen at the start and never stored.
bool isChosenAtStart(std::string_view key);

/// What the profile's settings table holds, by key; nothing before the first start. Left out: what is chosen
/// at the start, and keys this build does not know (another version's), so that neither keeps it from
/// starting. Errors: a store that cannot be opened or read. Any thread, while no session runs on the profile.
Result<SettingTexts> storedSettings(const std::filesystem::path& dataDirectory);

} // namespace strikedesk::session
