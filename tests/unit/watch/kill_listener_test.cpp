// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_client.h"
#include "core/run/watch/kill_listener.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <mutex>
#include <vector>

namespace strikedesk::watch {
namespace {

using test::TemporaryDirectory;
using trade::KillLevel;

constexpr int kPatienceMs = 5'000;
constexpr uid_t kNobody = 65'534;

/// A listener that keeps what it was asked.
struct Listening {
    TemporaryDirectory folder;
    std::mutex mutex;
    std::vector<KillAsked> asked;
    KillListener listener{[this](const KillAsked& kill) {
        const std::lock_guard lock(mutex);
        asked.push_back(kill);
        return std::string("done");
    }};

    std::size_t count() {
        const std::lock_guard lock(mutex);
        return asked.size();
    }
    /// Sends these bytes as they are and returns all that comes until the other end closes.
    std::string exchange(const std::string& bytes) const {
        const auto connection = connectTo(killSocketFile(folder.path()));
        if (!connection)
            return connection.error().messageId;
        (void)::send(connection->number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        std::string answer;
        char part[512];
        pollfd watched{connection->number(), POLLIN, 0};
        while (::poll(&watched, 1, kPatienceMs) > 0) {
            const ssize_t got = ::recv(connection->number(), part, sizeof(part), 0);
            if (got <= 0)
                return answer;
            answer.append(part, static_cast<std::size_t>(got));
        }
        return "silence";
    }
};

TEST(KillListener, TakesAKillAndSaysWhatWasDone) {
    Listening here;
    ASSERT_TRUE(here.listener.start(here.folder.path()));
    const auto answer = sendKill(here.folder.path(), KillLevel::CancelAll, "a test");
    ASSERT_TRUE(answer.ok()) << answer.error().message;
    EXPECT_EQ(*answer, "kill level 3: done");
    ASSERT_EQ(here.count(), 1U);
    EXPECT_EQ(here.asked[0].level, KillLevel::CancelAll);
    EXPECT_EQ(here.asked[0].by, "a test");
}

TEST(KillListener, NobodyThereIsSaid) {
    const TemporaryDirectory folder;
    const auto answer = sendKill(folder.path(), KillLevel::BlockEntries, "a test");
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().kind, ErrorKind::NotFound);
}

TEST(KillListener, OnlyTheUserMayConnectAndTheFileGoesWithTheListener) {
    Listening here;
    ASSERT_TRUE(here.listener.start(here.folder.path()));
    struct stat seen {};
    ASSERT_EQ(::stat(killSocketFile(here.folder.path()).c_str(), &seen), 0);
    EXPECT_EQ(seen.st_mode & 0777U, 0600U);
    here.listener.stop();
    here.listener.stop();
    EXPECT_TRUE(std::filesystem::is_empty(here.folder.path()));
}

TEST(KillListener, ASocketOfADeadProcessIsReplaced) {
    Listening here;
    ASSERT_TRUE(listenAt(killSocketFile(here.folder.path())).ok()); // closed at once, the file stays
    EXPECT_EQ(sendKill(here.folder.path(), KillLevel::Disarm, "x").error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(here.listener.start(here.folder.path()));
    EXPECT_TRUE(sendKill(here.folder.path(), KillLevel::Disarm, "x").ok());
}

TEST(KillListener, ALivingOneIsLeftAlone) {
    Listening here;
    ASSERT_TRUE(here.listener.start(here.folder.path()));
    {
        KillListener second([](const KillAsked&) { return std::string(); });
        const Status started = second.start(here.folder.path());
        ASSERT_FALSE(started);
        EXPECT_EQ(started.error().kind, ErrorKind::Unavailable);
    }
    EXPECT_TRUE(sendKill(here.folder.path(), KillLevel::Disarm, "x").ok());
    EXPECT_EQ(here.count(), 1U);
}

TEST(KillListener, WhatIsNoSocketIsNotReplaced) {
    Listening here;
    std::ofstream(killSocketFile(here.folder.path())) << "precious";
    const Status started = here.listener.start(here.folder.path());
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, ErrorKind::Refused);
    EXPECT_TRUE(std::filesystem::is_regular_file(killSocketFile(here.folder.path())));
}

TEST(KillListener, AnotherUsersSocketIsRefusedOnBothSides) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can make a socket of another user";
    Listening here;
    const auto socket = listenAt(killSocketFile(here.folder.path()));
    ASSERT_TRUE(socket.ok());
    ASSERT_EQ(::chown(killSocketFile(here.folder.path()).c_str(), kNobody, kNobody), 0);
    EXPECT_EQ(sendKill(here.folder.path(), KillLevel::Disarm, "x").error().kind, ErrorKind::Refused);
    EXPECT_EQ(here.listener.start(here.folder.path()).error().kind, ErrorKind::Refused);
}

TEST(KillListener, AnotherUserIsNotHeard) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can become another user";
    Listening here;
    ASSERT_TRUE(here.listener.start(here.folder.path()));
    // As if somebody had opened the rights of the file.
    const std::string file = killSocketFile(here.folder.path()).string();
    ASSERT_EQ(::chmod(here.folder.path().c_str(), 0777), 0);
    ASSERT_EQ(::chmod(file.c_str(), 0777), 0);
    const Descriptor stranger(::socket(AF_UNIX, SOCK_STREAM, 0));
    const auto other = connectTo(killSocketFile(here.folder.path())); // for its address; ours
    ASSERT_TRUE(other.ok());
    sockaddr_storage address{};
    socklen_t size = sizeof(address);
    ASSERT_EQ(::getpeername(other->number(), reinterpret_cast<sockaddr*>(&address), &size), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        if (::setuid(kNobody) != 0 ||
            ::connect(stranger.number(), reinterpret_cast<const sockaddr*>(&address), size) != 0)
            ::_exit(2);
        (void)::send(stranger.number(), "kill 4 me\n", 10, MSG_NOSIGNAL);
        char byte = 0;
        ::_exit(::recv(stranger.number(), &byte, 1, 0) > 0 ? 1 : 0);
    }
    int state = 0;
    ASSERT_EQ(::waitpid(child, &state, 0), child);
    ASSERT_TRUE(WIFEXITED(state));
    EXPECT_EQ(WEXITSTATUS(state), 0) << "1: it was answered, 2: it could not try";
    EXPECT_EQ(here.count(), 0U);
}

