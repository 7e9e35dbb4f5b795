// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/market_clock.h"

#include "core/base/zone.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <array>

namespace strikedesk::ui {

namespace {

constexpr int kGap = 8;
/// Four looks a second show every second of the clock without drifting over one.
constexpr int kTickMs = 250;

struct ClockWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::MarketClock)
};

QString weekday(Date date) {
    const std::array<QString, 7> names = {ClockWords::tr("Sun"), ClockWords::tr("Mon"), ClockWords::tr("Tue"),
                                          ClockWords::tr("Wed"), ClockWords::tr("Thu"), ClockWords::tr("Fri"),
                                          ClockWords::tr("Sat")};
    return names.at(static_cast<std::size_t>(date.weekday()));
}

} // namespace

QString sessionSentence(const TradingCalendar& calendar, Timestamp now) {
    if (!now.isSet())
        return ClockWords::tr("waiting for the market's clock");
    if (calendar.isOpen(now)) {
        const auto close = calendar.nextClose(now);
        return close ? ClockWords::tr("closes in %1").arg(durationText(*close - now)) : QString();
    }
    const auto open = calendar.nextOpen(now);
    if (!open)
        return ClockWords::tr("closed");
    if (newYorkDate(*open) == newYorkDate(now))
        return ClockWords::tr("opens in %1").arg(durationText(*open - now));
    return ClockWords::tr("closed, opens %1 %2").arg(weekday(newYorkDate(*open)), minuteText(*open));
}

MarketClock::MarketClock(const DeskReader& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("header.clock"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { refresh(); });
    m_tick.start();
    m_themed = Theme::current().subscribe([this] {
        updateGeometry();
        update();
    });
    refresh();
}

void MarketClock::refresh() {
    const Timestamp now = m_desk.now();
    const QString time = timeText(now);
    const QString session = sessionSentence(m_calendar, now);
    if (time == m_time && session == m_session)
        return;
    m_time = time;
    m_session = session;
    setAccessibleName(tr("New York time %1, %2").arg(m_time, m_session));
    setToolTip(tr("%1 in New York. Options trade from 09:30 to 16:00 there.").arg(dateTimeText(now)) +
               QLatin1Char('\n') + m_session);
    updateGeometry();
    update();
}

void MarketClock::setCompact(bool isCompact) {
    if (m_isCompact == isCompact)
        return;
    m_isCompact = isCompact;
    updateGeometry();
    update();
}

int MarketClock::widthFor(bool isCompact) const {
    const Theme& theme = Theme::current();
    const int time = QFontMetrics(theme.font(metrics::kTitle, QFont::DemiBold)).horizontalAdvance(m_time);
    const int session = QFontMetrics(theme.font(metrics::kSecondary)).horizontalAdvance(m_session);
    return time + 2 + (isCompact ? 0 : kGap + session);
}

QSize MarketClock::sizeHint() const { return {widthFor(m_isCompact), Theme::current().scaled(32)}; }

void MarketClock::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    const int middle = height() / 2;
    painter.setFont(theme.font(metrics::kLabel));
    painter.setPen(theme.colour(Token::Muted));
    painter.drawText(QRect(0, 0, width(), middle - 1), Qt::AlignLeft | Qt::AlignBottom, tr("New York"));
    const QRect line(0, middle - 2, width(), height() - middle + 2);
    painter.setFont(theme.font(metrics::kTitle, QFont::DemiBold));
    painter.setPen(theme.colour(Token::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_time);
    if (m_isCompact)
        return;
    const int at = painter.fontMetrics().horizontalAdvance(m_time) + kGap;
    painter.setFont(theme.font(metrics::kSecondary));
    painter.setPen(theme.colour(Token::Muted));
    painter.drawText(line.adjusted(at, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_session);
}

} // namespace strikedesk::ui
