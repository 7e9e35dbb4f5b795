// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace strikedesk::fuzz {

/// The inputs in a file: each line of .txt and .jsonl, the bytes each line of .hex writes, else the whole
/// file.
std::vector<std::string> seedsIn(const std::filesystem::path& file);

/// The recorded payloads below these folders of shared/fixtures; empty on a machine without them.
std::vector<std::filesystem::path> recordedFiles(const std::vector<std::string>& folders);

} // namespace strikedesk::fuzz
