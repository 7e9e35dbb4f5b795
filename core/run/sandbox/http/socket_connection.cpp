// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/faulty_peer.h"
#include "core/run/sandbox/faults/rest_faults.h"
#include "core/run/sandbox/http/connection.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <array>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>

namespace strikedesk::sandbox {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

namespace {

constexpr std::size_t kMaxMessage = 256 * 1024;
/// From this bound on for slow clients the system's own buffers are left as they are.
constexpr std::size_t kSmallBound = 1'024 * 1'024;
/// For the last word to a slow client to get through.
constexpr std::chrono::seconds kLastWordTime{5};
constexpr std::chrono::seconds kHandshakeTime{5};
constexpr std::chrono::seconds kIdleTime{300};

/// The head of a server's frame (RFC 6455, 5.2): never masked, always the last of its message.
std::string frameHead(std::size_t length, bool binary) {
    std::string head(1, static_cast<char>(binary ? 0x82 : 0x81));
    const int lengthBytes = length < 126 ? 0 : length <= 0xffff ? 2 : 8;
    head += static_cast<char>(lengthBytes == 0 ? length : lengthBytes == 2 ? 126 : 127);
    for (int shift = (lengthBytes - 1) * 8; shift >= 0; shift -= 8)
        head += static_cast<char>((length >> shift) & 0xff);
    return head;
}

class SocketConnection : public SocketWire, public std::enable_shared_from_this<SocketConnection> {
public:
    SocketConnection(beast::tcp_stream stream, std::shared_ptr<ConnectionPlace> place, Sandbox& sandbox,
                     Channel channel)
        : m_socket(std::move(stream)), m_place(std::move(place)), m_sandbox(sandbox),
          m_book(sandbox.faults()), m_channel(channel), m_timer(m_socket.get_executor()),
          m_lastWord(m_socket.get_executor()), m_peer(m_book, *this, channel, m_place->id()) {}

    /// What the session talks to.
    SocketPeer& peer() { return m_peer; }

    void run(BeastRequest request, std::unique_ptr<SocketSession> session) {
        m_session = std::move(session);
        m_request = std::move(request);
        websocket::stream_base::timeout timeout;
        timeout.handshake_timeout = kHandshakeTime;
        timeout.idle_timeout = kIdleTime;
        timeout.keep_alive_pings = true;
        m_socket.set_option(timeout);
        m_socket.read_message_max(kMaxMessage);
        if (const std::size_t bound = m_sandbox.switches().slowClientBytes; bound < kSmallBound) {
            beast::error_code ignored;
            beast::get_lowest_layer(m_socket).socket().set_option(
                asio::socket_base::send_buffer_size(static_cast<int>(bound)), ignored);
        }
        m_socket.async_accept(m_request, [self = shared_from_this()](beast::error_code error) {
            if (error) {
                self->end();
                return;
            }
            self->m_open = true;
            self->m_session->opened(monoNow());
            self->read();
            self->m_peer.opened();
        });
    }

    /// Gives the stream back before run().
    beast::tcp_stream release() { return std::move(m_socket.next_layer()); }

    void send(std::string frame, bool binary, std::int64_t delayMs) override {
        queue(Frame{std::move(frame), binary, delayMs, std::nullopt});
    }

    void sendPart(std::string frame, bool binary, std::size_t bytes) override {
        queue(Frame{std::move(frame), binary, 0, bytes});
    }

    void close(std::uint16_t code) override {
        m_closing = true;
        m_closeCode = code;
        if (m_queue.empty())
            closeNow();
    }

    void cut() override {
        m_closing = true;
        m_timer.cancel();
        beast::get_lowest_layer(m_socket).close();
    }

    void fallSilent() override {
        if (!m_open || m_silent)
            return;
        m_silent = true;
        m_timer.cancel();
        // The read under way ends and with it every answer to a ping.
        beast::get_lowest_layer(m_socket).cancel();
        swallow();
    }

private:
    struct Frame {
        std::string bytes;
        bool binary = false;
        std::int64_t delayMs = 0;
        std::optional<std::size_t> part;
    };

    void queue(Frame frame) {
        if (!m_open || m_closing || m_silent)
            return;
        if (!m_isSlow && m_queuedBytes + frame.bytes.size() > m_sandbox.switches().slowClientBytes) {
            dropSlow();
            return;
        }
        m_queuedBytes += frame.bytes.size();
        m_queue.push_back(std::move(frame));
        if (m_queue.size() == 1)
            writeNext();
    }

    /// The frame under way cannot be taken back; what waits behind it is given up for the last word.
    void dropSlow() {
        m_isSlow = true;
        if (m_queue.size() > 1)
            m_queue.resize(1);
        m_queuedBytes = m_queue.empty() ? 0 : m_queue.front().bytes.size();
        if (!m_session || !m_session->tooSlow()) {
            cut();
            return;
        }
        close(websocket::close_code::policy_error);
        m_lastWord.expires_after(kLastWordTime);
        m_lastWord.async_wait([self = shared_from_this()](beast::error_code error) {
            if (!error)
                self->cut();
        });
    }

    /// Takes what comes until the client gives up, and answers nothing.
    void swallow() {
        beast::get_lowest_layer(m_socket).socket().async_read_some(
            asio::buffer(m_scratch), [self = shared_from_this()](beast::error_code error, std::size_t) {
                if (error)
                    self->end();
                else
                    self->swallow();
            });
    }

