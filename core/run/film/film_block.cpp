// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_block.h"

#include <sodium.h>

#include <utility>

namespace strikedesk::film {

namespace {

constexpr std::uint32_t kBlockMagic = 0x4B424453; // "SDBK"
constexpr std::uint32_t kFlagCheckpoint = 1;
constexpr std::uint32_t kFlagEnd = 2;
/// Level 3 packs quotes at several hundred MB a second; higher levels gain a few per cent for much more time.
constexpr int kBlockLevel = 3;
constexpr std::size_t kMaxReason = 4'096;

/// The first byte of an entry's fields.
enum class Tag : std::uint8_t { QuietEvent, Event, Checkpoint, Gap, Chunk, End };

std::uint64_t sipHash(std::string_view bytes, const char* key) {
    static_assert(crypto_shorthash_BYTES == 8 && crypto_shorthash_KEYBYTES == 16);
    unsigned char out[crypto_shorthash_BYTES];
    crypto_shorthash(out, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     reinterpret_cast<const unsigned char*>(key));
    std::uint64_t hash = 0;
    for (int i = 7; i >= 0; --i)
        hash = hash << 8 | out[i];
    return hash;
}

void putFixed(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i, value >>= 8)
        out.push_back(static_cast<char>(value & 0xFF));
}

std::uint64_t getFixed(std::string_view bytes, std::size_t at, int count) {
    std::uint64_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

void putVarint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<char>(value | 0x80));
    out.push_back(static_cast<char>(value));
}

std::uint64_t zigzag(std::int64_t value) {
    return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1 ^ (~(value & 1) + 1));
}

/// a − b and a + b that wrap instead of being undefined: hostile times must not stop a reader.
std::int64_t wrapMinus(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t wrapPlus(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

/// Takes fields from hostile bytes; a short read sets failed.
class FieldReader {
public:
    FieldReader(std::string_view fields, std::string_view payload) : m_fields(fields), m_payload(payload) {}

    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !m_fields.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_fields.front());
            m_fields.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        failed = true;
        return 0;
    }
    std::uint64_t fixed8() {
        if (m_fields.size() < 8) {
            failed = true;
            return 0;
        }
        const std::uint64_t value = getFixed(m_fields, 0, 8);
        m_fields.remove_prefix(8);
        return value;
    }
    std::string payload() {
        const std::uint64_t size = varint();
        if (size > m_payload.size())
            failed = true;
        if (failed)
            return {};
        std::string bytes(m_payload.substr(0, static_cast<std::size_t>(size)));
        m_payload.remove_prefix(static_cast<std::size_t>(size));
        return bytes;
    }
    Moment moment() {
        const std::int64_t market = unzigzag(varint());
        const std::int64_t drift = unzigzag(varint());
        m_market = wrapPlus(m_market, market);
        m_mono = wrapPlus(m_mono, wrapPlus(market, drift));
        return Moment{Timestamp::fromNanoseconds(m_market), MonoTime::fromNanoseconds(m_mono)};
    }
    FilmEntry entry() {
        switch (static_cast<Tag>(varint())) {
        case Tag::QuietEvent: {
            const Moment at = moment();
            return FilmEvent{at, payload(), 0};
        }
        case Tag::Event: {
            const Moment at = moment();
            const std::uint64_t hash = fixed8();
            return FilmEvent{at, payload(), hash};
        }
        case Tag::Checkpoint: {
            const Moment at = moment();
            return FilmCheckpoint{at, payload()};
        }
        case Tag::Gap: {
            const std::uint64_t events = varint();
            return FilmGap{events, payload()};
        }
        case Tag::Chunk:
            return FilmChunk{payload()};
        case Tag::End: {
            const std::uint64_t events = varint();
            return FilmEnd{events, fixed8()};
        }
        }
        failed = true;
        return FilmEnd{};
    }
    bool isEmpty() const { return m_fields.empty() && m_payload.empty(); }

    bool failed = false;

private:
    std::string_view m_fields;
    std::string_view m_payload;
    std::int64_t m_market = 0;
    std::int64_t m_mono = 0;
};

} // namespace

std::uint64_t checksum64(std::string_view bytes) { return sipHash(bytes, "strikedesk.block"); }

std::uint64_t commandHash(std::string_view commandBytes) {
    if (commandBytes.empty())
        return 0;
    const std::uint64_t hash = sipHash(commandBytes, "strikedesk.order");
    return hash == 0 ? 1 : hash;
}

