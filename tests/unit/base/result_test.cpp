// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace strikedesk {
namespace {

TEST(Result, HoldsAValueOrAnError) {
    const Result<int> good = 7;
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(*good, 7);
    EXPECT_EQ(good.valueOr(1), 7);
    const Result<int> bad = invalidInput("test.bad", "Do it another way.", "context");
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(bad.error().messageId, "test.bad");
    EXPECT_EQ(bad.valueOr(1), 1);
    EXPECT_TRUE(done().ok());
}

TEST(Result, HandsAMoveOnlyValueOut) {
    Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
    const std::unique_ptr<int> value = std::move(result).value();
    EXPECT_EQ(*value, 5);
}

TEST(ResultDeathTest, AskingForTheAbsentHalfStopsTheProgram) {
    const Result<int> good = 7;
    const Result<int> bad = invalidInput("test.bad", "Do it another way.");
    EXPECT_DEATH((void)*bad, "value of a failed Result");
    EXPECT_DEATH((void)good.error(), "error of a good Result");
}

} // namespace
} // namespace strikedesk
