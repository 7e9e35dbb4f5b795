// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/format.h"

#include "core/base/option_symbol.h"
#include "core/base/zone.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace strikedesk::ui {

namespace {

const QChar kMinus(0x2212);

QString fromStd(const std::string& text) { return QString::fromStdString(text); }

/// "−1,234.5" from "-1234.5".
QString grouped(QString plain) {
    const bool negative = plain.startsWith(QLatin1Char('-'));
    if (negative)
        plain.remove(0, 1);
    qsizetype point = plain.indexOf(QLatin1Char('.'));
    if (point < 0)
        point = plain.size();
    for (qsizetype i = point - 3; i > 0; i -= 3)
        plain.insert(i, QLatin1Char(','));
    return negative ? kMinus + plain : plain;
}

QString withSign(const QString& text, bool positive) { return positive ? QLatin1Char('+') + text : text; }

QString twoDigits(std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

QString monthName(int month) { return windowLocale().monthName(month, QLocale::ShortFormat); }

} // namespace

QString unknownText() { return QString(QChar(0x2014)); }

QString priceText(Price price) {
    const std::int64_t units = price.units() < 0 ? -price.units() : price.units();
    const int decimals = units % 100 == 0 ? 2 : units % 10 == 0 ? 3 : 4;
    const QString whole = QString::number(units / Price::kUnitsPerDollar);
    const QString part = QStringLiteral("%1").arg(units % Price::kUnitsPerDollar, 4, 10, QLatin1Char('0'));
    const QString plain = whole + QLatin1Char('.') + part.left(decimals);
    return price.units() < 0 ? kMinus + plain : plain;
}

QString priceText(const std::optional<Price>& price) { return price ? priceText(*price) : unknownText(); }

QString signedPriceText(Price change) { return withSign(priceText(change), change.units() > 0); }

QString moneyText(Money money) {
    constexpr std::int64_t kPerCent = Money::kUnitsPerDollar / 100;
    const std::int64_t units = money.units() < 0 ? -money.units() : money.units();
    std::int64_t cents = units / kPerCent;
    const std::int64_t rest = units % kPerCent;
    if (rest * 2 > kPerCent || (rest * 2 == kPerCent && cents % 2 == 1))
        ++cents;
    const QString plain = QString::number(cents / 100) + QLatin1Char('.') + twoDigits(cents % 100);
    return grouped(money.units() < 0 && cents != 0 ? QLatin1Char('-') + plain : plain);
}

QString signedMoneyText(Money money) { return withSign(moneyText(money), money.units() > 0); }

QString numberText(double value, int decimals) {
    if (!std::isfinite(value))
        return unknownText();
    QString text = QString::number(value, 'f', decimals);
    // "-0.00" would show a sign without a value.
    if (text.startsWith(QLatin1Char('-')) && text.toDouble() == 0.0)
        text.remove(0, 1);
    return grouped(text);
}

QString signedPercentText(double percent, int decimals) {
    const QString text = numberText(percent, decimals);
    return withSign(text, std::isfinite(percent) && QString::number(percent, 'f', decimals).toDouble() > 0);
}

QString volumeText(std::int64_t volume) {
    constexpr std::int64_t kMillion = 1'000'000;
    constexpr std::int64_t kBillion = 1'000'000'000;
    if (volume >= kBillion)
        return numberText(static_cast<double>(volume) / kBillion, 2) + QLatin1Char('B');
    if (volume >= kMillion)
        return numberText(static_cast<double>(volume) / kMillion, 2) + QLatin1Char('M');
    return grouped(QString::number(volume));
}

QString quantityText(Quantity quantity) {
    QString plain = fromStd(quantity.text());
    return grouped(plain);
}

QString durationText(Duration duration) {
    const double seconds = duration.toSecondsLossy();
    if (seconds < 9.95)
        return numberText(seconds < 0 ? 0 : seconds, 1) + QStringLiteral(" s");
    const auto whole = static_cast<std::int64_t>(seconds);
    if (whole < 60)
        return QString::number(whole) + QStringLiteral(" s");
    if (whole < 3600)
        return QString::number(whole / 60) + QStringLiteral(" m ") + twoDigits(whole % 60) +
               QStringLiteral(" s");
    if (whole < 86'400)
        return QString::number(whole / 3600) + QStringLiteral(" h ") + twoDigits(whole % 3600 / 60) +
               QStringLiteral(" m");
    return QString::number(whole / 86'400) + QStringLiteral(" d ") + QString::number(whole % 86'400 / 3600) +
           QStringLiteral(" h");
}

QString timeText(Timestamp at) {
    if (!at.isSet())
        return unknownText();
    const NewYorkTime wall = toNewYork(at);
    return twoDigits(wall.hour()) + QLatin1Char(':') + twoDigits(wall.minute()) + QLatin1Char(':') +
           twoDigits(wall.second());
}

QString minuteText(Timestamp at) { return at.isSet() ? timeText(at).left(5) : unknownText(); }

QString dateText(Date date) {
    return QStringLiteral("%1 %2 %3")
        .arg(date.day())
        .arg(monthName(static_cast<int>(date.month())))
        .arg(date.year());
}

QString dateTimeText(Timestamp at) {
    if (!at.isSet())
        return unknownText();
    return fromStd(newYorkDate(at).iso()) + QLatin1Char(' ') + timeText(at);
}

QString contractText(const Symbol& symbol) { return contractInWords(fromStd(contractName(symbol))); }

QString contractInWords(QString name) {
    static const QRegularExpression s_month(QStringLiteral(" \\d{1,2} ([A-Z][a-z]{2}) "));
    static const QLocale s_english(QLocale::English, QLocale::UnitedStates);
    const auto found = s_month.match(name);
    for (int month = 1; found.hasMatch() && month <= 12; ++month)
        if (s_english.monthName(month, QLocale::ShortFormat) == found.captured(1))
            name.replace(found.capturedStart(1), found.capturedLength(1), monthName(month));
    return name;
}

QLocale windowLocale() {
    //: The locale of month names and weekdays, as language_COUNTRY.
    return QLocale(QCoreApplication::translate("strikedesk::Language", "en_US"));
}

QString contractLongText(const Symbol& symbol) {
    const auto option = OptionSymbol::tryFrom(symbol);
    if (!option)
        return text(symbol);
    QString strike = priceText(option->strike());
    if (strike.endsWith(QStringLiteral(".00")))
        strike.chop(3);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(text(option->root()), dateText(option->expiry()), strike,
             option->right() == OptionRight::Call ? QStringLiteral("Call") : QStringLiteral("Put"));
}

QString text(const Symbol& symbol) { return fromStd(symbol.text()); }

std::optional<Price> priceFromText(const QString& text) {
    // Plain; or thousands, which need a decimal point or a second comma to be told from a decimal comma.
    static const QRegularExpression s_shape(QStringLiteral(
        "\\A\\+?(?:\\d{1,9}(?:\\.\\d{1,4})?|\\.\\d{1,4}|[1-9]\\d{0,2}(?:,\\d{3}){1,2}\\.\\d{1,4}|"
        "[1-9]\\d{0,2}(?:,\\d{3}){2})\\z"));
    constexpr qsizetype kLongest = 40;
    QString plain = text.trimmed();
    if (plain.size() > kLongest || !s_shape.match(plain).hasMatch())
        return std::nullopt;
    plain.remove(QLatin1Char('+'));
    plain.remove(QLatin1Char(','));
    if (plain.startsWith(QLatin1Char('.')))
        plain.prepend(QLatin1Char('0'));
    const auto price = Price::tryFromText(plain.toStdString());
    if (!price || !price->isPositive())
        return std::nullopt;
    return *price;
}

} // namespace strikedesk::ui
