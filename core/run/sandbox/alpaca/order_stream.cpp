// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/alpaca/order_stream.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr Duration kAuthenticationTime = Duration::seconds(10);

std::string textOf(const json& object, const char* name) {
    if (!object.is_object())
        return {};
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

OrderStream::OrderStream(StreamHub& hub, SocketPeer& peer, FrameForm form)
    : m_hub(hub), m_peer(peer), m_form(form) {
    m_hub.m_orders.insert(this);
}

OrderStream::~OrderStream() { m_hub.m_orders.erase(this); }

void OrderStream::tick(MonoTime now) {
    // The clock of the login runs from the handshake; before it there is nothing to close.
    const bool isOpen = m_openedAt != MonoTime();
    if (isOpen && !m_authenticated && !m_closing && now - m_openedAt > kAuthenticationTime) {
        m_closing = true;
        m_peer.close();
    }
}

void OrderStream::sendAuthorization(const char* status, const char* action) {
    sendFrame(m_peer, {{"stream", "authorization"}, {"data", {{"status", status}, {"action", action}}}},
              m_form);
}

void OrderStream::received(std::string_view message, bool binary) {
    if (m_closing)
        return;
    const json request = readFrame(message, binary && m_form == FrameForm::MessagePack);
    const std::string action = textOf(request, "action");
    if (action == "authenticate" || action == "auth")
        authenticate(request);
    else if (action == "listen")
        listen(request);
    else
        sendFrame(m_peer, {{"action", "error"}, {"data", {{"error_message", "unrecognized action"}}}},
                  m_form);
}

void OrderStream::authenticate(const json& request) {
    const json data = request.value("data", json::object());
    const bool shortForm = textOf(request, "action") == "auth";
    const std::string key = shortForm ? textOf(request, "key") : textOf(data, "key_id");
    const std::string secret = shortForm ? textOf(request, "secret") : textOf(data, "secret_key");
    m_authenticated = m_hub.keysMatch(key, secret);
    sendAuthorization(m_authenticated ? "authorized" : "unauthorized", "authenticate");
    if (!m_authenticated) {
        m_closing = true;
        m_peer.close();
    }
}

void OrderStream::listen(const json& request) {
    if (!m_authenticated) {
        sendAuthorization("unauthorized", "listen");
        return;
    }
    const json data = request.value("data", json::object());
    const json asked = data.is_object() ? data.value("streams", json::array()) : json::array();
    m_listening = false;
    for (const json& name : asked)
        if (name.is_string() && name == "trade_updates")
            m_listening = true;
    json streams = json::array();
    if (m_listening)
        streams.push_back("trade_updates");
    sendFrame(m_peer, {{"stream", "listening"}, {"data", {{"streams", streams}}}}, m_form);
}

} // namespace strikedesk::sandbox
