// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/figure_font.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace strikedesk::ui {

namespace {

constexpr std::array<char16_t, 4> kSigns = {0x2212, 0x00b1, 0x2014, 0x00b7};

} // namespace

FigureFont::FigureFont(const QFont& font) : m_font(font), m_raw(QRawFont::fromFont(font)) {
    double widest = 0;
    for (char16_t c = u' '; c < kAscii; ++c) {
        m_ascii[c] = glyphOf(QChar(c));
        if (c >= u'0' && c <= u'9')
            widest = std::max(widest, m_ascii[c].advance);
    }
    for (std::size_t i = 0; i < kSigns.size(); ++i)
        m_signs[i] = glyphOf(QChar(kSigns[i]));
    const auto widen = [widest](Glyph& glyph) {
        glyph.shift = (widest - glyph.advance) / 2;
        glyph.advance = widest;
    };
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widen(m_ascii[c]);
    // Plus and minus change places all day; they take the same room.
    widen(m_ascii[u'+']);
    widen(m_signs[0]);
}

FigureFont::Glyph FigureFont::glyphOf(QChar character) const {
    Glyph glyph;
    const auto indexes = m_raw.glyphIndexesForString(QString(character));
    if (indexes.size() != 1 || indexes.front() == 0)
        return glyph;
    glyph.index = indexes.front();
    glyph.advance = m_raw.advancesForGlyphIndexes(indexes).front().x();
    return glyph;
}

const FigureFont::Glyph* FigureFont::find(QChar character) const {
    const char16_t code = character.unicode();
    const Glyph* glyph = nullptr;
    if (code < kAscii)
        glyph = &m_ascii[code];
    else if (const auto* sign = std::find(kSigns.begin(), kSigns.end(), code); sign != kSigns.end())
        glyph = &m_signs[static_cast<std::size_t>(sign - kSigns.begin())];
    return glyph != nullptr && glyph->index != 0 ? glyph : nullptr;
}

double FigureFont::width(const QString& text) const {
    double width = 0;
    for (const QChar character : text) {
        const Glyph* glyph = find(character);
        if (glyph == nullptr)
            return QFontMetricsF(m_font).horizontalAdvance(text);
        width += glyph->advance;
    }
    return width;
}

void FigureFont::draw(QPainter& painter, const QRectF& area, Qt::Alignment alignment, const QString& text,
                      const QColor& colour) const {
    QVarLengthArray<quint32, 32> indexes;
    QVarLengthArray<QPointF, 32> positions;
    double width = 0;
    for (const QChar character : text) {
        const Glyph* glyph = find(character);
        if (glyph == nullptr || text.size() > indexes.capacity()) {
            painter.setFont(m_font);
            painter.setPen(colour);
            painter.drawText(area, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
            return;
        }
        indexes.append(glyph->index);
        positions.append(QPointF(width + glyph->shift, 0));
        width += glyph->advance;
    }
    if (indexes.isEmpty())
        return;
    double left = area.left();
    if (alignment & Qt::AlignRight)
        left = area.right() - width;
    else if (alignment & Qt::AlignHCenter)
        left = area.center().x() - width / 2;
    const double base = area.center().y() + (m_raw.ascent() - m_raw.descent()) / 2;
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setRawData(indexes.constData(), positions.constData(), static_cast<int>(indexes.size()));
    painter.setPen(colour);
    painter.drawGlyphRun(QPointF(std::round(left), std::round(base)), run);
}

} // namespace strikedesk::ui
