// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/trading_calendar.h"
#include "ui/readers/desk_reader.h"

#include <QCoreApplication>
#include <QTimer>
#include <QWidget>

namespace strikedesk::ui {

/// What the clock says beside the time: "closes in 5 h 17 m", "opens Mon 09:30 (in 2 d 17 h)".
QString sessionSentence(const TradingCalendar& calendar, Timestamp now);

/// The market's time in New York with the time to the open or close.
class MarketClock : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::MarketClock)

public:
    MarketClock(const DeskReader& desk, QWidget* parent);

    void refresh();
    const QString& time() const { return m_time; }
    const QString& session() const { return m_session; }
    /// The time alone while the header is short of room; the tool tip still says when the market closes.
    void setCompact(bool isCompact);
    int widthFor(bool isCompact) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const DeskReader& m_desk;
    const TradingCalendar m_calendar = TradingCalendar::unitedStates();
    QTimer m_tick;
    QString m_time;
    QString m_session;
    bool m_isCompact = false;
    Subscription m_themed;
};

} // namespace strikedesk::ui
