// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/chart_style.h"

namespace strikedesk::charts {

QColor ChartStyle::colour(ChartTone tone) const {
    switch (tone) {
    case ChartTone::Neutral:
        return text;
    case ChartTone::Muted:
        return muted;
    case ChartTone::Accent:
        return accent;
    case ChartTone::Up:
        return up;
    case ChartTone::Down:
        return down;
    case ChartTone::Warn:
        return warn;
    }
    return text;
}

} // namespace strikedesk::charts
