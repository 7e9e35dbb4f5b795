// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/row_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace strikedesk::ui {
namespace {

using Keys = std::vector<int>;

/// What a view that follows the steps ends with.
Keys follow(Keys keys, const Keys& after) {
    const RowSteps steps = rowSteps(keys, after);
    for (const auto& run : steps.removals)
        keys.erase(keys.begin() + run.first, keys.begin() + run.first + run.count);
    for (const auto& move : steps.moves) {
        const int key = keys[static_cast<std::size_t>(move.from)];
        keys.erase(keys.begin() + move.from);
        keys.insert(keys.begin() + move.to, key);
    }
    if (!steps.reordered.empty()) {
        Keys ordered(keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i)
            ordered[static_cast<std::size_t>(steps.reordered[i])] = keys[i];
        keys = ordered;
    }
    for (const auto& run : steps.insertions)
        keys.insert(keys.begin() + run.first, after.begin() + run.first,
                    after.begin() + run.first + run.count);
    return keys;
}

TEST(RowDiff, SaysNothingWhenNothingChanged) {
    const RowSteps steps = rowSteps<int>({1, 2, 3}, {1, 2, 3});
    EXPECT_TRUE(steps.removals.empty() && steps.moves.empty() && steps.insertions.empty());
    EXPECT_TRUE(steps.reordered.empty());
}

TEST(RowDiff, JoinsNeighboursIntoRuns) {
    const RowSteps steps = rowSteps<int>({1, 2, 3, 4, 5}, {1, 8, 9, 5});
    EXPECT_EQ(steps.removals, (std::vector<RowSteps::Run>{{1, 3}}));
    EXPECT_EQ(steps.insertions, (std::vector<RowSteps::Run>{{1, 2}}));
}

TEST(RowDiff, OneRowDraggedIsOneMove) {
    EXPECT_EQ(rowSteps<int>({1, 2, 3, 4, 5}, {2, 3, 4, 5, 1}).moves, (std::vector<RowSteps::Move>{{0, 4}}));
    EXPECT_EQ(rowSteps<int>({1, 2, 3, 4, 5}, {5, 1, 2, 3, 4}).moves, (std::vector<RowSteps::Move>{{4, 0}}));
}

TEST(RowDiff, ANewOrderOfEverythingIsOneChangeOfLayout) {
    Keys before(100);
    for (int i = 0; i < 100; ++i)
        before[static_cast<std::size_t>(i)] = i;
    const Keys after(before.rbegin(), before.rend());
    const RowSteps steps = rowSteps(before, after);
    EXPECT_TRUE(steps.moves.empty());
    EXPECT_EQ(follow(before, after), after);
}

TEST(RowDiff, LeadsFromAnySequenceToAnyOther) {
    std::mt19937 draw(7);
    for (int round = 0; round < 3000; ++round) {
        Keys pool(24);
        for (int i = 0; i < 24; ++i)
            pool[static_cast<std::size_t>(i)] = i;
        std::shuffle(pool.begin(), pool.end(), draw);
        const Keys before(pool.begin(), pool.begin() + static_cast<int>(draw() % 20));
        if (round % 3 != 0)
            std::shuffle(pool.begin(), pool.end(), draw);
        const Keys after(pool.begin(), pool.begin() + static_cast<int>(draw() % 20));
        ASSERT_EQ(follow(before, after), after);
    }
}

} // namespace
} // namespace strikedesk::ui
