// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/subscription.h"
#include "ui/theme/tokens.h"

#include <QFont>

namespace strikedesk::ui {

/// The theme in force. One per program; GUI thread. A panel reads colours when it paints and repaints when
/// told of a change; widgets with the standard look need neither, the palette and style sheet follow.
class Theme {
public:
    static Theme& current();

    ThemeKind kind() const { return m_kind; }
    SignColours signColours() const { return m_signs; }
    /// Sets palette, fonts and style sheet of the application and tells subscribers.
    void apply(ThemeKind kind, SignColours signs);
    Subscription subscribe(std::function<void()> changed) { return m_changed.subscribe(std::move(changed)); }

    QColor colour(Token token) const { return tokenColour(token, m_kind, m_signs); }
    QColor groupColour(int group) const { return ui::groupColour(group, m_kind); }
    /// The colour over another, for shading and hover: `share` of it, 0 to 1.
    QColor tint(Token token, double share) const;
    /// The user interface font at a size of `metrics`, scaled with the system's font size. Figures have equal
    /// widths: Inter where Qt can ask it for them (from 6.7), else the first family that has no others.
    QFont font(int pixels, QFont::Weight weight = QFont::Normal) const;
    /// Device-independent pixels scaled with the system's font size.
    int scaled(int pixels) const;

private:
    Theme() = default;

    ThemeKind m_kind = ThemeKind::Dark;
    SignColours m_signs = SignColours::GreenRed;
    Publisher m_changed;
};

} // namespace strikedesk::ui
