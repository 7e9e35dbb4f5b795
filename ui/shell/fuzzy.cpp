// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/fuzzy.h"

#include <algorithm>
#include <vector>

namespace strikedesk::ui {

namespace {

constexpr int kHit = 10;
constexpr int kWordStart = 30;
constexpr int kNeighbour = 25;
constexpr int kFirst = 20;
constexpr int kMostSkipped = 10;
constexpr qsizetype kLongest = 120;

bool startsWord(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber() || (text[at].isUpper() && text[at - 1].isLower());
}

int valueOf(const QString& text, qsizetype at) {
    int value = kHit;
    if (startsWord(text, at))
        value += kWordStart;
    if (at == 0)
        value += kFirst;
    return value;
}

} // namespace

std::optional<int> fuzzyScore(const QString& query, const QString& text) {
    QString wanted;
    for (const QChar character : query.left(kLongest))
        if (!character.isSpace())
            wanted += character.toCaseFolded();
    if (wanted.isEmpty())
        return 0;
    const qsizetype length = std::min(text.size(), kLongest);
    constexpr int kNone = -1'000'000;
    // best[j]: the best score with the characters so far, the last of them at place j of the text.
    std::vector<int> best(static_cast<std::size_t>(length), kNone);
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        std::vector<int> next(best.size(), kNone);
        int before = i == 0 ? 0 : kNone;
        for (qsizetype j = 0; j < length; ++j) {
            const auto place = static_cast<std::size_t>(j);
            if (text[j].toCaseFolded() == wanted[i] && before > kNone / 2) {
                next[place] = before + valueOf(text, j);
                if (i > 0 && j > 0 && best[place - 1] > kNone / 2)
                    next[place] = std::max(next[place], best[place - 1] + valueOf(text, j) + kNeighbour);
            }
            if (i > 0)
                before = std::max(before - 1, best[place]);
            else
                before = std::max(before - 1, -kMostSkipped);
        }
        best = std::move(next);
    }
    const int score = best.empty() ? kNone : *std::max_element(best.begin(), best.end());
    if (score < kNone / 2)
        return std::nullopt;
    // Of two equal matches the shorter text is meant.
    return score * 4 - static_cast<int>(length) / 4;
}

} // namespace strikedesk::ui
