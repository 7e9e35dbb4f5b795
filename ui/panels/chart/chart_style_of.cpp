// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chart/chart_style_of.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

namespace strikedesk::ui {

charts::ChartStyle chartStyleOf(const Theme& theme) {
    charts::ChartStyle style;
    style.locale = windowLocale();
    const bool isDark = theme.kind() == ThemeKind::Dark;
    style.background = theme.colour(Token::Panel);
    style.grid = theme.tint(Token::Line, isDark ? 0.7 : 0.6);
    style.separator = theme.colour(Token::Line);
    style.extendedShade = theme.tint(Token::Canvas, isDark ? 0.45 : 0.8);
    style.text = theme.colour(Token::Text);
    style.muted = theme.colour(Token::Muted);
    style.accent = theme.colour(Token::Accent);
    style.up = theme.colour(Token::Up);
    style.down = theme.colour(Token::Down);
    style.warn = theme.colour(Token::Warn);
    style.volumeUp = theme.tint(Token::Up, 0.42);
    style.volumeDown = theme.tint(Token::Down, 0.42);
    style.line = theme.colour(Token::Accent);
    style.crosshair = theme.tint(Token::Muted, 0.8);
    style.raised = theme.colour(Token::Raised);
    style.raisedEdge = theme.colour(Token::Line);
    style.onColour = theme.colour(Token::OnColour);
    style.labelFont = theme.font(metrics::kLabel);
    style.bodyFont = theme.font(metrics::kSecondary);
    style.scale = theme.scaled(100) / 100.0;
    return style;
}

} // namespace strikedesk::ui
