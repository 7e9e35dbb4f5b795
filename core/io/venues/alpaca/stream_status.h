// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/net/websocket_session.h"
#include "core/io/venues/alpaca/endpoints.h"

#include <cstdint>
#include <functional>
#include <string>

namespace strikedesk::alpaca {

/// Where a stream stands; only Live delivers.
enum class StreamPhase : std::uint8_t {
    Stopped,        ///< not wanted
    Connecting,     ///< handshake
    Authenticating, ///< keys sent
    Subscribing,    ///< accepted, desired set not yet acknowledged
    Live,           ///< acknowledged; sweep or backfill now
    Waiting,        ///< pause before the next attempt
    Refused,        ///< keys or rights refused: stays down until restarted by a person
};

/// A stream's state with a sentence for people, and what it counted since it was made.
struct StreamStatus {
    StreamPhase phase = StreamPhase::Stopped;
    std::string reason;
    std::int64_t malformedFrames = 0; ///< dropped; the connection is reopened after three in a row
    std::int64_t unknownMessages = 0; ///< kinds we do not know; skipped
    std::int64_t connections = 0;
};

/// Malformed frames in a row after which a connection is reopened.
inline constexpr int kMostBadInRow = 3;

/// Bounds shared by the streams.
struct StreamTuning {
    Duration pingEvery = Duration::seconds(10);
    Duration pongWithin = Duration::seconds(10);
    Duration handshake = Duration::seconds(10);
    Duration loginWithin = Duration::seconds(10);          ///< from open to acknowledged
    Duration afterConnectionLimit = Duration::seconds(20); ///< pause after 406: the old session must time out
    net::Backoff::Limits backoff;
    std::uint64_t jitterSeed = 0;
};

} // namespace strikedesk::alpaca
