// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <type_traits>

namespace strikedesk {
namespace {

static_assert(!std::is_convertible_v<ClientOrderId, BrokerOrderId>);
static_assert(!std::is_constructible_v<IntentId, ClientOrderId>);
static_assert(!std::is_convertible_v<std::string, IntentId>);

TEST(IdSource, MakesVersionSevenUuids) {
    IdSource ids(42);
    const std::regex shape("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    std::set<std::string> seen;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = ids.uuid7(Timestamp::fromMilliseconds(1'772'461'800'000 + i / 100));
        ASSERT_TRUE(std::regex_match(id, shape)) << id;
        EXPECT_TRUE(seen.insert(id).second) << id;
    }
}

TEST(IdSource, PutsTheMillisecondFirstSoThatIdsSortByTime) {
    IdSource ids(1);
    EXPECT_EQ(ids.uuid7(Timestamp::fromMilliseconds(0x0123456789AB)).substr(0, 13), "01234567-89ab");
    EXPECT_LT(ids.uuid7(Timestamp::fromMilliseconds(1'000)), ids.uuid7(Timestamp::fromMilliseconds(1'001)));
    EXPECT_LT(ids.uuid7(Timestamp::fromMilliseconds(0xFFFF)),
              ids.uuid7(Timestamp::fromMilliseconds(0x10000)));
}

TEST(IdSource, TheSameSeedGivesTheSameIds) {
    IdSource first(7);
    IdSource second(7);
    IdSource other(8);
    for (int i = 0; i < 100; ++i) {
        const Timestamp now = Timestamp::fromSeconds(i);
        const std::string id = first.uuid7(now);
        EXPECT_EQ(id, second.uuid7(now));
        EXPECT_NE(id, other.uuid7(now));
    }
    EXPECT_EQ(IdSource(0).next(), 0xE220A8397B1DCDAFULL); // first output of SplitMix64 from seed 0
}

} // namespace
} // namespace strikedesk
