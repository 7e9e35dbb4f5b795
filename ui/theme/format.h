// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/base/price.h"
#include "core/base/quantity.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace strikedesk::ui {

// The one way numbers and times are written on the screen. A real minus sign (U+2212), so that columns do not
// jump; an em dash for what is not known.

/// Text of what is not known.
QString unknownText();
/// At least two decimals, up to four where the price needs them: "2.05", "0.0125".
QString priceText(Price price);
QString priceText(const std::optional<Price>& price);
/// With sign: "+0.62", "−0.18", "0.00".
QString signedPriceText(Price change);
/// Dollars with thousands separators, two decimals, rounded half to even: "50,412.30".
QString moneyText(Money money);
/// With sign: "+412.30", "−24.00".
QString signedMoneyText(Money money);
/// "+3.1", "−0.2"; without the percent sign.
QString signedPercentText(double percent, int decimals = 2);
/// Plain number with fixed decimals.
QString numberText(double value, int decimals);
/// With thousands separators; from a million on "1.25M", from a billion on "1.25B".
QString volumeText(std::int64_t volume);
QString quantityText(Quantity quantity);
/// "0.3 s", "12 s", "3 m 05 s", "2 h 04 m".
QString durationText(Duration duration);
/// New York time: "10:42:07", "10:42".
QString timeText(Timestamp at);
QString minuteText(Timestamp at);
/// New York date: "20 Nov 2026"; and both: "2026-11-20 10:42:07".
QString dateText(Date date);
QString dateTimeText(Timestamp at);
/// "SOFI 27 Nov 29 C" for an option, the symbol itself otherwise.
QString contractText(const Symbol& symbol);
/// A contract's name as the engine writes it ("SPY 20 Nov 600 C") with the month of the window's language.
QString contractInWords(QString name);
/// Whose month names and weekdays the window uses. Figures are the same in every language.
QLocale windowLocale();
/// "SOFI 27 Nov 2026 29 Call".
QString contractLongText(const Symbol& symbol);
QString text(const Symbol& symbol);

/// A price a person typed or pasted: decimal point as shown here, commas only between thousands. Nothing when
/// it is no positive price with at most four decimals, and nothing when a comma could as well be meant as the
/// decimal one: "2,05" and "1,250" are refused, "1,250.00" is not.
std::optional<Price> priceFromText(const QString& text);

} // namespace strikedesk::ui
