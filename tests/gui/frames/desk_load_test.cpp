// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/frames/desk_load.h"

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

// The promise is 50 and 100 ms on a desk's machine (the benchmark records the figures); a test machine shared
// with a dozen compilers, and a build with assertions, get room.
constexpr double kInputLimit = 500;
constexpr double kGapLimit = 500;

TEST(DeskLoad, TheWholeWindowStaysUnderTheHandAt20000QuotesASecond) {
    const DeskLoadFigures figures = runDeskLoad(20'000, 6'000);
    printDeskLoad(figures);
    EXPECT_GE(figures.panels, 6U);
    EXPECT_GE(figures.updatesPerSecond, 19'000);
    EXPECT_GE(figures.frames, 60U);
    EXPECT_GE(figures.inputs, 200U);
    EXPECT_LE(figures.gapP999, kGapLimit);
    EXPECT_LE(figures.inputP99, kInputLimit);
}

} // namespace
} // namespace strikedesk::ui
