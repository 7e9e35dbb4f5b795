// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <string>
#include <string_view>

namespace strikedesk::sandbox {

/// How the frames of a socket are written.
enum class FrameForm {
    TextJson,    ///< text frames with JSON
    BinaryJson,  ///< binary frames with JSON, as the paper order socket sends them
    MessagePack, ///< binary frames with MessagePack
};

/// The other end of a WebSocket as the protocol code sees it. Calls return at once.
class SocketPeer {
public:
    virtual ~SocketPeer() = default;
    /// Queues one frame. A peer that does not take its frames is cut.
    virtual void send(std::string frame, bool binary) = 0;
    /// Closes after what is queued.
    virtual void close() = 0;
    /// Closes at once, without a closing handshake.
    virtual void cut() = 0;
};

/// One conversation of the venue's side. Owned by the connection, lives on the sandbox's thread.
class SocketSession {
public:
    virtual ~SocketSession() = default;
    /// The handshake is done.
    virtual void opened(MonoTime now) = 0;
    /// One whole message; hostile.
    virtual void received(std::string_view message, bool binary) = 0;
    /// The other side said goodbye; an end without it is a cut.
    virtual void closedCleanly() {}
    /// The client does not take its frames: what waited is given up and the connection ends. True when a last
    /// word was sent, to leave before the end.
    virtual bool tooSlow() { return false; }
    /// Time passed (authentication deadline).
    virtual void tick(MonoTime now) = 0;
};

} // namespace strikedesk::sandbox
