// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace strikedesk::sandboxtest {

/// One frame as it lay on the wire.
struct RawFrame {
    int opcode = 0; ///< 1 text, 2 binary, 8 close, 10 pong
    std::string payload;
};

/// A WebSocket without a library under it, so that a test sees every byte and decides what is answered.
/// Blocking, with a deadline of ten seconds on every wait.
class RawSocket {
public:
    /// `receiveBuffer`: bytes the system may hold for us, so that a reader can be slow; 0: as it likes.
    RawSocket(std::uint16_t port, const std::string& path, int receiveBuffer = 0);
    ~RawSocket();

    /// The status of the handshake's answer; 0: the connection ended without one.
    int status() const { return m_status; }
    /// Sends one masked frame.
    void send(int opcode, const std::string& payload);
    void sendText(const std::string& text) { send(1, text); }
    /// The next frame; nullopt when the connection ended before a whole one came, or nothing came.
    std::optional<RawFrame> read();
    /// Bytes after the last whole frame.
    const std::string& leftOver() const { return m_held; }
    /// Everything that lies ready, without waiting.
    std::string ready();
    /// Reads to the end of the connection; false when it did not end.
    bool drained();

private:
    class Wire;
    bool fill();
    std::optional<RawFrame> takeFrame();

    std::unique_ptr<Wire> m_wire;
    std::string m_held;
    bool m_ended = false;
    int m_status = 0;
};

} // namespace strikedesk::sandboxtest
