// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mode_badge.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace strikedesk::ui {

ModeBadge::ModeBadge(QWidget* parent) : QLabel(parent) {
    setObjectName(QStringLiteral("header.mode"));
    setAlignment(Qt::AlignCenter);
    setMargin(2);
    const auto dress = [this] {
        setFont(Theme::current().font(metrics::kBody, QFont::Bold));
        setMinimumWidth(Theme::current().scaled(60));
        setFixedHeight(Theme::current().scaled(24));
        update();
    };
    dress();
    m_themed = Theme::current().subscribe(dress);
}

void ModeBadge::show(const DeskFacts& facts) {
    m_mode = facts.mode;
    setText(modeWord(m_mode));
    QString words = modeSentence(m_mode);
    if (!facts.accountTail.empty())
        words +=
            QLatin1Char('\n') + tr("Account ending in %1.").arg(QString::fromStdString(facts.accountTail));
    if (facts.speed != 1.0)
        words += QLatin1Char('\n') + tr("The market runs at %1 times its speed.").arg(facts.speed);
    setToolTip(words);
    setAccessibleName(tr("Mode: %1").arg(text()));
    setAccessibleDescription(words);
    update();
}

void ModeBadge::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLoud = m_mode == DeskMode::Live;
    painter.setPen(QPen(theme.colour(modeToken(m_mode)), 1));
    painter.setBrush(isLoud ? theme.colour(Token::Danger) : theme.tint(modeToken(m_mode), 0.22));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius,
                            metrics::kRadius);
    painter.setFont(font());
    painter.setPen(isLoud ? theme.colour(Token::OnColour) : theme.colour(modeToken(m_mode)));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace strikedesk::ui
