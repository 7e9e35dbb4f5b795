// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sandbox/raw_socket.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <array>
#include <chrono>
#include <utility>

namespace strikedesk::sandboxtest {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace {
constexpr std::chrono::seconds kPatience{10};
} // namespace

class RawSocket::Wire {
public:
    Wire() : stream(io) {}
    asio::io_context io;
    beast::tcp_stream stream;
};

RawSocket::RawSocket(std::uint16_t port, const std::string& path, int receiveBuffer)
    : m_wire(std::make_unique<Wire>()) {
    beast::error_code error;
    m_wire->stream.socket().open(tcp::v4(), error);
    if (receiveBuffer > 0)
        m_wire->stream.socket().set_option(asio::socket_base::receive_buffer_size(receiveBuffer), error);
    m_wire->stream.socket().connect({asio::ip::address_v4::loopback(), port}, error);
    const std::string request = "GET " + path +
                                " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    asio::write(m_wire->stream.socket(), asio::buffer(request), error);
    while (m_held.find("\r\n\r\n") == std::string::npos && fill()) {
    }
    const std::size_t head = m_held.find("\r\n\r\n");
    if (head == std::string::npos)
        return;
    m_status = std::atoi(m_held.substr(9, 3).c_str());
    m_held.erase(0, head + 4);
}

RawSocket::~RawSocket() = default;

void RawSocket::send(int opcode, const std::string& payload) {
    std::string frame(1, static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80 | payload.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(payload.size() >> 8);
        frame += static_cast<char>(payload.size() & 0xff);
    }
    // A mask of zeros changes nothing and is a mask all the same.
    frame += std::string(4, '\0') + payload;
    beast::error_code error;
    asio::write(m_wire->stream.socket(), asio::buffer(frame), error);
}

bool RawSocket::fill() {
    // A read after the end would wait for ever.
    if (m_ended)
        return false;
    std::array<char, 4096> chunk{};
    std::size_t got = 0;
    m_wire->io.restart();
    m_wire->stream.expires_after(kPatience);
    m_wire->stream.async_read_some(asio::buffer(chunk), [&](beast::error_code error, std::size_t count) {
        got = error ? 0 : count;
        m_ended = error && error != beast::error::timeout;
    });
    m_wire->io.run();
    m_held.append(chunk.data(), got);
    return got > 0;
}

std::optional<RawFrame> RawSocket::takeFrame() {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(m_held[at]); };
    if (m_held.size() < 2)
        return std::nullopt;
    std::size_t head = 2;
    std::size_t length = byte(1) & 0x7f;
    if (length >= 126) {
        const std::size_t extra = length == 126 ? 2 : 8;
        head += extra;
        if (m_held.size() < head)
            return std::nullopt;
        length = 0;
        for (std::size_t i = 2; i < head; ++i)
            length = length << 8 | byte(i);
    }
    if (m_held.size() < head + length)
        return std::nullopt;
    RawFrame frame{byte(0) & 0x0f, m_held.substr(head, length)};
    m_held.erase(0, head + length);
    return frame;
}

std::optional<RawFrame> RawSocket::read() {
    while (true) {
        if (auto frame = takeFrame())
            return frame;
        if (!fill())
            return std::nullopt;
    }
}

std::string RawSocket::ready() {
    beast::error_code error;
    std::string bytes(m_wire->stream.socket().available(error), '\0');
    if (!bytes.empty())
        asio::read(m_wire->stream.socket(), asio::buffer(bytes), error);
    return std::exchange(m_held, {}) + bytes;
}

bool RawSocket::drained() {
    const auto start = std::chrono::steady_clock::now();
    while (fill()) {
    }
    return std::chrono::steady_clock::now() - start < kPatience;
}

} // namespace strikedesk::sandboxtest
