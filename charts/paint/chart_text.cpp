// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/paint/chart_text.h"

#include "core/base/zone.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace strikedesk::charts {

namespace {

/// Words of this file, for the translators.
struct ChartTextWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::charts::ChartText)
};

constexpr QChar kMinus(0x2212);

QString modeText(market::SeriesMode mode) {
    switch (mode) {
    case market::SeriesMode::Empty:
        return ChartTextWords::tr("NO DATA");
    case market::SeriesMode::Live:
        return ChartTextWords::tr("LIVE");
    case market::SeriesMode::Backfilling:
        return ChartTextWords::tr("BACKFILLING");
    case market::SeriesMode::Degraded:
        return ChartTextWords::tr("DEGRADED");
    case market::SeriesMode::Closed:
        return ChartTextWords::tr("CLOSED");
    case market::SeriesMode::Replay:
        return ChartTextWords::tr("REPLAY");
    }
    return {};
}

QString twoDigits(int number) { return QString::number(number).rightJustified(2, QLatin1Char('0')); }

QString clockText(int secondOfDay) {
    return twoDigits(secondOfDay / 3600) + QLatin1Char(':') + twoDigits(secondOfDay / 60 % 60);
}

QString dateText(Date date, const QLocale& locale, const QString& format) {
    return locale.toString(QDate(date.year(), date.month(), date.day()), format);
}

} // namespace

QString healthText(const market::SeriesHealth& health, Timestamp now) {
    QString words = modeText(health.mode);
    const bool tellsAge =
        health.mode == market::SeriesMode::Live || health.mode == market::SeriesMode::Degraded;
    if (tellsAge && health.updatedAt.isSet() && now.isSet())
        words = ChartTextWords::tr("%1 %2", "mode and age").arg(words, ageText(now - health.updatedAt));
    if (health.mode != market::SeriesMode::Empty)
        words =
            ChartTextWords::tr("%1 · %2", "mode and score").arg(words).arg(std::clamp(health.score, 0, 100));
    if (health.gaps > 0)
        words = ChartTextWords::tr("%1 · %n gap(s)", "mode and number of gaps", health.gaps).arg(words);
    if (health.isThrottled)
        words = ChartTextWords::tr("%1 · throttled").arg(words);
    return words;
}

QString emptyText(const market::SeriesHealth* health) {
    if (health == nullptr || health->mode == market::SeriesMode::Empty)
        return ChartTextWords::tr("No bars yet. Choose a symbol, or wait for its history to arrive.");
    if (health->mode == market::SeriesMode::Backfilling)
        return ChartTextWords::tr("Loading history…");
    if (!health->why.empty())
        return QString::fromStdString(health->why);
    return ChartTextWords::tr("There are no bars in this series. Try a longer timeframe or extended hours.");
}

QString priceText(Price price, int decimals) {
    std::int64_t unit = 1;
    for (int i = decimals; i < Price::kScaleDigits; ++i)
        unit *= 10;
    const std::int64_t size = std::abs(price.units());
    const std::int64_t rounded = (size + unit / 2) / unit;
    std::int64_t whole = rounded;
    QString fraction;
    for (int i = 0; i < decimals; ++i) {
        fraction.prepend(QChar(static_cast<char16_t>(u'0' + whole % 10)));
        whole /= 10;
    }
    QString words = QString::number(whole);
    if (decimals > 0)
        words += QLatin1Char('.') + fraction;
    return price.units() < 0 && rounded != 0 ? kMinus + words : words;
}

QString changeText(Price change, int decimals) {
    const QString words = priceText(change, decimals);
    return change.isPositive() ? QLatin1Char('+') + words : words;
}

QString percentText(Price change, Price from) {
    if (!from.isPositive())
        return {};
    const double percent = change.toDoubleLossy() / from.toDoubleLossy() * 100;
    QString words = QString::number(std::abs(percent), 'f', 2);
    if (words != QLatin1String("0.00"))
        words.prepend(percent < 0 ? kMinus : QChar(u'+'));
    return ChartTextWords::tr("%1 %", "a percentage").arg(words);
}

QString volumeText(std::int64_t volume) {
    const double size = static_cast<double>(volume);
    if (volume < 10'000)
        return QString::number(volume);
    if (volume < 1'000'000)
        return QString::number(size / 1e3, 'f', 1) + QLatin1Char('K');
    if (volume < 1'000'000'000)
        return QString::number(size / 1e6, 'f', 2) + QLatin1Char('M');
    return QString::number(size / 1e9, 'f', 2) + QLatin1Char('B');
}

QString ageText(Duration age) {
    const double seconds = std::max(age.toSecondsLossy(), 0.0);
    if (seconds < 10)
        return ChartTextWords::tr("%1 s", "seconds").arg(QString::number(seconds, 'f', 1));
    if (seconds < 120)
        return ChartTextWords::tr("%1 s", "seconds").arg(static_cast<int>(seconds));
    if (seconds < 7200)
        return ChartTextWords::tr("%1 m", "minutes").arg(static_cast<int>(seconds / 60));
    return ChartTextWords::tr("%1 h", "hours").arg(static_cast<int>(std::min(seconds / 3600, 99999.0)));
}

QString countdownText(Duration left) {
    const std::int64_t seconds = std::max<std::int64_t>((left.count() + 999'999'999) / 1'000'000'000, 0);
    const QString minutes = twoDigits(static_cast<int>(seconds / 60 % 60)) + QLatin1Char(':') +
                            twoDigits(static_cast<int>(seconds % 60));
    return seconds < 3600 ? minutes : QString::number(seconds / 3600) + QLatin1Char(':') + minutes;
}

QString timeframeText(market::Timeframe timeframe) {
    const std::string_view words = market::toText(timeframe);
    return QString::fromLatin1(words.data(), static_cast<qsizetype>(words.size()));
}

QString text(const TimeLabel& label, const QLocale& locale) {
    switch (label.kind) {
    case TimeLabelKind::Clock:
        return clockText(label.secondOfDay);
    case TimeLabelKind::Day:
        return dateText(label.date, locale,
                        label.isMajor ? ChartTextWords::tr("ddd d MMM", "axis: a new day")
                                      : ChartTextWords::tr("d MMM", "axis: a day"));
    case TimeLabelKind::Month:
        return dateText(label.date, locale,
                        label.date.month() == 1 && label.isMajor
                            ? ChartTextWords::tr("MMM yyyy", "axis: a new month and year")
                            : ChartTextWords::tr("MMM", "axis: a month"));
    case TimeLabelKind::Year:
        break;
    }
    return QString::number(label.date.year());
}

QString barTimeText(Timestamp start, market::Timeframe timeframe, const QLocale& locale) {
    const NewYorkTime local = toNewYork(start);
    if (!market::isIntraday(timeframe))
        return dateText(local.date, locale, ChartTextWords::tr("ddd d MMM yyyy", "a day in full"));
    return ChartTextWords::tr("%1 %2", "day and time")
        .arg(dateText(local.date, locale, ChartTextWords::tr("ddd d MMM", "a day")),
             clockText(local.secondOfDay));
}

} // namespace strikedesk::charts
