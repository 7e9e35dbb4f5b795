// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_overlay.h"
#include "charts/model/chart_view.h"

#include <functional>
#include <vector>

namespace strikedesk::charts {

/// How many device pixels wide a text is in the font of boxes.
using TextWidth = std::function<int(const QString&)>;

/// A drag of a working-order line in progress.
struct LineDrag {
    QString id;
    Price price;

    friend bool operator==(const LineDrag&, const LineDrag&) = default;
};

/// Where the box of one horizontal line stands: label, figure, and the ✕ of an order.
struct LineBox {
    int order = -1; ///< index into the overlay's orders; −1: the position
    int y = 0;      ///< the line
    PixelBox label;
    PixelBox figure; ///< quantity of an order, profit of the position
    PixelBox cancel; ///< empty when it cannot be cancelled
    Price price;
    bool isOutside = false; ///< its price is above or below what is shown; the box stands at the edge
    bool isAbove = false;

    PixelBox whole() const {
        return {label.left, label.top, cancel.width() > 0 ? cancel.right : figure.right, label.bottom};
    }
};

/// What a person is doing with the lines.
struct LineUse {
    std::optional<LineDrag> drag;
    QString asked; ///< the order whose ✕ was clicked once and asks back; empty: none
};

/// What the box of an order says: its label, or its question.
const QString& labelOf(const OrderLine& line, const LineUse& use);

/// Boxes of the position and the orders, near the right end of the plot; where two would overlap the later
/// one moves left. A dragged order stands at its dragged price.
std::vector<LineBox> lineBoxes(const ChartView& view, const ChartOverlay& overlay, const LineUse& use,
                               const TextWidth& width);

/// Where on a chart a point is.
enum class HitZone : std::uint8_t {
    Nothing,
    Plot,
    Volume,
    PriceAxis,
    TimeAxis,
    OrderLine,   ///< can be dragged
    OrderCancel, ///< the ✕
};
struct Hit {
    HitZone zone = HitZone::Nothing;
    int order = -1;
};
/// What is at a point of device pixels.
Hit hitAt(const ChartView& view, const ChartOverlay& overlay, const std::vector<LineBox>& boxes, double x,
          double y);

} // namespace strikedesk::charts
