// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/shaped_texts.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>

namespace strikedesk::charts {

namespace {

QList<QGlyphRun> glyphsOf(const QString& words, const QFont& font) {
    QTextLayout layout(words, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const QPointF baseline(0, line.ascent());
    QList<QGlyphRun> runs = layout.glyphRuns();
    for (QGlyphRun& run : runs) {
        QList<QPointF> positions = run.positions();
        for (QPointF& position : positions)
            position -= baseline;
        run.setPositions(positions);
    }
    return runs;
}

} // namespace

ShapedTexts::FontWords& ShapedTexts::wordsIn(const QFont& font) {
    const auto found =
        std::find_if(m_fonts.begin(), m_fonts.end(), [&font](const auto& each) { return each.font == font; });
    if (found != m_fonts.end())
        return *found;
    // Another screen or font scale: the old sizes do not come back soon.
    if (m_fonts.size() >= kMostFonts)
        m_fonts.clear();
    m_fonts.push_back({font, QFontMetricsF(font).capHeight(), {}});
    return m_fonts.back();
}

const ShapedTexts::Text& ShapedTexts::of(const QString& words, const QFont& font) {
    FontWords& known = wordsIn(font);
    const auto found = known.words.constFind(words);
    if (found != known.words.constEnd())
        return *found;
    if (known.words.size() >= kMostWords)
        known.words.clear();
    return *known.words.insert(words,
                               {glyphsOf(words, font), QFontMetricsF(known.font).horizontalAdvance(words)});
}

} // namespace strikedesk::charts
