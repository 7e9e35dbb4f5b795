// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_listener.h"

#include "core/run/handover/thread_name.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>
#include <vector>

#ifndef _WIN32
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace strikedesk::watch {

namespace {
constexpr std::size_t kLongestName = 64;
} // namespace

Result<KillAsked> parseKill(std::string_view line) {
    constexpr std::string_view kVerb = "kill ";
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (!line.starts_with(kVerb))
        return Error{ErrorKind::InvalidInput, "watch.unknown_command", "unknown command"};
    line.remove_prefix(kVerb.size());
    const bool isLevel = !line.empty() && line[0] >= '0' && line[0] <= '4';
    if (!isLevel || (line.size() > 1 && line[1] != ' '))
        return Error{ErrorKind::InvalidInput, "watch.kill_level", "the level is 0 to 4"};
    KillAsked asked;
    asked.level = static_cast<trade::KillLevel>(line[0] - '0');
    asked.by = line.size() > 2 ? line.substr(2, kLongestName) : std::string_view("a command");
    std::replace_if(
        asked.by.begin(), asked.by.end(), [](unsigned char c) { return c < 0x20 || c >= 0x7f; }, '?');
    return asked;
}

std::string KillListener::answerTo(std::string_view line) const {
    const auto asked = parseKill(line);
    if (!asked)
        return "error " + asked.error().message + "\n";
    return "ok kill level " + std::to_string(static_cast<int>(asked->level)) + ": " + m_onKill(*asked) + "\n";
}

#ifdef _WIN32

class KillListener::Caller {};
Status KillListener::start(const std::filesystem::path& folder) {
    auto listening = listenAt(killSocketFile(folder));
    return listening ? done() : Status(listening.error());
}
void KillListener::stop() {}
void KillListener::run() {}

#else

namespace {

using WallClock = std::chrono::steady_clock;
constexpr std::size_t kMostCallers = 8;
constexpr std::chrono::milliseconds kPatience{1'000};

} // namespace

/// One connection: the part of its line that has come, and until when the rest may.
class KillListener::Caller {
public:
    explicit Caller(Descriptor connection)
        : m_connection(std::move(connection)), m_until(WallClock::now() + kPatience) {}

    int number() const { return m_connection.number(); }
    bool isLate(WallClock::time_point now) const { return now >= m_until; }

    /// Reads what is there and answers once the line is whole; true when the connection is done with.
    bool serve(const KillListener& listener) {
        char bytes[kLongestKillLine];
        const ssize_t got = ::recv(number(), bytes, sizeof(bytes), 0);
        if (got < 0)
            return errno != EAGAIN && errno != EINTR;
        if (got == 0)
            return true;
        m_line.append(bytes, static_cast<std::size_t>(got));
        const std::size_t end = m_line.find('\n');
        if (end == std::string::npos && m_line.size() < kLongestKillLine)
            return false;
        const std::string answer = end == std::string::npos || end >= kLongestKillLine
                                       ? "error the line is too long\n"
                                       : listener.answerTo(std::string_view(m_line).substr(0, end));
        // A caller that does not read its answer does not hold the next one up: a short line fits its buffer.
        (void)::send(number(), answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        return true;
    }

private:
    Descriptor m_connection;
    WallClock::time_point m_until;
    std::string m_line;
};

Status KillListener::start(const std::filesystem::path& folder) {
    m_file = killSocketFile(folder);
    auto listening = listenAt(m_file);
    if (!listening)
        return listening.error();
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return Error{ErrorKind::Unavailable, "watch.no_descriptors",
                     "The kill command from outside will not work: the system has no descriptors left."};
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    m_wakeReader.emplace(ends[0]);
    m_wakeWriter.emplace(ends[1]);
    m_socket.emplace(std::move(*listening));
    try {
        m_thread = std::thread([this] {
            handover::nameThisThread("kill");
            run();
        });
    } catch (const std::system_error& failed) {
        m_socket.reset();
        std::error_code ignored;
        std::filesystem::remove(m_file, ignored);
        return Error{ErrorKind::Unavailable,
                     "watch.no_thread",
                     "The kill command from outside will not work: the system has no threads left.",
                     {},
                     failed.what()};
    }
    return done();
}

void KillListener::stop() {
    if (!m_thread.joinable())
        return;
    m_wakeWriter.reset(); // the reading end sees the end of its pipe
    m_thread.join();
    // While the socket is bound nobody else can have taken the name.
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
    m_socket.reset();
    m_wakeReader.reset();
}

void KillListener::run() {
    std::vector<Caller> callers;
    while (true) {
        std::vector<pollfd> watched = {{m_wakeReader->number(), POLLIN, 0}, {m_socket->number(), POLLIN, 0}};
        for (const Caller& caller : callers)
            watched.push_back({caller.number(), POLLIN, 0});
        const int patience = callers.empty() ? -1 : static_cast<int>(kPatience.count()) / 4;
        if (::poll(watched.data(), watched.size(), patience) < 0 && errno != EINTR)
            return;
        if (watched[0].revents != 0)
            return;
        std::vector<Caller> staying;
        const auto now = WallClock::now();
        for (std::size_t i = 0; i < callers.size(); ++i) {
            const bool isDone =
                watched[i + 2].revents != 0 ? callers[i].serve(*this) : callers[i].isLate(now);
            if (!isDone)
                staying.push_back(std::move(callers[i]));
        }
        callers = std::move(staying);
        if (watched[1].revents == 0)
            continue;
        Descriptor connection(::accept(m_socket->number(), nullptr, nullptr));
        if (!connection.isOpen() || !isOwnUser(connection))
            continue;
        ::fcntl(connection.number(), F_SETFD, FD_CLOEXEC);
        ::fcntl(connection.number(), F_SETFL, O_NONBLOCK);
        // Whoever was silent longest makes room: a kill must always get through.
        if (callers.size() >= kMostCallers)
            callers.erase(callers.begin());
        callers.emplace_back(std::move(connection));
    }
}

#endif

} // namespace strikedesk::watch
