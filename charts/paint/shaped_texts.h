// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace strikedesk::charts {

/// The words of a chart with their glyphs, shaped once and not once a frame. Bounded: forgets all words of a
/// font when there are too many of them. Belongs to one chart; used on the thread that paints it.
class ShapedTexts {
public:
    struct Text {
        QList<QGlyphRun> runs; ///< relative to the start of the baseline
        double width = 0;      ///< pixels
    };

    /// Valid until the next call.
    const Text& of(const QString& words, const QFont& font);
    /// Height of capitals in pixels.
    double capHeight(const QFont& font) { return wordsIn(font).capHeight; }

private:
    static constexpr qsizetype kMostWords = 2'000;
    static constexpr std::size_t kMostFonts = 8;

    struct FontWords {
        QFont font;
        double capHeight = 0;
        QHash<QString, Text> words;
    };
    FontWords& wordsIn(const QFont& font);

    std::vector<FontWords> m_fonts;
};

} // namespace strikedesk::charts
