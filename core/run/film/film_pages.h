// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/film/chunk_store.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::film {

/// Large bytes of a film (a page of history, the engine's state with its charts) lie in the chunk store; the
/// film holds the list of their pieces. The pieces are cut where the content says so, and so the same bars
/// are the same pieces in every event, checkpoint and film, and are kept once.

/// Bytes below this stay in the film.
inline constexpr std::size_t kPagedFrom = 16 * 1024;
/// Where the pages of the films of a folder lie.
inline std::filesystem::path pagesOf(const std::filesystem::path& film) {
    return film.parent_path() / "pages";
}

/// Cuts bytes where a rolling hash of the last 64 of them says so; pieces of 4 to 64 KiB, 16 on the average.
std::vector<std::string_view> piecesOf(std::string_view bytes);

/// What the film holds for `bytes`: themselves when they are few or their pieces cannot be kept, else the
/// list of their pieces in the store.
std::string keepPages(ChunkStore& store, std::string bytes);

/// The bytes that a film's entry stands for. Errors: InvalidInput for a list that is broken, those of
/// ChunkStore::get, and more than `limit` bytes.
Result<std::string> wholeBytes(const ChunkStore& store, std::string_view kept, std::size_t limit);

} // namespace strikedesk::film
