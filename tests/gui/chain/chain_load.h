// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace strikedesk::ui {

/// What a person feels while a chain storms.
struct ChainLoadFigures {
    double seconds = 0;
    double updatesPerSecond = 0; ///< rows whose quote changed
    std::size_t inputs = 0;
    double inputP50 = 0; ///< milliseconds from an event's posting to the end of the frame after it
    double inputP99 = 0;
    double inputMax = 0;
    std::size_t frames = 0;
    double gapP50 = 0; ///< milliseconds the event loop was away, between two beats of 4 ms
    double gapP999 = 0;
    double gapMax = 0;
};

/// Shows a chain of `rows` strikes, changes `updatesPerSecond` rows a second in batches of one frame, and
/// meanwhile presses keys, clicks and scrolls from another thread, which does not wait for this one.
ChainLoadFigures runChainLoad(int rows, int updatesPerSecond, int milliseconds);

/// One line for people.
void printChainLoad(const ChainLoadFigures& figures);

} // namespace strikedesk::ui
