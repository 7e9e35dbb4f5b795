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

/// Holds one place in the count and one entry in the fault book, from the accept to the end, through an
/// upgrade too.
class ConnectionPlace {
public:
    ConnectionPlace(std::shared_ptr<ConnectionCount> count, FaultBook& book)
        : m_count(std::move(count)), m_book(book), m_id(book.opened()) {
        ++m_count->open;
    }
    ~ConnectionPlace() {
        --m_count->open;
        m_book.closed(m_id);
    }
    ConnectionPlace(const ConnectionPlace&) = delete;
    ConnectionPlace& operator=(const ConnectionPlace&) = delete;

    std::int64_t id() const { return m_id; }

private:
    std::shared_ptr<ConnectionCount> m_count;
    FaultBook& m_book;
    std::int64_t m_id;
};

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;
using BeastResponse = boost::beast::http::response<boost::beast::http::string_body>;

/// The machine's monotonic clock.
MonoTime monoNow();

/// What goes on the wire for an answer; JSON when it does not say otherwise.
BeastResponse responseOf(HttpAnswer answer, unsigned version, bool keepAlive);

/// Our request from Beast's; nullopt for a target we cannot read.
std::optional<HttpRequest> requestOf(const BeastRequest& request);

/// Serves HTTP on a fresh connection until it closes or becomes a WebSocket. Keeps itself alive.
void serveHttp(boost::beast::tcp_stream stream, Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place);

/// Accepts the WebSocket asked for by `request` and runs its session. Keeps itself alive.
void serveSocket(boost::beast::tcp_stream stream, BeastRequest request, const HttpRequest& handshake,
                 Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place);

} // namespace strikedesk::sandbox
