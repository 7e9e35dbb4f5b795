// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/sandbox_server.h"

#include "core/run/sandbox/http/connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <pthread.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <future>
#include <stop_token>
#include <thread>

namespace strikedesk::sandbox {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace {

constexpr std::chrono::milliseconds kTick{25};

Error portError(std::uint16_t port, const std::string& why) {
    return Error{ErrorKind::Unavailable,
                 "sandbox.port",
                 "The sandbox cannot listen on port " + std::to_string(port) + ". Choose another port.",
                 {{"port", std::to_string(port)}},
                 why};
}

/// What runs on the sandbox's thread: acceptor and tick around one io_context.
class Loop {
public:
    Loop(asio::io_context& io, Sandbox& sandbox) : m_sandbox(sandbox), m_acceptor(io), m_timer(io) {}

    Result<SandboxAddress> bind(std::uint16_t port) {
        const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
        beast::error_code error;
        m_acceptor.open(endpoint.protocol(), error);
        if (!error)
            m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error)
            m_acceptor.bind(endpoint, error);
        if (!error)
            m_acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return portError(port, error.message());
        SandboxAddress address;
        address.port = m_acceptor.local_endpoint().port();
        return address;
    }

    void run() {
        accept();
        tick();
    }

private:
    void accept() {
        m_acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
            if (error == asio::error::operation_aborted)
                return;
            if (!error && m_count->open < ConnectionCount::kMax) {
                beast::error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                serveHttp(beast::tcp_stream(std::move(socket)), m_sandbox,
                          std::make_shared<ConnectionPlace>(m_count));
            }
            accept();
        });
    }

    void tick() {
        m_timer.expires_after(kTick);
        m_timer.async_wait([this](beast::error_code error) {
            if (error)
                return;
            m_sandbox.tick(monoNow());
            tick();
        });
    }

    Sandbox& m_sandbox;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_timer;
    std::shared_ptr<ConnectionCount> m_count = std::make_shared<ConnectionCount>();
};

/// The thread's whole life. The sandbox outlives the io_context, whose handlers hold its sessions.
void serve(const std::stop_token& stop, const SandboxConfig& config,
           std::promise<Result<SandboxAddress>>& started) {
    auto opened = Sandbox::tryOpen(config, monoNow());
    if (!opened) {
        started.set_value(opened.error());
        return;
    }
    const std::unique_ptr<Sandbox> sandbox = std::move(*opened);
    {
        asio::io_context io(1);
        Loop loop(io, *sandbox);
        auto bound = loop.bind(config.port);
        const bool isBound = bound.ok();
        started.set_value(std::move(bound));
        if (!isBound)
            return;
        const std::stop_callback onStop(stop, [&io] { io.stop(); });
        loop.run();
        if (!stop.stop_requested())
            io.run();
    }
    sandbox->close(monoNow());
}

} // namespace

class SandboxServer::Impl {
public:
    explicit Impl(const SandboxConfig& config)
        : m_thread([this, config](const std::stop_token& stop) {
              pthread_setname_np(pthread_self(), "sandbox");
              try {
                  serve(stop, config, m_started);
              } catch (const std::exception& failure) {
                  fail(failure.what());
              }
          }) {}

    Result<SandboxAddress> address() { return m_started.get_future().get(); }

private:
    /// Nothing leaves the thread; before the start it is told, later it is said where the owner looks.
    void fail(const std::string& what) {
        try {
            m_started.set_value(Error{ErrorKind::Internal,
                                      "sandbox.internal",
                                      "The sandbox could not start. Try again with a fresh account.",
                                      {},
                                      what});
        } catch (const std::future_error&) {
            std::fprintf(stderr, "The simulated venue stopped: %s. Start it again.\n", what.c_str());
        }
    }

    std::promise<Result<SandboxAddress>> m_started;
    std::jthread m_thread;
};

SandboxServer::SandboxServer(SandboxConfig config) : m_config(std::move(config)) {}

SandboxServer::~SandboxServer() { stop(); }

Result<SandboxAddress> SandboxServer::start() {
    if (m_impl)
        return Error{ErrorKind::Internal, "sandbox.twice", "The sandbox is running already. Stop it first."};
    m_impl = std::make_unique<Impl>(m_config);
    auto address = m_impl->address();
    if (!address)
        m_impl.reset();
    return address;
}

void SandboxServer::stop() { m_impl.reset(); }

} // namespace strikedesk::sandbox
