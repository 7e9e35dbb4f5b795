// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk::sandboxtest {

/// An HTTP answer as a client sees it; status 0: the connection ended without one.
struct Reply {
    unsigned status = 0;
    std::string body;
    std::map<std::string, std::string> headers; ///< names in lower case

    nlohmann::json json() const { return nlohmann::json::parse(body, nullptr, false); }
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The headers of the default key pair.
Headers keys();

/// One request on a connection of its own.
Reply call(std::uint16_t port, const std::string& method, const std::string& target,
           const std::string& body = {}, const Headers& headers = keys());
inline Reply get(std::uint16_t port, const std::string& target) { return call(port, "GET", target); }
inline Reply post(std::uint16_t port, const std::string& target, const nlohmann::json& body) {
    return call(port, "POST", target, body.dump());
}

/// Raw bytes out, everything that comes back until the peer closes.
std::string rawExchange(std::uint16_t port, const std::string& bytes);
/// The same, with our half closed as soon as the bytes are out.
std::string exchangeAndClose(std::uint16_t port, const std::string& bytes);

/// A blocking WebSocket client with a deadline on every read.
class Socket {
public:
    Socket(std::uint16_t port, const std::string& path, const Headers& headers = {});
    ~Socket();
    Socket(Socket&&) noexcept;

    bool isOpen() const;
    void sendText(const std::string& text);
    void sendBinary(const std::string& bytes);
    /// The next frame; false when the peer closed or nothing came in five seconds.
    bool read(std::string& frame, bool& binary);
    /// The next frame as JSON (text or binary), discarded when there is none.
    nlohmann::json readJson();
    /// The next frame as MessagePack.
    nlohmann::json readMessagePack();
    /// Reads JSON frames until one is wanted; discarded after five seconds.
    nlohmann::json readUntil(const std::function<bool(const nlohmann::json&)>& wanted);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::sandboxtest
