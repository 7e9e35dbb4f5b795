// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QRawFont>
#include <QRectF>
#include <QString>

#include <array>

class QPainter;

namespace strikedesk::ui {

/// Draws short figures fast and with digits of one width, whatever the font does: glyphs are looked up once
/// and laid out by hand. Texts with other characters than digits, signs and Latin letters are drawn by the
/// painter as usual. GUI thread.
class FigureFont {
public:
    FigureFont() = default;
    explicit FigureFont(const QFont& font);

    /// Device-independent pixels.
    double width(const QString& text) const;
    /// One line, centred vertically; left, right or horizontally centred in `area`.
    void draw(QPainter& painter, const QRectF& area, Qt::Alignment alignment, const QString& text,
              const QColor& colour) const;

private:
    struct Glyph {
        quint32 index = 0; ///< 0: not in the font
        double advance = 0;
        double shift = 0; ///< centres a narrow digit in the common width
    };
    const Glyph* find(QChar character) const;
    Glyph glyphOf(QChar character) const;

    static constexpr std::size_t kAscii = 128;
    QFont m_font;
    QRawFont m_raw;
    std::array<Glyph, kAscii> m_ascii{};
    std::array<Glyph, 4> m_signs{}; ///< minus, plus-minus, em dash, middle dot
};

} // namespace strikedesk::ui
