// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/ticket/check_list.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace strikedesk::ui {

namespace {

constexpr int kMark = 18;
constexpr int kGap = 2;
constexpr int kTallest = 4000;

int heightOf(const QString& text, int width) {
    const QFontMetrics metrics(Theme::current().font(metrics::kSecondary));
    return metrics
        .boundingRect(QRect(0, 0, std::max(width - kMark, 40), kTallest),
                      static_cast<int>(Qt::AlignLeft | Qt::TextWordWrap), text)
        .height();
}

QString markOf(const CheckLine& line) {
    return line.isRemark ? QStringLiteral("!") : line.passed ? QStringLiteral("✓") : QStringLiteral("✗");
}

} // namespace

CheckList::CheckList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("ticket.checks"));
    setAccessibleName(QCoreApplication::translate("strikedesk::ui::CheckList", "Checks of this order"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CheckList::setLines(std::vector<CheckLine> lines, bool outdated, const QString& empty) {
    if (lines == m_lines && outdated == m_isOutdated && empty == m_empty)
        return;
    const bool taller = lines.size() != m_lines.size();
    m_lines = std::move(lines);
    m_isOutdated = outdated;
    m_empty = empty;
    QStringList spoken;
    for (const CheckLine& line : m_lines)
        spoken << markOf(line) + QLatin1Char(' ') + line.text;
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    if (taller)
        updateGeometry();
    update();
}

int CheckList::heightForWidth(int width) const {
    int height = 0;
    for (const CheckLine& line : m_lines)
        height += heightOf(line.text, width) + kGap;
    return m_lines.empty() ? heightOf(m_empty, width) : height;
}

void CheckList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::current();
    painter.setFont(theme.font(metrics::kSecondary));
    const QColor muted = theme.colour(Token::Muted);
    if (m_lines.empty()) {
        painter.setPen(muted);
        painter.drawText(rect(), static_cast<int>(Qt::AlignLeft | Qt::TextWordWrap), m_empty);
        return;
    }
    int top = 0;
    for (const CheckLine& line : m_lines) {
        const int tall = heightOf(line.text, width());
        const QColor mark = theme.colour(line.isRemark ? Token::Warn : line.passed ? Token::Up : Token::Down);
        painter.setPen(m_isOutdated ? muted : mark);
        painter.drawText(QRect(0, top, kMark, tall), static_cast<int>(Qt::AlignLeft | Qt::AlignTop),
                         markOf(line));
        painter.setPen((line.passed && !line.isRemark) || m_isOutdated ? muted : theme.colour(Token::Text));
        painter.drawText(QRect(kMark, top, std::max(width() - kMark, 40), tall),
                         static_cast<int>(Qt::AlignLeft | Qt::TextWordWrap), line.text);
        top += tall + kGap;
    }
}

} // namespace strikedesk::ui
