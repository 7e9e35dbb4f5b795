// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/stream_hub.h"

namespace strikedesk::sandbox {

/// The order-update socket /stream: authenticate, listen, then trade_updates (protocol facts, section 12). No
/// history is replayed to a new listener.
class OrderStream final : public SocketSession {
public:
    OrderStream(StreamHub& hub, SocketPeer& peer, FrameForm form);
    ~OrderStream() override;
    OrderStream(const OrderStream&) = delete;
    OrderStream& operator=(const OrderStream&) = delete;

    void opened(MonoTime now) override { m_openedAt = now; }
    void received(std::string_view message, bool binary) override;
    void tick(MonoTime now) override;

    bool isListening() const { return m_listening; }
    SocketPeer& peer() { return m_peer; }
    FrameForm form() const { return m_form; }

private:
    void authenticate(const nlohmann::json& request);
    void listen(const nlohmann::json& request);
    void sendAuthorization(const char* status, const char* action);

    StreamHub& m_hub;
    SocketPeer& m_peer;
    FrameForm m_form;
    bool m_authenticated = false;
    bool m_listening = false;
    bool m_closing = false;
    MonoTime m_openedAt;
};

} // namespace strikedesk::sandbox
