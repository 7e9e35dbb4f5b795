// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace strikedesk::film {

/// What an entry in the ring is.
enum class RingKind : std::uint32_t { Event, Checkpoint, Gap, Chunk };

/// One entry on its way to the writer. `number` is the command hash of an event or the events of a gap.
struct RingEntry {
    RingKind kind = RingKind::Event;
    Moment at;
    std::uint64_t number = 0;
    std::string bytes;
};

/// A bounded ring of bytes between exactly one pushing and one popping thread, without locks.
class FilmRing {
public:
    /// `bytes` is a power of two.
    explicit FilmRing(std::size_t bytes);

    /// False when there is no room; nothing was written then. Pushing thread.
    bool push(RingKind kind, const Moment& at, std::uint64_t number, std::string_view bytes);
    /// False when the ring is empty. Popping thread.
    bool pop(RingEntry& entry);

private:
    void copyIn(std::uint64_t position, const void* from, std::size_t bytes);
    void copyOut(std::uint64_t position, void* to, std::size_t bytes) const;

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size;
    // Each on a cache line of its own, so that the threads do not slow each other.
    alignas(64) std::atomic<std::uint64_t> m_pushed{0};
    alignas(64) std::uint64_t m_poppedSeen = 0;
    alignas(64) std::atomic<std::uint64_t> m_popped{0};
};

} // namespace strikedesk::film
