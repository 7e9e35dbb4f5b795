// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace strikedesk {

/// A folder of the shared reference material, empty where it is not installed.
inline std::string sharedFolder(const std::string& name) {
    const char* named = std::getenv("STRIKEDESK_SHARED_DIR");
    const std::filesystem::path root = named != nullptr
                                           ? std::filesystem::path(named)
                                           : std::filesystem::path(STRIKEDESK_SOURCE_DIR) / ".." / "shared";
    std::error_code ignored;
    return std::filesystem::is_directory(root / name, ignored) ? (root / name).string() : std::string();
}

} // namespace strikedesk
