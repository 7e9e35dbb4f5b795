// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/http/connection.h"

#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <memory>
#include <string>

namespace strikedesk::sandbox {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

namespace {

constexpr std::size_t kMaxMessage = 256 * 1024;
/// Frames waiting for a peer that does not read; beyond that it is a slow client and is cut.
constexpr std::size_t kMaxQueuedBytes = 16 * 1024 * 1024;
constexpr std::chrono::seconds kHandshakeTime{5};
constexpr std::chrono::seconds kIdleTime{300};

class SocketConnection : public SocketPeer, public std::enable_shared_from_this<SocketConnection> {
public:
    SocketConnection(beast::tcp_stream stream, std::shared_ptr<ConnectionPlace> place)
        : m_socket(std::move(stream)), m_place(std::move(place)) {}

    void run(BeastRequest request, std::unique_ptr<SocketSession> session) {
        m_session = std::move(session);
        m_request = std::move(request);
        websocket::stream_base::timeout timeout;
        timeout.handshake_timeout = kHandshakeTime;
        timeout.idle_timeout = kIdleTime;
        timeout.keep_alive_pings = true;
        m_socket.set_option(timeout);
        m_socket.read_message_max(kMaxMessage);
        m_socket.async_accept(m_request, [self = shared_from_this()](beast::error_code error) {
            if (error) {
                self->end();
                return;
            }
            self->m_open = true;
            self->m_session->opened(monoNow());
            self->read();
        });
    }

    /// Gives the stream back before run().
    beast::tcp_stream release() { return std::move(m_socket.next_layer()); }

    void send(std::string frame, bool binary) override {
        if (!m_open || m_closing)
            return;
        if (m_queuedBytes + frame.size() > kMaxQueuedBytes) {
            cut();
            return;
        }
        m_queuedBytes += frame.size();
        m_queue.push_back(Frame{std::move(frame), binary});
        if (m_queue.size() == 1)
            write();
    }

    void close() override {
        m_closing = true;
        if (m_queue.empty())
            closeNow();
    }

    void cut() override {
        m_closing = true;
        beast::get_lowest_layer(m_socket).close();
    }

private:
    struct Frame {
        std::string bytes;
        bool binary = false;
    };

    void read() {
        m_socket.async_read(m_buffer, [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (error) {
                self->end();
                return;
            }
            const auto data = self->m_buffer.cdata();
            const std::string message(static_cast<const char*>(data.data()), data.size());
            self->m_buffer.consume(self->m_buffer.size());
            if (self->m_session)
                self->m_session->received(message, self->m_socket.got_binary());
            self->read();
        });
    }

    void write() {
        m_socket.binary(m_queue.front().binary);
        m_socket.async_write(asio::buffer(m_queue.front().bytes),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error) {
                                     self->end();
                                     return;
                                 }
                                 self->m_queuedBytes -= self->m_queue.front().bytes.size();
                                 self->m_queue.pop_front();
                                 if (!self->m_queue.empty())
                                     self->write();
                                 else if (self->m_closing)
                                     self->closeNow();
                             });
    }

    void closeNow() {
        if (!m_open || m_closeSent)
            return;
        m_closeSent = true;
        m_socket.async_close(websocket::close_code::policy_error,
                             [self = shared_from_this()](beast::error_code) { self->end(); });
    }

    /// The conversation is over; the session must not hear of anything more.
    void end() {
        m_open = false;
        m_closing = true;
        m_session.reset();
        beast::get_lowest_layer(m_socket).close();
    }

    websocket::stream<beast::tcp_stream> m_socket;
    std::shared_ptr<ConnectionPlace> m_place;
    BeastRequest m_request;
    beast::flat_buffer m_buffer{kMaxMessage};
    std::deque<Frame> m_queue;
    std::size_t m_queuedBytes = 0;
    std::unique_ptr<SocketSession> m_session;
    bool m_open = false;
    bool m_closing = false;
    bool m_closeSent = false;
};

/// A handshake for a path without a stream.
void refuse(beast::tcp_stream stream) {
    auto held = std::make_shared<beast::tcp_stream>(std::move(stream));
    auto response = std::make_shared<http::response<http::string_body>>(http::status::not_found, 11);
    response->set(http::field::content_type, "application/json; charset=UTF-8");
    response->body() = R"({"code":40410000,"message":"endpoint not found"})";
    response->keep_alive(false);
    response->prepare_payload();
    held->expires_after(kHandshakeTime);
    http::async_write(*held, *response, [held, response](beast::error_code, std::size_t) { held->close(); });
}

} // namespace

void serveSocket(beast::tcp_stream stream, BeastRequest request, const HttpRequest& handshake,
                 Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place) {
    stream.expires_never();
    auto connection = std::make_shared<SocketConnection>(std::move(stream), std::move(place));
    auto session = sandbox.openSocket(handshake, *connection);
    if (!session) {
        refuse(connection->release());
        return;
    }
    connection->run(std::move(request), std::move(session));
}

} // namespace strikedesk::sandbox
