// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/paint/chart_style.h"

namespace strikedesk::ui {

class Theme;

/// A chart's colours and fonts in a theme.
charts::ChartStyle chartStyleOf(const Theme& theme);

} // namespace strikedesk::ui
