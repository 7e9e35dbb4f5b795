// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace strikedesk::ui {

/// What a person feels in the whole window while quotes storm.
struct DeskLoadFigures {
    double seconds = 0;
    double updatesPerSecond = 0; ///< quotes that changed in what the window was shown
    std::size_t panels = 0;      ///< shown in the workspace
    std::size_t frames = 0;
    double gapP50 = 0; ///< milliseconds the event loop was away, between two beats of 4 ms
    double gapP999 = 0;
    double gapMax = 0;
    std::size_t inputs = 0;
    double inputP50 = 0; ///< milliseconds from an event's posting to the end of the frame after it
    double inputP99 = 0;
    double inputMax = 0;
};

/// Shows the trade workspace with every panel of the program on a scripted desk: charts of the stock and the
/// contract, a chain, the book, open trades. Every 16 ms it gets a snapshot in which quotes of stocks and
/// contracts changed, with new last bars and marks, `updatesPerSecond` quotes a second; meanwhile another
/// thread, which does not wait for this one, walks the watchlist, scrolls the chain and moves over the chart.
DeskLoadFigures runDeskLoad(int updatesPerSecond, int milliseconds);

/// One line for people.
void printDeskLoad(const DeskLoadFigures& figures);

} // namespace strikedesk::ui
