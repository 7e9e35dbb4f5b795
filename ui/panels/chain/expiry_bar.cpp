// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/expiry_bar.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace strikedesk::ui {

ExpiryBar::ExpiryBar(QWidget* parent) : QTabBar(parent) {
    setObjectName(QStringLiteral("chain.expiries"));
    setAccessibleName(tr("Expiries"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setDocumentMode(true);
    connect(this, &QTabBar::currentChanged, this, [this](int at) {
        if (m_isQuiet || at < 0 || at >= static_cast<int>(m_expiries.size()))
            return;
        m_wanted = at;
        if (chosen)
            chosen(m_expiries[static_cast<std::size_t>(at)].date);
    });
    // The current tab of a QTabBar is never none; a click on the one that only looks unchosen still counts.
    connect(this, &QTabBar::tabBarClicked, this, [this](int at) {
        if (at >= 0 && at == currentIndex() && m_wanted != at) {
            m_wanted = at;
            if (chosen)
                chosen(m_expiries[static_cast<std::size_t>(at)].date);
        }
    });
}

void ExpiryBar::setExpiries(const std::vector<ChainExpiry>& expiries, std::optional<Date> shown, int year) {
    m_isQuiet = true;
    m_year = year;
    if (expiries != m_expiries) {
        m_expiries = expiries;
        while (count() > static_cast<int>(expiries.size()))
            removeTab(count() - 1);
        while (count() < static_cast<int>(expiries.size()))
            addTab(QString());
        for (int i = 0; i < count(); ++i) {
            const ChainExpiry& expiry = expiries[static_cast<std::size_t>(i)];
            setTabText(i, dayText(i) + QLatin1Char(' ') + leftText(i));
            setTabToolTip(i, tr("Expires %1, in %n calendar day(s)", nullptr, expiry.daysToExpiry)
                                 .arg(dateText(expiry.date)));
        }
    }
    m_wanted = -1;
    for (std::size_t i = 0; shown && i < m_expiries.size(); ++i)
        if (m_expiries[i].date == *shown)
            m_wanted = static_cast<int>(i);
    if (m_wanted >= 0)
        setCurrentIndex(m_wanted);
    m_isQuiet = false;
    update();
}

std::optional<Date> ExpiryBar::chosenDate() const {
    if (m_wanted < 0 || m_wanted >= static_cast<int>(m_expiries.size()))
        return std::nullopt;
    return m_expiries[static_cast<std::size_t>(m_wanted)].date;
}

void ExpiryBar::step(int by) {
    if (count() > 0)
        setCurrentIndex(std::clamp(currentIndex() + by, 0, count() - 1));
}

QString ExpiryBar::dayText(int index) const {
    const Date date = m_expiries[static_cast<std::size_t>(index)].date;
    const QString text = dateText(date);
    return date.year() == m_year ? text.left(text.size() - 5) : text;
}

QString ExpiryBar::leftText(int index) const {
    return tr("%1d", "days to expiry").arg(m_expiries[static_cast<std::size_t>(index)].daysToExpiry);
}

QSize ExpiryBar::tabSizeHint(int index) const {
    const Theme& theme = Theme::current();
    if (index >= static_cast<int>(m_expiries.size()))
        return {0, 0};
    const QFontMetrics day(theme.font(metrics::kBody, QFont::DemiBold));
    const QFontMetrics left(theme.font(metrics::kSecondary));
    return {day.horizontalAdvance(dayText(index)) + left.horizontalAdvance(leftText(index)) +
                theme.scaled(5 * metrics::kGrid + 2),
            theme.scaled(metrics::kRow)};
}

QSize ExpiryBar::minimumSizeHint() const {
    return {Theme::current().scaled(90), Theme::current().scaled(metrics::kRow)};
}

void ExpiryBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int inset = theme.scaled(2 * metrics::kGrid);
    for (int i = 0; i < count(); ++i) {
        const QRect area = tabRect(i);
        const bool isChosen = i == m_wanted;
        if (!area.intersects(rect()))
            continue;
        if (isChosen) {
            painter.setPen(hasFocus() ? QPen(theme.colour(Token::Accent)) : QPen(Qt::NoPen));
            painter.setBrush(theme.tint(Token::Accent, 0.22));
            painter.drawRoundedRect(QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5), metrics::kRadius,
                                    metrics::kRadius);
        }
        painter.setFont(theme.font(metrics::kBody, isChosen ? QFont::DemiBold : QFont::Normal));
        painter.setPen(theme.colour(Token::Text));
        const QRect text = area.adjusted(inset, 0, -inset, 0);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, dayText(i));
        painter.setFont(theme.font(metrics::kSecondary));
        painter.setPen(theme.colour(isChosen ? Token::Text : Token::Muted));
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, leftText(i));
    }
}

} // namespace strikedesk::ui
