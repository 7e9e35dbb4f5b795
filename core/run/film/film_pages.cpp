// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_pages.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace strikedesk::film {

namespace {

constexpr std::size_t kSmallestPiece = 4 * 1024;
constexpr std::size_t kLargestPiece = 64 * 1024;
/// 14 bits of the hash must be zero: once in 16 KiB.
constexpr std::uint64_t kCutMask = 0x3FFFull << 50;
/// No archive begins like this: its first byte would be a variant or count, and the rest chance.
constexpr std::string_view kListMark{"\xF3SD-PAGES\x8E\x1D\x02\xC7\x55\xA9\x01", 16};

/// A fixed number per byte value; any well mixed ones do (splitmix64).
constexpr std::array<std::uint64_t, 256> gearTable() {
    std::array<std::uint64_t, 256> table{};
    std::uint64_t state = 0x5354'524B'4544'534Bull;
    for (std::uint64_t& entry : table) {
        state += 0x9E37'79B9'7F4A'7C15ull;
        std::uint64_t mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EBull;
        entry = mixed ^ (mixed >> 31);
    }
    return table;
}
constexpr std::array<std::uint64_t, 256> kGear = gearTable();

std::size_t lengthOfNext(std::string_view bytes) {
    const std::size_t most = std::min(bytes.size(), kLargestPiece);
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < most; ++i) {
        hash = (hash << 1) + kGear[static_cast<unsigned char>(bytes[i])];
        if (i + 1 >= kSmallestPiece && (hash & kCutMask) == 0)
            return i + 1;
    }
    return most;
}

} // namespace

std::vector<std::string_view> piecesOf(std::string_view bytes) {
    std::vector<std::string_view> pieces;
    while (!bytes.empty()) {
        pieces.push_back(bytes.substr(0, lengthOfNext(bytes)));
        bytes.remove_prefix(pieces.back().size());
    }
    return pieces;
}

std::string keepPages(ChunkStore& store, std::string bytes) {
    if (bytes.size() < kPagedFrom)
        return bytes;
    std::string list(kListMark);
    for (const std::string_view piece : piecesOf(bytes)) {
        const Result<std::string> name = store.put(piece);
        if (!name)
            return bytes;
        list += *name;
    }
    return list;
}

Result<std::string> wholeBytes(const ChunkStore& store, std::string_view kept, std::size_t limit) {
    if (!kept.starts_with(kListMark))
        return std::string(kept);
    kept.remove_prefix(kListMark.size());
    if (kept.size() % ChunkStore::kNameLength != 0)
        return invalidInput("film.pages", "The recording's list of pages is damaged.",
                            std::to_string(kept.size()));
    std::string bytes;
    for (; !kept.empty(); kept.remove_prefix(ChunkStore::kNameLength)) {
        const Result<std::string> piece = store.get(kept.substr(0, ChunkStore::kNameLength));
        if (!piece)
            return piece;
        if (piece->size() > limit - bytes.size())
            return invalidInput("film.pages",
                                "A part of the recording is larger than any the program writes.",
                                std::to_string(limit));
        bytes += *piece;
    }
    return bytes;
}

} // namespace strikedesk::film
