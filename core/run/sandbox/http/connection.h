// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boost 1.74 uses std::exchange in its coroutine header without including it.
#include "core/run/sandbox/sandbox.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstddef>
#include <memory>
#include <utility>

namespace strikedesk::sandbox {

/// Counts the open connections so that a flood is refused. Shared by all connections of a server.
struct ConnectionCount {
    static constexpr std::size_t kMax = 256;
    std::size_t open = 0;
};

/// Holds one place in the count.
class ConnectionPlace {
public:
    explicit ConnectionPlace(std::shared_ptr<ConnectionCount> count) : m_count(std::move(count)) {
        ++m_count->open;
    }
    ~ConnectionPlace() { --m_count->open; }
    ConnectionPlace(const ConnectionPlace&) = delete;
    ConnectionPlace& operator=(const ConnectionPlace&) = delete;

private:
    std::shared_ptr<ConnectionCount> m_count;
};

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// The machine's monotonic clock.
MonoTime monoNow();
/// Seconds since 1970 on the machine's clock.
std::int64_t unixNow();

/// Our request from Beast's; nullopt for a target we cannot read.
std::optional<HttpRequest> requestOf(const BeastRequest& request);

/// Serves HTTP on a fresh connection until it closes or becomes a WebSocket. Keeps itself alive.
void serveHttp(boost::beast::tcp_stream stream, Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place);

/// Accepts the WebSocket asked for by `request` and runs its session. Keeps itself alive.
void serveSocket(boost::beast::tcp_stream stream, BeastRequest request, const HttpRequest& handshake,
                 Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place);

} // namespace strikedesk::sandbox