    void read() {
        m_socket.async_read(m_buffer, [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (self->m_silent)
                return;
            if (error) {
                if (error == websocket::error::closed && self->m_session)
                    self->m_session->closedCleanly();
                self->end();
                return;
            }
            const auto data = self->m_buffer.cdata();
            const std::string message(static_cast<const char*>(data.data()), data.size());
            self->m_buffer.consume(self->m_buffer.size());
            self->m_book.used(self->m_place->id(), self->m_channel);
            if (self->m_session)
                self->m_session->received(message, self->m_socket.got_binary());
            self->read();
        });
    }

    void writeNext() {
        const Frame& frame = m_queue.front();
        if (frame.part) {
            writePart();
            return;
        }
        if (frame.delayMs <= 0) {
            write();
            return;
        }
        m_timer.expires_after(std::chrono::milliseconds(frame.delayMs));
        m_timer.async_wait([self = shared_from_this()](beast::error_code failed) {
            if (!failed && self->m_open)
                self->write();
        });
    }

    void write() {
        m_socket.binary(m_queue.front().binary);
        m_socket.async_write(asio::buffer(m_queue.front().bytes),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (!self->m_silent)
                                     self->written(error);
                             });
    }

    void written(beast::error_code error) {
        if (error) {
            end();
            return;
        }
        m_book.sent(m_place->id(), m_queue.front().bytes.size());
        m_queuedBytes -= m_queue.front().bytes.size();
        m_queue.pop_front();
        if (!m_queue.empty())
            writeNext();
        else if (m_closing)
            closeNow();
    }

    /// Past the WebSocket layer, which knows whole frames only. What does not fit into the system's buffer is
    /// not sent either: the frame is cut anyway.
    void writePart() {
        const Frame& frame = m_queue.front();
        const std::string bytes =
            frameHead(frame.bytes.size(), frame.binary) + frame.bytes.substr(0, *frame.part);
        asio::ip::tcp::socket& socket = beast::get_lowest_layer(m_socket).socket();
        beast::error_code ignored;
        socket.non_blocking(true, ignored);
        (void)asio::write(socket, asio::buffer(bytes), ignored);
        m_book.sent(m_place->id(), *frame.part);
        m_closing = true;
        // Half closed, so that what was sent arrives; the client's own end finishes the rest.
        socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    }

    void closeNow() {
        if (!m_open || m_closeSent)
            return;
        m_closeSent = true;
        m_socket.async_close(static_cast<websocket::close_code>(m_closeCode),
                             [self = shared_from_this()](beast::error_code) { self->end(); });
    }

    /// The conversation is over; the session must not hear of anything more.
    void end() {
        m_open = false;
        m_closing = true;
        m_timer.cancel();
        m_lastWord.cancel();
        m_peer.ended();
        m_session.reset();
        beast::get_lowest_layer(m_socket).close();
    }

    websocket::stream<beast::tcp_stream> m_socket;
    std::shared_ptr<ConnectionPlace> m_place;
    Sandbox& m_sandbox;
    FaultBook& m_book;
    Channel m_channel;
    asio::steady_timer m_timer;
    asio::steady_timer m_lastWord;
    FaultyPeer m_peer;
    BeastRequest m_request;
    beast::flat_buffer m_buffer{kMaxMessage};
    std::deque<Frame> m_queue;
    std::size_t m_queuedBytes = 0;
    std::unique_ptr<SocketSession> m_session;
    std::array<char, 4096> m_scratch{};
    std::uint16_t m_closeCode = websocket::close_code::policy_error;
    bool m_isSlow = false;
    bool m_silent = false;
    bool m_open = false;
    bool m_closing = false;
    bool m_closeSent = false;
};

/// An answer instead of a WebSocket; then the end.
void refuse(beast::tcp_stream stream, HttpAnswer answer) {
    if (answer.drop) {
        stream.close();
        return;
    }
    auto held = std::make_shared<beast::tcp_stream>(std::move(stream));
    auto response = std::make_shared<BeastResponse>(responseOf(std::move(answer), 11, false));
    held->expires_after(kHandshakeTime);
    http::async_write(*held, *response, [held, response](beast::error_code, std::size_t) { held->close(); });
}

} // namespace

void serveSocket(beast::tcp_stream stream, BeastRequest request, const HttpRequest& handshake,
                 Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place) {
    stream.expires_never();
    FaultBook& book = sandbox.faults();
    const auto known = streamChannelOf(handshake.path);
    const Channel channel = known.value_or(Channel::Control);
    book.used(place->id(), channel);
    if (known)
        if (auto instead = faultBefore(book, {channel, handshake.method, handshake.path, place->id()})) {
            refuse(std::move(stream), std::move(*instead));
            return;
        }
    auto connection =
        std::make_shared<SocketConnection>(std::move(stream), std::move(place), sandbox, channel);
    auto session = sandbox.openSocket(handshake, connection->peer());
    if (!session) {
        refuse(connection->release(), HttpAnswer{404, R"({"code":40410000,"message":"endpoint not found"})"});
        return;
    }
    connection->run(std::move(request), std::move(session));
}

} // namespace strikedesk::sandbox
