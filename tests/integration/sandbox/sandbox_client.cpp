// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boost 1.74 uses std::exchange in its coroutine header without including it.
#include "tests/integration/sandbox/sandbox_client.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <optional>
#include <utility>

namespace strikedesk::sandboxtest {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;

namespace {

constexpr std::chrono::seconds kPatience{5};

tcp::endpoint endpointOf(std::uint16_t port) { return {asio::ip::address_v4::loopback(), port}; }

std::string lowerCase(beast::string_view text) {
    std::string lower(text.data(), text.size());
    for (char& c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

} // namespace

Headers keys() { return {{"APCA-API-KEY-ID", "SANDBOX-KEY"}, {"APCA-API-SECRET-KEY", "sandbox-secret"}}; }

Reply call(std::uint16_t port, const std::string& method, const std::string& target, const std::string& body,
           const Headers& headers) {
    asio::io_context io;
    beast::tcp_stream stream(io);
    Reply reply;
    beast::error_code failure;
    stream.socket().connect(endpointOf(port), failure);
    http::request<http::string_body> request{http::string_to_verb(method), target, 11};
    request.method_string(method);
    request.set(http::field::host, "127.0.0.1");
    for (const auto& [name, value] : headers)
        request.set(name, value);
    if (!body.empty())
        request.set(http::field::content_type, "application/json");
    request.body() = body;
    request.prepare_payload();
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    // Asynchronous calls, because only those obey the deadline.
    stream.expires_after(kPatience * 4);
    http::async_write(stream, request, [&](beast::error_code error, std::size_t) {
        if (!error)
            http::async_read(stream, buffer, response, [&](beast::error_code readError, std::size_t) {
                if (!readError)
                    reply.status = response.result_int();
            });
    });
    io.run();
    reply.body = response.body();
    for (const auto& field : response)
        reply.headers[lowerCase(field.name_string())] = std::string(field.value());
    return reply;
}

namespace {

std::string exchange(std::uint16_t port, const std::string& bytes, bool closes) {
    asio::io_context io;
    beast::tcp_stream stream(io);
    beast::error_code error;
    stream.socket().connect(endpointOf(port), error);
    asio::write(stream.socket(), asio::buffer(bytes), error);
    if (closes)
        stream.socket().shutdown(tcp::socket::shutdown_send, error);
    std::string answer;
    std::array<char, 4096> chunk{};
    std::function<void()> next = [&] {
        stream.expires_after(kPatience * 4);
        stream.async_read_some(asio::buffer(chunk), [&](beast::error_code failure, std::size_t count) {
            answer.append(chunk.data(), count);
            if (!failure)
                next();
        });
    };
    next();
    io.run();
    return answer;
}

} // namespace

std::string rawExchange(std::uint16_t port, const std::string& bytes) { return exchange(port, bytes, false); }

std::string exchangeAndClose(std::uint16_t port, const std::string& bytes) {
    return exchange(port, bytes, true);
}

class Socket::Impl {
public:
    Impl() : socket(io) {}
    asio::io_context io;
    websocket::stream<beast::tcp_stream> socket;
    beast::flat_buffer buffer;
    bool open = false;
};

Socket::Socket(std::uint16_t port, const std::string& path, const Headers& headers)
    : m_impl(std::make_unique<Impl>()) {
    beast::error_code error;
    beast::get_lowest_layer(m_impl->socket).socket().connect(endpointOf(port), error);
    m_impl->socket.set_option(websocket::stream_base::decorator([headers](websocket::request_type& request) {
        for (const auto& [name, value] : headers)
            request.set(name, value);
    }));
    m_impl->socket.handshake("127.0.0.1", path, error);
    m_impl->open = !error;
}

Socket::~Socket() = default;
Socket::Socket(Socket&&) noexcept = default;

bool Socket::isOpen() const { return m_impl->open; }

void Socket::sendText(const std::string& text) {
    beast::error_code error;
    m_impl->socket.text(true);
    m_impl->socket.write(asio::buffer(text), error);
}

void Socket::sendBinary(const std::string& bytes) {
    beast::error_code error;
    m_impl->socket.binary(true);
    m_impl->socket.write(asio::buffer(bytes), error);
}

bool Socket::read(std::string& frame, bool& binary) {
    if (!m_impl->open)
        return false;
    bool got = false;
    m_impl->io.restart();
    beast::get_lowest_layer(m_impl->socket).expires_after(kPatience);
    m_impl->socket.async_read(m_impl->buffer, [&](beast::error_code error, std::size_t) { got = !error; });
    m_impl->io.run();
    if (!got) {
        m_impl->open = false;
        return false;
    }
    frame = beast::buffers_to_string(m_impl->buffer.data());
    binary = m_impl->socket.got_binary();
    m_impl->buffer.consume(m_impl->buffer.size());
    return true;
}

nlohmann::json Socket::readJson() {
    std::string frame;
    bool binary = false;
    if (!read(frame, binary))
        return nlohmann::json(nlohmann::json::value_t::discarded);
    return nlohmann::json::parse(frame, nullptr, false);
}

nlohmann::json Socket::readMessagePack() {
    std::string frame;
    bool binary = false;
    if (!read(frame, binary) || !binary)
        return nlohmann::json(nlohmann::json::value_t::discarded);
    return nlohmann::json::from_msgpack(frame, true, false);
}

nlohmann::json Socket::readUntil(const std::function<bool(const nlohmann::json&)>& wanted) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience * 2;
    while (std::chrono::steady_clock::now() < deadline && isOpen()) {
        nlohmann::json frame = readJson();
        if (!frame.is_discarded() && wanted(frame))
            return frame;
    }
    return nlohmann::json(nlohmann::json::value_t::discarded);
}

} // namespace strikedesk::sandboxtest
