// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/chain/chain_load.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

// The claim is 50 and 100 ms on a desk's machine (the benchmark records the figures); a test machine shared
// with a dozen compilers gets room.
constexpr double kInputLimit = 250;
constexpr double kGapLimit = 500;

TEST(ChainLoad, StaysUnderTheHandAt20000UpdatesASecond) {
    const ChainLoadFigures figures = runChainLoad(10'000, 20'000, 5'500);
    printChainLoad(figures);
    EXPECT_GE(figures.seconds, 5.0);
    EXPECT_GE(figures.updatesPerSecond, 19'000);
    EXPECT_GE(figures.inputs, 200U);
    EXPECT_GE(figures.frames, 60U);
    EXPECT_LE(figures.inputP99, kInputLimit);
    EXPECT_LE(figures.gapP999, kGapLimit);
}

} // namespace
} // namespace strikedesk::ui
