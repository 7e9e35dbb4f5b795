// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/http/connection.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <optional>
#include <sstream>

namespace strikedesk::sandbox {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr std::uint32_t kMaxHeader = 16 * 1024;
constexpr std::uint64_t kMaxBody = 1024 * 1024;
constexpr std::chrono::seconds kIdleTime{75};
constexpr std::chrono::seconds kRequestTime{5};
constexpr std::chrono::seconds kAnswerTime{10};
constexpr std::chrono::seconds kLingerTime{2};
constexpr std::size_t kDrainChunk = 64 * 1024;
constexpr std::size_t kMaxDrained = 8 * 1024 * 1024;

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

std::string_view viewOf(boost::beast::string_view text) { return {text.data(), text.size()}; }

class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(beast::tcp_stream stream, Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place)
        : m_stream(std::move(stream)), m_sandbox(sandbox), m_place(std::move(place)),
          m_timer(m_stream.get_executor()) {}

    /// Waits for the next request: the first byte may take its time, the rest may not.
    void readNext() {
        m_parser.emplace();
        m_parser->header_limit(kMaxHeader);
        m_parser->body_limit(kMaxBody);
        if (m_buffer.size() > 0) {
            readRequest();
            return;
        }
        m_stream.expires_after(kIdleTime);
        m_stream.async_read_some(m_buffer.prepare(4'096),
                                 [self = shared_from_this()](beast::error_code error, std::size_t count) {
                                     if (error)
                                         return self->close();
                                     self->m_buffer.commit(count);
                                     self->readRequest();
                                 });
    }

private:
    void readRequest() {
        m_stream.expires_after(kRequestTime);
        http::async_read(
            m_stream, m_buffer, *m_parser,
            [self = shared_from_this()](beast::error_code error, std::size_t) { self->requestRead(error); });
    }

    void requestRead(beast::error_code error) {
        m_stream.expires_never();
        if (error) {
            refuse(error);
            return;
        }
        BeastRequest request = m_parser->release();
        const auto read = requestOf(request);
        if (!read) {
            m_keepAlive = false;
            send(HttpAnswer{400, R"({"code":40010000,"message":"invalid request target"})"}, 11);
            return;
        }
        if (beast::websocket::is_upgrade(request)) {
            serveSocket(std::move(m_stream), std::move(request), *read, m_sandbox, m_place);
            return;
        }
        m_keepAlive = request.keep_alive();
        HttpAnswer answer = m_sandbox.handle(*read, monoNow(), m_place->id());
        const unsigned version = request.version();
        if (answer.delayMs <= 0) {
            send(std::move(answer), version);
            return;
        }
        m_timer.expires_after(std::chrono::milliseconds(answer.delayMs));
        m_timer.async_wait([self = shared_from_this(), answer = std::move(answer),
                            version](beast::error_code failed) mutable {
            if (!failed)
                self->send(std::move(answer), version);
        });
    }

    /// What could not be read as a request gets its status where HTTP has one, then the connection ends.
    void refuse(beast::error_code error) {
        m_keepAlive = false;
        if (error == http::error::body_limit)
            send(HttpAnswer{413, R"({"code":41310000,"message":"request body is too large"})"}, 11);
        else if (error == http::error::header_limit)
            send(HttpAnswer{431, R"({"code":43110000,"message":"request header is too large"})"}, 11);
        else if (error.category() == http::make_error_code(http::error::bad_method).category() &&
                 error != http::error::end_of_stream && error != http::error::partial_message)
            send(HttpAnswer{400, R"({"code":40010000,"message":"malformed request"})"}, 11);
        else
            close();
    }

    void send(HttpAnswer answer, unsigned version) {
        if (answer.drop) {
            close();
            return;
        }
        if (answer.mute) {
            m_stream.expires_never();
            drain(0);
            return;
        }
        m_sandbox.faults().sent(m_place->id(), answer.body.size());
        const auto cutAfter = answer.cutAfter;
        m_response = responseOf(std::move(answer), version, m_keepAlive);
        m_stream.expires_after(kAnswerTime);
        if (cutAfter) {
            sendPart(static_cast<std::size_t>(*cutAfter));
            return;
        }
        http::async_write(m_stream, m_response,
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                              if (error)
                                  return self->close();
                              if (self->m_keepAlive)
                                  return self->readNext();
                              beast::error_code ignored;
                              self->m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
                              self->m_stream.expires_after(kLingerTime);
                              self->drain(0);
                          });
    }

    /// The first bytes of the answer, then the end.
    void sendPart(std::size_t bytes) {
        std::ostringstream whole;
        whole << m_response;
        m_part = std::move(whole).str();
        m_part.resize(std::min(bytes, m_part.size()));
        asio::async_write(m_stream, asio::buffer(m_part),
                          [self = shared_from_this()](beast::error_code, std::size_t) { self->close(); });
    }

    /// Reads on for a moment: closing over unread bytes would reset the connection and lose the answer.
    void drain(std::size_t drained) {
        m_buffer.clear();
        m_stream.async_read_some(
            m_buffer.prepare(kDrainChunk),
            [self = shared_from_this(), drained](beast::error_code error, std::size_t count) {
                if (error || drained + count > kMaxDrained)
                    return self->close();
                self->drain(drained + count);
            });
    }

    void close() {
        beast::error_code ignored;
        m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
        m_stream.close();
    }

    beast::tcp_stream m_stream;
    Sandbox& m_sandbox;
    std::shared_ptr<ConnectionPlace> m_place;
    asio::steady_timer m_timer;
    beast::flat_buffer m_buffer{kMaxHeader + kMaxBody};
    std::optional<http::request_parser<http::string_body>> m_parser;
    BeastResponse m_response;
    std::string m_part;
    bool m_keepAlive = true;
};

} // namespace

MonoTime monoNow() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return MonoTime::fromNanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(since).count());
}

BeastResponse responseOf(HttpAnswer answer, unsigned version, bool keepAlive) {
    BeastResponse response;
    response.version(version);
    response.result(static_cast<unsigned>(answer.status));
    if (answer.status != 204)
        response.set(http::field::content_type, "application/json; charset=UTF-8");
    for (const auto& [name, value] : answer.headers)
        response.set(name, value);
    response.keep_alive(keepAlive);
    response.body() = std::move(answer.body);
    response.prepare_payload();
    return response;
}

std::optional<HttpRequest> requestOf(const BeastRequest& request) {
    auto read = parseTarget(viewOf(request.method_string()), viewOf(request.target()));
    if (!read)
        return std::nullopt;
    for (const auto& field : request)
        read->headers[lowerCase(viewOf(field.name_string()))] = std::string(viewOf(field.value()));
    read->body = request.body();
    return read;
}

void serveHttp(beast::tcp_stream stream, Sandbox& sandbox, std::shared_ptr<ConnectionPlace> place) {
    std::make_shared<HttpConnection>(std::move(stream), sandbox, std::move(place))->readNext();
}

} // namespace strikedesk::sandbox
