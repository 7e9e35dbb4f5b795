// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/film/film_ring.h"

#include "core/base/assert.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace strikedesk::film {

namespace {

/// What stands before the payload in the ring.
struct Slot {
    std::uint64_t bytes;
    std::uint64_t kind;
    std::int64_t market;
    std::int64_t mono;
    std::uint64_t number;
};

} // namespace

FilmRing::FilmRing(std::size_t bytes) : m_bytes(new char[bytes]), m_size(bytes) {
    STRIKEDESK_ASSERT(std::has_single_bit(bytes), "the size of a film ring is a power of two");
}

void FilmRing::copyIn(std::uint64_t position, const void* from, std::size_t bytes) {
    const std::size_t at = static_cast<std::size_t>(position) & (m_size - 1);
    const std::size_t first = std::min(bytes, m_size - at);
    if (first > 0)
        std::memcpy(m_bytes.get() + at, from, first);
    if (bytes > first)
        std::memcpy(m_bytes.get(), static_cast<const char*>(from) + first, bytes - first);
}

void FilmRing::copyOut(std::uint64_t position, void* to, std::size_t bytes) const {
    const std::size_t at = static_cast<std::size_t>(position) & (m_size - 1);
    const std::size_t first = std::min(bytes, m_size - at);
    if (first > 0)
        std::memcpy(to, m_bytes.get() + at, first);
    if (bytes > first)
        std::memcpy(static_cast<char*>(to) + first, m_bytes.get(), bytes - first);
}

bool FilmRing::push(RingKind kind, const Moment& at, std::uint64_t number, std::string_view bytes) {
    const std::uint64_t position = m_pushed.load(std::memory_order_relaxed);
    const std::uint64_t needed = sizeof(Slot) + bytes.size();
    if (position + needed - m_poppedSeen > m_size) {
        m_poppedSeen = m_popped.load(std::memory_order_acquire);
        if (position + needed - m_poppedSeen > m_size)
            return false;
    }
    const Slot slot{bytes.size(), static_cast<std::uint64_t>(kind), at.market.nanoseconds(),
                    at.mono.nanoseconds(), number};
    copyIn(position, &slot, sizeof slot);
    copyIn(position + sizeof slot, bytes.data(), bytes.size());
    m_pushed.store(position + needed, std::memory_order_release);
    return true;
}

bool FilmRing::pop(RingEntry& entry) {
    const std::uint64_t position = m_popped.load(std::memory_order_relaxed);
    if (position == m_pushed.load(std::memory_order_acquire))
        return false;
    Slot slot{};
    copyOut(position, &slot, sizeof slot);
    entry.kind = static_cast<RingKind>(slot.kind);
    entry.at = Moment{Timestamp::fromNanoseconds(slot.market), MonoTime::fromNanoseconds(slot.mono)};
    entry.number = slot.number;
    entry.bytes.resize(slot.bytes);
    copyOut(position + sizeof slot, entry.bytes.data(), slot.bytes);
    m_popped.store(position + sizeof slot + slot.bytes, std::memory_order_release);
    return true;
}

} // namespace strikedesk::film
