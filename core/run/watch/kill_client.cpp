// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_client.h"

#include "core/run/watch/local_socket.h"

#include <chrono>

#ifndef _WIN32
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#endif

namespace strikedesk::watch {

namespace {

constexpr std::size_t kLongestAnswer = 1'024;

Error noAnswer() {
    return Error{ErrorKind::Timeout, "session.no_answer",
                 "The running Strikedesk did not answer. End it, then run the kill again."};
}

} // namespace

#ifdef _WIN32

Result<std::string> sendKill(const std::filesystem::path& folder, trade::KillLevel, const std::string&,
                             Duration) {
    const auto connection = connectTo(killSocketFile(folder));
    return connection ? Result<std::string>(noAnswer()) : Result<std::string>(connection.error());
}

#else

Result<std::string> sendKill(const std::filesystem::path& folder, trade::KillLevel level,
                             const std::string& by, Duration patience) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::nanoseconds(patience.count());
    const auto connection = connectTo(killSocketFile(folder));
    if (!connection)
        return connection.error();
    const std::string line = "kill " + std::to_string(static_cast<int>(level)) + " " + by + "\n";
    if (::send(connection->number(), line.data(), line.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(line.size()))
        return noAnswer();
    std::string answer;
    while (answer.find('\n') == std::string::npos && answer.size() < kLongestAnswer) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        pollfd watched{connection->number(), POLLIN, 0};
        if (left.count() <= 0 || ::poll(&watched, 1, static_cast<int>(left.count())) == 0)
            return noAnswer();
        char bytes[kLongestAnswer];
        const ssize_t got = ::recv(connection->number(), bytes, sizeof(bytes), 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return noAnswer();
        if (got > 0)
            answer.append(bytes, static_cast<std::size_t>(got));
    }
    answer = answer.substr(0, answer.find('\n'));
    if (!answer.starts_with("ok "))
        return Error{ErrorKind::Refused, "session.refused", "The running Strikedesk refused: " + answer};
    return answer.substr(3);
}

#endif

} // namespace strikedesk::watch
