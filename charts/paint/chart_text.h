// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/model/time_labels.h"
#include "core/market/hub/series_snapshot.h"

#include <QLocale>
#include <QString>

namespace strikedesk::charts {

/// The words and figures of a chart. Times are New York's; a minus is a real minus sign.

/// "LIVE 0.2 s · 100", "BACKFILLING · 96 · 2 gaps": mode, age of the last figure, quality score, holes.
QString healthText(const market::SeriesHealth& health, Timestamp now);
/// What to say while a series has no bar and the caller said nothing.
QString emptyText(const market::SeriesHealth* health);
/// "29.48": exactly `decimals` decimals, rounded half away from zero.
QString priceText(Price price, int decimals);
/// With sign: "+0.12", "−0.30", "0.00".
QString changeText(Price change, int decimals);
/// "+0.41 %"; nothing when `from` is not positive.
QString percentText(Price change, Price from);
/// "950", "12.4K", "1.25M", "3.10B".
QString volumeText(std::int64_t volume);
/// "0.2 s", "45 s", "3 m", "2 h".
QString ageText(Duration age);
/// "02:53", "1:02:53"; zero once it is over.
QString countdownText(Duration left);
QString timeframeText(market::Timeframe timeframe);
QString text(const TimeLabel& label, const QLocale& locale);
/// The time of one bar: "Fri 20 Nov 10:35" or, for days and weeks, "Fri 20 Nov 2026".
QString barTimeText(Timestamp start, market::Timeframe timeframe, const QLocale& locale);

} // namespace strikedesk::charts
