// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace strikedesk::film {

/// What a film says about itself before its first entry.
struct FilmHeader {
    std::uint32_t formatVersion = 1;
    /// Bytes of events and commands are comparable within one build only.
    std::string buildId;
    std::uint64_t idSeed = 0;
    /// "demo", "paper", "live", "replay".
    std::string mode;
    std::string account;
    Timestamp startedAt;
    /// The settings in force, as text; holds no secrets.
    std::string settings;

    template <class A>
    void archive(A& a) {
        a.field("formatVersion", formatVersion);
        a.field("buildId", buildId);
        a.field("idSeed", idSeed);
        a.field("mode", mode);
        a.field("account", account);
        a.field("startedAt", startedAt);
        a.field("settings", settings);
    }
    friend bool operator==(const FilmHeader&, const FilmHeader&) = default;
};

/// One event as the engine dequeued it, and the hash of the commands it answered with (0: none).
struct FilmEvent {
    Moment at;
    std::string bytes;
    std::uint64_t commandHash = 0;
    friend bool operator==(const FilmEvent&, const FilmEvent&) = default;
};

/// The engine's whole state after everything before it.
struct FilmCheckpoint {
    Moment at;
    std::string bytes;
    friend bool operator==(const FilmCheckpoint&, const FilmCheckpoint&) = default;
};

/// Events that could not be recorded. What follows can be replayed from the next checkpoint on only.
struct FilmGap {
    std::uint64_t events = 0;
    std::string reason;
    friend bool operator==(const FilmGap&, const FilmGap&) = default;
};

/// The next event needs the page with this name in the chunk store.
struct FilmChunk {
    std::string name;
    friend bool operator==(const FilmChunk&, const FilmChunk&) = default;
};

/// A film closed in order: how many events it holds and their running command hash.
struct FilmEnd {
    std::uint64_t events = 0;
    std::uint64_t runningHash = 0;
    friend bool operator==(const FilmEnd&, const FilmEnd&) = default;
};

using FilmEntry = std::variant<FilmEvent, FilmCheckpoint, FilmGap, FilmChunk, FilmEnd>;

/// The 64-bit hash kept for the commands of one event (SipHash-2-4 with a fixed key); 0 for no bytes.
std::uint64_t commandHash(std::string_view commandBytes);
/// The running hash after one more event, in order; starts at 0.
std::uint64_t nextRunningHash(std::uint64_t running, std::uint64_t commandHash);

} // namespace strikedesk::film
