// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace strikedesk::film {

/// Pages (REST answers, cache loads) kept once each under the name of their content: the BLAKE2b hash in
/// 64 hexadecimal digits, compressed, in 256 folders. Writing the same page again costs a look-up. One
/// thread at a time per object; several processes may share a folder.
class ChunkStore {
public:
    /// The largest page taken.
    static constexpr std::size_t kMaxBytes = 64u * 1024 * 1024;

    /// Characters of a page's name.
    static constexpr std::size_t kNameLength = 64;

    explicit ChunkStore(std::filesystem::path directory) : m_directory(std::move(directory)) {}

    /// The name `bytes` have here.
    static std::string nameOf(std::string_view bytes);
    /// Keeps the page and returns its name. Errors: too large, disk.
    Result<std::string> put(std::string_view bytes);
    /// The page by name, its content checked against it. Errors: InvalidInput for what is no name, NotFound,
    /// Storage for a page whose content does not match.
    Result<std::string> get(std::string_view name) const;
    bool contains(std::string_view name) const;

private:
    std::filesystem::path fileOf(std::string_view name) const;

    std::filesystem::path m_directory;
};

} // namespace strikedesk::film
