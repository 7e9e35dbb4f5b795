// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/matrix/ladder_commands.h"

#include <QRectF>
#include <QString>

#include <array>
#include <optional>

class QPainter;

namespace strikedesk::ui {

/// The columns from left to right.
enum class LadderColumn : std::uint8_t { Mine, Bid, Price, Ask, Profit };
inline constexpr int kLadderColumnCount = 5;

/// Where everything lies, in device-independent pixels.
struct LadderGeometry {
    double width = 0;
    double top = 0; ///< below the column titles
    double rowHeight = 0;
    double footerTop = 0;
    double footerHeight = 0;
    std::array<double, kLadderColumnCount + 1> edges{};

    static LadderGeometry of(double width, double height, double rowHeight);
    int rowCount() const;
    QRectF row(int index) const { return {0, top + index * rowHeight, width, rowHeight}; }
    QRectF cell(int index, LadderColumn column) const;
    /// The ✕ beside an order of ours.
    QRectF cancelMark(int index) const;
    /// Nothing outside the rows.
    std::optional<int> rowAt(double y) const;
    std::optional<LadderColumn> columnAt(double x) const;
};

/// What besides the book decides how the ladder looks.
struct LadderLook {
    bool isArmed = false;
    bool isStale = false; ///< figures of the market are muted
    bool hasFocus = false;
    std::optional<Price> cursor; ///< of the keyboard
    std::optional<int> hoverRow;
    std::optional<LadderColumn> hoverColumn;
    std::optional<DragStart> drag; ///< under way; `hoverRow` is where it would end
    QString footer;
    bool isFooterWarning = false;
    QString empty; ///< shown instead of rows when not empty
};

void paintLadder(QPainter& painter, const LadderModel& model, const LadderGeometry& geometry,
                 const LadderLook& look);

} // namespace strikedesk::ui
