// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/run/film/film_entry.h"
#include "core/run/film/zstd_codec.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::film {

/// A film file is a head and then blocks. File head: kFilmMagic, u32 length, the FilmHeader as archive bytes,
/// u64 checksum. Block: a head of kBlockHeadBytes, then the packed bytes. All numbers little-endian.
inline constexpr std::string_view kFilmMagic{"SDFILM\r\n", 8};
inline constexpr std::uint32_t kFilmFormat = 1;
inline constexpr std::size_t kBlockHeadBytes = 52;
/// Entries are gathered up to this many bytes before they are packed.
inline constexpr std::size_t kBlockBytes = 256 * 1024;
/// The largest single entry (a checkpoint); a reader refuses more.
inline constexpr std::size_t kMaxEntryBytes = 256u * 1024 * 1024;
/// The largest film header with its settings.
inline constexpr std::size_t kMaxHeaderBytes = 4u * 1024 * 1024;

/// What the head of a block says; checksummed by itself, so that a reader may pass over the block unread.
struct BlockHead {
    bool startsWithCheckpoint = false;
    bool endsFilm = false;
    std::uint32_t rawBytes = 0;
    std::uint32_t packedBytes = 0;
    std::uint32_t entries = 0;
    std::uint32_t events = 0;
    std::int64_t firstMarket = 0;
    std::int64_t lastMarket = 0;
    std::uint64_t packedChecksum = 0;

    std::string encode() const;
    /// Nothing when the bytes are no intact block head.
    static std::optional<BlockHead> decode(std::string_view bytes);
};

/// 64-bit checksum of file contents (SipHash-2-4, another key than commandHash).
std::uint64_t checksum64(std::string_view bytes);

/// Gathers entries and packs them. Within a block the times are differences and lie apart from the payloads,
/// which packs both better. One thread.
class BlockBuilder {
public:
    void add(const FilmEntry& entry);
    bool isEmpty() const { return m_head.entries == 0; }
    std::size_t rawBytes() const { return m_fields.size() + m_payload.size(); }
    /// Head and packed bytes of everything added; starts anew.
    Result<std::string> take();

private:
    void addMoment(const Moment& at);
    void addPayload(std::string_view bytes);

    std::string m_fields;
    std::string m_payload;
    BlockHead m_head;
    Moment m_previous;
    ZstdPacker m_packer;
};

/// Unpacks a block whose packed bytes match the head's checksum. Error InvalidInput: contradictions inside.
Result<std::vector<FilmEntry>> unpackBlock(const BlockHead& head, std::string_view packed);

} // namespace strikedesk::film
