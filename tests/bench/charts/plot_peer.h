// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/hub/series_snapshot.h"

#include <QSize>

#include <memory>
#include <vector>

namespace strikedesk::bench {

/// Candles in QCustomPlot, what one would pick instead of an own painter: bare candles, its default axes with
/// plain numbers, no volume, no studies, no markers. Each series is a data container that the candles share,
/// which is the quickest the library offers for changing from one to another. GUI thread.
class PlotPeer {
public:
    PlotPeer(const std::vector<std::shared_ptr<const market::SeriesSnapshot>>& series, std::size_t visible,
             QSize size);
    ~PlotPeer();
    PlotPeer(const PlotPeer&) = delete;
    PlotPeer& operator=(const PlotPeer&) = delete;

    /// Drags by a few bars' width and draws into the plot's buffer; not on the screen.
    void pan();
    /// Shows another of the series up to the screen.
    void show(std::size_t series);
    /// Gives the last bar of what is shown another close, up to the screen.
    void updateLast();
    /// Moves two lines on a layer of their own to another place, up to the screen.
    void moveCrosshair();

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

} // namespace strikedesk::bench