std::uint64_t nextRunningHash(std::uint64_t running, std::uint64_t commandHash) {
    // SplitMix64's finaliser over both, so that the order of events counts.
    std::uint64_t z = running * 0x9E3779B97F4A7C15ULL + commandHash + 0x632BE59BD9B4E019ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::string BlockHead::encode() const {
    std::string bytes;
    bytes.reserve(kBlockHeadBytes);
    putFixed(bytes, kBlockMagic, 4);
    putFixed(bytes, (startsWithCheckpoint ? kFlagCheckpoint : 0) | (endsFilm ? kFlagEnd : 0), 4);
    putFixed(bytes, rawBytes, 4);
    putFixed(bytes, packedBytes, 4);
    putFixed(bytes, entries, 4);
    putFixed(bytes, events, 4);
    putFixed(bytes, static_cast<std::uint64_t>(firstMarket), 8);
    putFixed(bytes, static_cast<std::uint64_t>(lastMarket), 8);
    putFixed(bytes, packedChecksum, 8);
    putFixed(bytes, checksum64(bytes), 4);
    return bytes;
}

std::optional<BlockHead> BlockHead::decode(std::string_view bytes) {
    if (bytes.size() != kBlockHeadBytes || getFixed(bytes, 0, 4) != kBlockMagic)
        return std::nullopt;
    if ((checksum64(bytes.substr(0, kBlockHeadBytes - 4)) & 0xFFFFFFFF) !=
        getFixed(bytes, kBlockHeadBytes - 4, 4))
        return std::nullopt;
    BlockHead head;
    const std::uint64_t flags = getFixed(bytes, 4, 4);
    head.startsWithCheckpoint = (flags & kFlagCheckpoint) != 0;
    head.endsFilm = (flags & kFlagEnd) != 0;
    head.rawBytes = static_cast<std::uint32_t>(getFixed(bytes, 8, 4));
    head.packedBytes = static_cast<std::uint32_t>(getFixed(bytes, 12, 4));
    head.entries = static_cast<std::uint32_t>(getFixed(bytes, 16, 4));
    head.events = static_cast<std::uint32_t>(getFixed(bytes, 20, 4));
    head.firstMarket = static_cast<std::int64_t>(getFixed(bytes, 24, 8));
    head.lastMarket = static_cast<std::int64_t>(getFixed(bytes, 32, 8));
    head.packedChecksum = getFixed(bytes, 40, 8);
    const std::size_t limit = kMaxEntryBytes + 2 * kBlockBytes;
    if (head.rawBytes > limit || head.packedBytes > limit || head.entries > head.rawBytes ||
        head.events > head.entries)
        return std::nullopt;
    return head;
}

void BlockBuilder::addMoment(const Moment& at) {
    // Real clocks run alike: the monotonic step is kept as what it differs from the market step.
    const std::int64_t market = wrapMinus(at.market.nanoseconds(), m_previous.market.nanoseconds());
    const std::int64_t mono = wrapMinus(at.mono.nanoseconds(), m_previous.mono.nanoseconds());
    putVarint(m_fields, zigzag(market));
    putVarint(m_fields, zigzag(wrapMinus(mono, market)));
    if (m_head.firstMarket == 0)
        m_head.firstMarket = at.market.nanoseconds();
    m_head.lastMarket = at.market.nanoseconds();
    m_previous = at;
}

void BlockBuilder::addPayload(std::string_view bytes) {
    putVarint(m_fields, bytes.size());
    m_payload += bytes;
}

void BlockBuilder::add(const FilmEntry& entry) {
    const auto tag = [this](Tag value) { m_fields.push_back(static_cast<char>(value)); };
    if (const auto* event = std::get_if<FilmEvent>(&entry)) {
        tag(event->commandHash == 0 ? Tag::QuietEvent : Tag::Event);
        addMoment(event->at);
        if (event->commandHash != 0)
            putFixed(m_fields, event->commandHash, 8);
        addPayload(event->bytes);
        ++m_head.events;
    } else if (const auto* checkpoint = std::get_if<FilmCheckpoint>(&entry)) {
        m_head.startsWithCheckpoint = m_head.startsWithCheckpoint || isEmpty();
        tag(Tag::Checkpoint);
        addMoment(checkpoint->at);
        addPayload(checkpoint->bytes);
    } else if (const auto* gap = std::get_if<FilmGap>(&entry)) {
        tag(Tag::Gap);
        putVarint(m_fields, gap->events);
        addPayload(std::string_view(gap->reason).substr(0, kMaxReason));
    } else if (const auto* chunk = std::get_if<FilmChunk>(&entry)) {
        tag(Tag::Chunk);
        addPayload(std::string_view(chunk->name).substr(0, kMaxReason));
    } else if (const auto* end = std::get_if<FilmEnd>(&entry)) {
        tag(Tag::End);
        putVarint(m_fields, end->events);
        putFixed(m_fields, end->runningHash, 8);
        m_head.endsFilm = true;
    }
    ++m_head.entries;
}

Result<std::string> BlockBuilder::take() {
    std::string raw;
    raw.reserve(rawBytes() + 10);
    putVarint(raw, m_fields.size());
    raw += m_fields;
    raw += m_payload;
    Result<std::string> packed = m_packer.pack(raw, kBlockLevel);
    if (!packed)
        return packed;
    m_head.rawBytes = static_cast<std::uint32_t>(raw.size());
    m_head.packedBytes = static_cast<std::uint32_t>(packed->size());
    m_head.packedChecksum = checksum64(*packed);
    std::string block = m_head.encode() + *packed;
    m_fields.clear();
    m_payload.clear();
    m_head = {};
    m_previous = {};
    return block;
}

Result<std::vector<FilmEntry>> unpackBlock(const BlockHead& head, std::string_view packed) {
    const Result<std::string> raw = unpackZstd(packed, head.rawBytes);
    if (!raw)
        return raw.error();
    FieldReader sizeReader(*raw, {});
    const std::uint64_t fieldBytes = sizeReader.varint();
    std::size_t sizeLength = 1;
    for (std::uint64_t left = fieldBytes; left >= 0x80; left >>= 7)
        ++sizeLength;
    const Error damaged = invalidInput(
        "film.block", "A part of the recording is damaged and cannot be shown.", "fields of a block");
    if (sizeReader.failed || sizeLength > raw->size() || fieldBytes > raw->size() - sizeLength)
        return damaged;
    const std::string_view rest = std::string_view(*raw).substr(sizeLength);
    const auto split = static_cast<std::size_t>(fieldBytes);
    FieldReader reader(rest.substr(0, split), rest.substr(split));
    std::vector<FilmEntry> entries;
    entries.reserve(head.entries);
    for (std::uint32_t i = 0; i < head.entries && !reader.failed; ++i)
        entries.push_back(reader.entry());
    if (reader.failed || !reader.isEmpty())
        return damaged;
    return entries;
}

} // namespace strikedesk::film
