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
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

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
                          std::make_shared<ConnectionPlace>(m_count, m_sandbox.faults()));
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

/// The way from other threads to the sandbox while it serves.
class Line {
public:
    void open(asio::io_context& io, Sandbox& sandbox) {
        const std::lock_guard lock(m_mutex);
        m_io = &io;
        m_sandbox = &sandbox;
    }
    /// What was asked and not begun gives no answer any more.
    void close() {
        const std::lock_guard lock(m_mutex);
        m_io = nullptr;
    }

    /// What `work` gives on the sandbox's thread; nullopt when it does not serve.
    template <class Work>
    auto ask(Work work) -> std::optional<decltype(work(std::declval<Sandbox&>()))> {
        using Answer = decltype(work(std::declval<Sandbox&>()));
        auto answer = std::make_shared<std::promise<Answer>>();
        auto future = answer->get_future();
        {
            const std::lock_guard lock(m_mutex);
            if (m_io == nullptr)
                return std::nullopt;
            asio::post(*m_io, [answer, work, sandbox = m_sandbox] { answer->set_value(work(*sandbox)); });
        }
        answer.reset();
        try {
            return future.get();
        } catch (const std::future_error&) {
            // The sandbox stopped in between; its queue went with the question in it.
            return std::nullopt;
        }
    }

private:
    std::mutex m_mutex;
    asio::io_context* m_io = nullptr;
    Sandbox* m_sandbox = nullptr;
};

/// Closes a line before what it leads to goes away.
class LineEnd {
public:
    explicit LineEnd(Line& line) : m_line(line) {}
    ~LineEnd() { m_line.close(); }
    LineEnd(const LineEnd&) = delete;
    LineEnd& operator=(const LineEnd&) = delete;

private:
    Line& m_line;
};

/// The thread's whole life. The sandbox outlives the io_context, whose handlers hold its sessions.
void serve(const std::stop_token& stop, const SandboxConfig& config, Line& line,
           std::promise<Result<SandboxAddress>>& started) {
    auto opened = Sandbox::tryOpen(config, monoNow());
    if (!opened) {
        started.set_value(opened.error());
        return;
    }
    const std::unique_ptr<Sandbox> sandbox = std::move(*opened);
    {
        asio::io_context io(1);
        const LineEnd lineEnd(line);
        Loop loop(io, *sandbox);
        auto bound = loop.bind(config.port);
        const bool isBound = bound.ok();
        if (isBound)
            line.open(io, *sandbox);
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
                  serve(stop, config, m_line, m_started);
              } catch (const std::exception& failure) {
                  fail(failure.what());
              }
          }) {}

    Result<SandboxAddress> address() { return m_started.get_future().get(); }
    Line& line() { return m_line; }

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
    Line m_line;
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

namespace {

Error notRunning() {
    return Error{ErrorKind::Unavailable, "sandbox.stopped", "The sandbox does not run. Start it first."};
}

} // namespace

Result<std::int64_t> SandboxServer::addFault(const FaultRule& rule) {
    if (!m_impl)
        return notRunning();
    const auto id = m_impl->line().ask([rule](Sandbox& sandbox) { return sandbox.faults().add(rule); });
    return id ? *id : Result<std::int64_t>(notRunning());
}

Status SandboxServer::removeFault(std::int64_t id) {
    if (!m_impl)
        return notRunning();
    const auto isGone = m_impl->line().ask([id](Sandbox& sandbox) { return sandbox.faults().remove(id); });
    if (!isGone)
        return notRunning();
    if (!*isGone)
        return Error{ErrorKind::NotFound, "sandbox.rule.unknown", "There is no such fault rule."};
    return done();
}

Status SandboxServer::clearFaults(std::string_view label) {
    if (!m_impl)
        return notRunning();
    const auto count = m_impl->line().ask(
        [name = std::string(label)](Sandbox& sandbox) { return sandbox.faults().clear(name); });
    return count ? done() : Status(notRunning());
}

Result<std::vector<FaultRuleState>> SandboxServer::faults() const {
    if (!m_impl)
        return notRunning();
    auto rules = m_impl->line().ask([](Sandbox& sandbox) { return sandbox.faults().rules(); });
    return rules ? std::move(*rules) : Result<std::vector<FaultRuleState>>(notRunning());
}

Result<std::vector<ConnectionInfo>> SandboxServer::connections() const {
    if (!m_impl)
        return notRunning();
    auto list = m_impl->line().ask([](Sandbox& sandbox) { return sandbox.faults().connections(); });
    return list ? std::move(*list) : Result<std::vector<ConnectionInfo>>(notRunning());
}

Result<Switches> SandboxServer::switches() const {
    if (!m_impl)
        return notRunning();
    const auto now = m_impl->line().ask([](Sandbox& sandbox) { return sandbox.switches(); });
    return now ? *now : Result<Switches>(notRunning());
}

Status SandboxServer::setSwitches(const SwitchChange& change) {
    if (!m_impl)
        return notRunning();
    const auto moved = m_impl->line().ask([change](Sandbox& sandbox) { return sandbox.setSwitches(change); });
    return moved ? *moved : Status(notRunning());
}

} // namespace strikedesk::sandbox
