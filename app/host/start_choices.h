// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/settings/settings.h"

#include <filesystem>
#include <string>

namespace strikedesk::host {

/// What is chosen before a profile is open and so cannot be kept in its store: the mode and, at the usual
/// place, the folder for data. A small JSON file beside the profiles.

/// The file of a root folder.
std::filesystem::path startFileOf(const std::filesystem::path& root);

/// What the file says; empty without one. Hostile: only "mode" and "data.dir" count. Errors: a file that
/// cannot be read or understood, with a sentence; a program must not start in another mode than the one
/// chosen.
Result<SettingTexts> readStartChoices(const std::filesystem::path& file);

/// Keeps one choice beside the others. Writes the file whole and only then puts it in place. Any thread.
Status keepStartChoice(const std::filesystem::path& file, const std::string& key, const std::string& text);

} // namespace strikedesk::host
