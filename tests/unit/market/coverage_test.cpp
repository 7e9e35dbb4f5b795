// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/archive_reader.h"
#include "core/market/hub/coverage.h"

#include <gtest/gtest.h>

namespace strikedesk::market {
namespace {

TimeSpan span(std::int64_t from, std::int64_t to) {
    return {Timestamp::fromSeconds(from), Timestamp::fromSeconds(to)};
}
using Spans = std::vector<TimeSpan>;

TEST(Coverage, JoinsWhatOverlapsOrTouches) {
    Coverage held;
    held.add(span(10, 20));
    held.add(span(30, 40));
    held.add(span(5, 5));
    held.add(span(9, 3));
    EXPECT_EQ(held.spans(), (Spans{span(10, 20), span(30, 40)}));
    held.add(span(20, 25));
    EXPECT_EQ(held.spans(), (Spans{span(10, 25), span(30, 40)}));
    held.add(span(1, 2));
    held.add(span(24, 31));
    EXPECT_EQ(held.spans(), (Spans{span(1, 2), span(10, 40)}));
    held.add(span(0, 100));
    EXPECT_EQ(held.spans(), (Spans{span(0, 100)}));
}

TEST(Coverage, NamesEveryHoleNotOnlyTheEnds) {
    Coverage held;
    held.add(span(10, 20));
    held.add(span(30, 40));
    EXPECT_EQ(held.missing(span(0, 50)), (Spans{span(0, 10), span(20, 30), span(40, 50)}));
    EXPECT_EQ(held.missing(span(10, 40)), (Spans{span(20, 30)}));
    EXPECT_EQ(held.missing(span(12, 18)), Spans{});
    EXPECT_EQ(held.missing(span(22, 28)), (Spans{span(22, 28)}));
    EXPECT_EQ(held.missing(span(18, 18)), Spans{});
    EXPECT_EQ(Coverage().missing(span(1, 2)), (Spans{span(1, 2)}));
    EXPECT_EQ(held.within(span(15, 35)), (Spans{span(15, 20), span(30, 35)}));
}

TEST(Coverage, ForgetsWhatIsTakenBack) {
    Coverage held;
    held.add(span(10, 40));
    held.remove(span(20, 30));
    EXPECT_EQ(held.spans(), (Spans{span(10, 20), span(30, 40)}));
    held.remove(span(15, 15));
    held.remove(span(35, 99));
    held.remove(span(0, 12));
    EXPECT_EQ(held.spans(), (Spans{span(12, 20), span(30, 35)}));
    EXPECT_TRUE(held.contains(Timestamp::fromSeconds(12)));
    EXPECT_FALSE(held.contains(Timestamp::fromSeconds(20)));
    EXPECT_FALSE(held.contains(Timestamp::fromSeconds(29)));
    EXPECT_FALSE(held.contains(Timestamp::fromSeconds(35)));
}

TEST(Coverage, ASavedOneThatContradictsItselfIsRefused) {
    for (const Spans& bad : {Spans{span(5, 5)}, Spans{span(9, 3)}, Spans{span(1, 5), span(4, 8)},
                             Spans{span(1, 5), span(5, 8)}, Spans{span(9, 12), span(1, 5)}}) {
        BinaryWriter writer;
        writer.field("spans", bad);
        BinaryReader reader(writer.bytes());
        Coverage held;
        reader.field("coverage", held);
        EXPECT_TRUE(reader.failed());
    }
}

} // namespace
} // namespace strikedesk::market