TEST(KillListener, AFolderDeepDownIsReachedAllTheSame) {
    Listening here;
    const std::filesystem::path deep = here.folder.path() / std::string(120, 'd') / std::string(120, 'e');
    std::filesystem::create_directories(deep);
    ASSERT_TRUE(here.listener.start(deep));
    EXPECT_TRUE(sendKill(deep, KillLevel::Disarm, "x").ok());
}

TEST(KillListener, HostileLinesAreAnsweredAndBounded) {
    Listening here;
    ASSERT_TRUE(here.listener.start(here.folder.path()));
    for (const std::string& line : {std::string("kill 9\n"), std::string("kill 22\n"), std::string("kill\n"),
                                    std::string("\n"), std::string("KILL 2\n"), std::string("kill -1\n"),
                                    std::string("kill 2x\n"), std::string("\0kill 2\n", 8)})
        EXPECT_TRUE(here.exchange(line).starts_with("error ")) << line;
    EXPECT_EQ(here.exchange(std::string(100'000, 'k')), "error the line is too long\n");
    EXPECT_EQ(here.exchange("kill 2 " + std::string(kLongestKillLine, 'x') + "\n"),
              "error the line is too long\n");
    EXPECT_EQ(here.count(), 0U);
    EXPECT_EQ(here.exchange("kill 1 \x1b[31m" + std::string(100, 'y') + "\nkill 4\n"),
              "ok kill level 1: done\n");
    ASSERT_EQ(here.count(), 1U) << "one line a connection";
    EXPECT_EQ(here.asked[0].by.size(), 64U);
    EXPECT_EQ(here.asked[0].by.substr(0, 5), "?[31m");
}

TEST(KillListener, SilentCallersDoNotKeepAKillOut) {
    Listening here;
    ASSERT_TRUE(here.listener.start(here.folder.path()));
    std::vector<Descriptor> silent;
    for (int i = 0; i < 30; ++i) {
        auto connection = connectTo(killSocketFile(here.folder.path()));
        if (connection.ok())
            silent.push_back(std::move(*connection));
    }
    EXPECT_TRUE(sendKill(here.folder.path(), KillLevel::BlockEntries, "x").ok());
    EXPECT_EQ(here.count(), 1U);
}

} // namespace
} // namespace strikedesk::watch
