// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/chart_overlay.h"

#include <QColor>
#include <QFont>
#include <QLocale>

namespace strikedesk::charts {

/// Every colour, font and size a chart is painted with; the caller's theme fills it in. Value type.
struct ChartStyle {
    QColor background;
    QColor grid;          ///< lines of round prices
    QColor separator;     ///< between sessions
    QColor extendedShade; ///< laid over hours outside the regular session; translucent
    QColor text;
    QColor muted; ///< axis labels
    QColor accent;
    QColor up;
    QColor down;
    QColor warn;
    QColor volumeUp; ///< bars of the volume pane
    QColor volumeDown;
    QColor line;       ///< the line of a line chart
    QColor crosshair;  ///< its two lines
    QColor raised;     ///< behind crosshair tags and boxes of lines
    QColor raisedEdge; ///< around them
    QColor onColour;   ///< text on up, down, accent and warn

    QFont labelFont; ///< axes, markers; pixel sizes at 1×
    QFont bodyFont;  ///< readout, tags, badge
    /// System font scale; multiplies paddings. The screen's pixel ratio is not part of it.
    double scale = 1;
    QLocale locale = QLocale(QLocale::English, QLocale::UnitedStates);

    /// The colour of what a thing means.
    QColor colour(ChartTone tone) const;

    friend bool operator==(const ChartStyle&, const ChartStyle&) = default;
};

} // namespace strikedesk::charts
