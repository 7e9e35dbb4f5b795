// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/price.h"

#include <QPoint>
#include <QString>

#include <functional>
#include <optional>

namespace strikedesk::charts {

/// What a person did on a chart. GUI thread; unset ones are not called. Nothing on the chart moves because of
/// a call: it shows what the next overlay says.
struct ChartCallbacks {
    /// A working-order line was dropped at another price, a multiple of its tick. Once for a whole drag.
    std::function<void(const QString& id, Price price)> orderLineMoved;
    std::function<void(const QString& id)> orderLineCancelled;
    /// A click in the price pane that was no drag; the price is on the chart's tick.
    std::function<void(Price price)> priceClicked;
    /// Right click or menu key at a price.
    std::function<void(Price price, const QPoint& globalPosition)> contextMenuAt;
    /// The bar under the crosshair; nothing when the crosshair went away.
    std::function<void(std::optional<std::size_t> bar)> crosshairMoved;
    /// Bars older than the first are about to be looked at. At most once for a number of bars.
    std::function<void()> needOlder;
};

} // namespace strikedesk::charts
