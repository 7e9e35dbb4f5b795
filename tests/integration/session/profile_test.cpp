// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/session/rig.h"

#include <sys/resource.h>

#include <csignal>
#include <fstream>

namespace strikedesk::test {
namespace {

/// While it lives, no file of this process can grow: what a full disk looks like from inside.
class FilesCannotGrow {
public:
    FilesCannotGrow() {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 1;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FilesCannotGrow() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FilesCannotGrow(const FilesCannotGrow&) = delete;
    FilesCannotGrow& operator=(const FilesCannotGrow&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

TEST(Profile, ASecondProgramOnItIsRefusedAndTheFirstGoesOn) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    SessionHost second(sandboxSession(rig.port, rig.folder.path() / "demo", SessionRig::kSpeed));
    const Status refused = second.start();
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().messageId, "session.profile_in_use");
    EXPECT_NE(refused.error().message.find("Another Strikedesk"), std::string::npos);
    const trade::EntryTicket ticket = rig.ticket();
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

TEST(Profile, IsFreeAgainAfterTheFirstStopped) {
    SessionRig rig;
    ASSERT_TRUE(rig.host->start().ok());
    rig.host->stop();
    SessionHost second(sandboxSession(rig.port, rig.folder.path() / "demo", SessionRig::kSpeed));
    EXPECT_TRUE(second.start().ok());
}

TEST(Profile, AFolderThatCannotBeMadeIsNamedInASentence) {
    SessionRig rig;
    const std::filesystem::path file = rig.folder / "a-file";
    std::ofstream(file) << "not a folder";
    SessionHost host(sandboxSession(rig.port, file / "demo", 1.0));
    const Status refused = host.start();
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::Storage);
    EXPECT_NE(refused.error().message.find(file.string()), std::string::npos);
    EXPECT_NE(refused.error().message.find("data.dir"), std::string::npos);
}

TEST(Profile, WhenTheDiskIsFullNoOrderLeavesAndItIsSaid) {
    SessionRig rig;
    ASSERT_TRUE(rig.begin());
    {
        const FilesCannotGrow full;
        send(*rig.host, rig.ticket());
        rig.host->untilNotice("log_failed");
    }
    const auto notice = rig.host->notice("log_failed");
    ASSERT_NE(notice, nullptr);
    EXPECT_EQ(notice->level, trade::NoticeLevel::Critical);
    EXPECT_NE(notice->message.find("order log"), std::string::npos) << notice->message;
    EXPECT_EQ(rig.venue->arrivedWrites(), 0);
    // Nor later, with the disk free again: what the file holds is not known until a restart.
    ASSERT_TRUE(rig.host->untilShown([](const auto& snapshot) {
        return snapshot.readiness < trade::Readiness::Ready && !snapshot.why.empty();
    }));
    send(*rig.host, rig.ticket());
    EXPECT_TRUE(rig.host->untilNotice("refused.log_failed"));
    EXPECT_EQ(rig.venue->arrivedWrites(), 0);
    rig.host.reset();
    rig.host.emplace(sandboxSession(rig.port, rig.folder.path() / "demo", SessionRig::kSpeed));
    ASSERT_TRUE(rig.begin());
    const trade::EntryTicket ticket = rig.ticket();
    send(*rig.host, ticket);
    ASSERT_TRUE(untilHeld(*rig.host, ticket.intentId, 2));
    ASSERT_TRUE(rig.closeByHand(ticket.intentId));
    rig.expectFlatBooks();
}

} // namespace
} // namespace strikedesk::test
