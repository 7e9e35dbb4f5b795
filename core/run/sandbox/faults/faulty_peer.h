// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/faults/fault_book.h"
#include "core/run/sandbox/http/socket_session.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace strikedesk::sandbox {

class TwistedMessage;

/// The wire under a socket, with what only a fault asks of it. Calls return at once.
class SocketWire {
public:
    virtual ~SocketWire() = default;
    /// Queues one frame; it waits `delayMs` when its turn comes, and what follows waits behind it.
    virtual void send(std::string frame, bool binary, std::int64_t delayMs) = 0;
    /// Queues the first `bytes` bytes of a frame's payload under the header of the whole; then the
    /// connection ends.
    virtual void sendPart(std::string frame, bool binary, std::size_t bytes) = 0;
    /// A closing handshake after what is queued.
    virtual void close(std::uint16_t code) = 0;
    /// The end at once, without one.
    virtual void cut() = 0;
    /// From now on nothing is sent, and what comes is thrown away unread, pings included.
    virtual void fallSilent() = 0;
};

/// What a session takes for its peer: between it and the wire lie the faults asked for. One thread. The book
/// and the wire outlive it.
class FaultyPeer final : public SocketPeer {
public:
    FaultyPeer(FaultBook& book, SocketWire& wire, Channel channel, std::int64_t connection);
    ~FaultyPeer() override;
    FaultyPeer(const FaultyPeer&) = delete;
    FaultyPeer& operator=(const FaultyPeer&) = delete;

    /// The handshake is done: rules that take hold of a whole connection may do so from now on.
    void opened();
    /// The connection is gone: no rule finds it any more.
    void ended() { m_isOpen = false; }

    void send(std::string frame, bool binary) override;
    void close() override;
    void cut() override;

private:
    struct Frame {
        std::string bytes;
        bool binary = false;
        std::int64_t delayMs = 0;
    };
    /// What is to happen to one frame beside changes of its bytes.
    struct Fate {
        bool isLost = false;
        bool isDoubled = false;
        bool isHeld = false;
        bool isHeralded = false; ///< its first half goes ahead
        std::optional<std::uint16_t> closeCode;
    };

    /// Rules that need no frame to act on.
    void lookAtOnce();
    void takeHold(const FaultRuleState& state);
    Fate fateOf(Frame& frame);
    void emit(Frame frame);
    bool isMuted() const { return m_silent || (m_mutedBy != 0 && m_book.has(m_mutedBy)); }

    FaultBook& m_book;
    SocketWire& m_wire;
    Occasion m_place;
    bool m_isOpen = false;
    bool m_silent = false;
    std::int64_t m_mutedBy = 0;             ///< id of the rule
    std::optional<std::size_t> m_bytesLeft; ///< until the cut
    std::optional<Frame> m_held;            ///< waits for the next one to go first
};

} // namespace strikedesk::sandbox
