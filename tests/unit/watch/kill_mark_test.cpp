// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/watch/kill_mark.h"
#include "tests/unit/store/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>

namespace strikedesk::watch {
namespace {

using test::TemporaryDirectory;
using trade::KillLevel;

const AccountId kAccount("PA123");
const AccountId kOther("PA124");

TEST(KillMark, StandsUntilItIsRemoved) {
    const TemporaryDirectory folder;
    EXPECT_FALSE(readKillMark(folder.path(), kAccount));
    ASSERT_TRUE(writeKillMark(folder.path(), kAccount, {KillLevel::CancelAll, "a test"}));
    const auto mark = readKillMark(folder.path(), kAccount);
    ASSERT_TRUE(mark);
    EXPECT_EQ(mark->level, KillLevel::CancelAll);
    EXPECT_EQ(mark->by, "a test");
    EXPECT_FALSE(readKillMark(folder.path(), kOther)) << "another account is not killed by it";
    ASSERT_TRUE(removeKillMarks(folder.path(), kAccount));
    EXPECT_FALSE(readKillMark(folder.path(), kAccount));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(KillMark, AWeakerOneTakesNothingBack) {
    const TemporaryDirectory folder;
    ASSERT_TRUE(writeKillMark(folder.path(), kAccount, {KillLevel::Flatten, "first"}));
    ASSERT_TRUE(writeKillMark(folder.path(), kAccount, {KillLevel::Disarm, "second"}));
    EXPECT_EQ(readKillMark(folder.path(), kAccount)->level, KillLevel::Flatten);
}

TEST(KillMark, BeforeTheAccountIsKnownItIsForWhicheverOpens) {
    const TemporaryDirectory folder;
    ASSERT_TRUE(writeKillMark(folder.path() / "not" / "there", AccountId(), {KillLevel::BlockEntries, "x"}));
    EXPECT_EQ(readKillMark(folder.path() / "not" / "there", kAccount)->level, KillLevel::BlockEntries);
    ASSERT_TRUE(writeKillMark(folder.path(), AccountId(), {KillLevel::BlockEntries, "x"}));
    ASSERT_TRUE(writeKillMark(folder.path(), kAccount, {KillLevel::CancelAll, "y"}));
    EXPECT_EQ(readKillMark(folder.path(), kAccount)->level, KillLevel::CancelAll);
    EXPECT_EQ(readKillMark(folder.path(), kOther)->level, KillLevel::BlockEntries);
}

TEST(KillMark, OneThatCannotBeReadStillBlocksEntries) {
    for (const char* text :
         {"", "x", "strikedesk kill 9\nby a\n", "strikedesk kill 2", "strikedesk kill 4\nby half"}) {
        const TemporaryDirectory folder;
        std::ofstream(folder / "kill.mark") << text;
        const auto mark = readKillMark(folder.path(), kAccount);
        ASSERT_TRUE(mark) << text;
        EXPECT_EQ(mark->level, KillLevel::BlockEntries) << text;
    }
    const TemporaryDirectory folder;
    std::filesystem::create_directory(folder / "kill.mark");
    EXPECT_EQ(readKillMark(folder.path(), kAccount)->level, KillLevel::BlockEntries);
}

TEST(KillMark, NamesAndAccountsFromOutsideStayInTheirPlace) {
    const TemporaryDirectory folder;
    const AccountId hostile("../../x");
    ASSERT_TRUE(
        writeKillMark(folder.path(), hostile, {KillLevel::Disarm, std::string(5'000, 'a') + "\nby b"}));
    EXPECT_EQ(readKillMark(folder.path(), hostile)->level, KillLevel::Disarm);
    EXPECT_LE(readKillMark(folder.path(), hostile)->by.size(), 256U);
    EXPECT_TRUE(std::filesystem::exists(folder / "kill-______x.mark"));
}

TEST(KillMark, SaysWhenTheDiskDoesNotTakeIt) {
    const TemporaryDirectory folder;
    std::ofstream(folder / "file") << "x";
    const Status written = writeKillMark(folder / "file", kAccount, {KillLevel::BlockEntries, "x"});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Storage);
}

} // namespace
} // namespace strikedesk::watch
