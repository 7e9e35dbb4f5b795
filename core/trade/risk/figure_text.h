// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <string>

namespace strikedesk::trade {

/// Figures as the labels of the gates write them.

/// "49,197.20", "-12.60": cents, rounded half to even, thousands apart.
std::string moneyText(Money money);
/// "0.3 s": one decimal, cut.
std::string ageText(Duration age);
/// "5 s", "0.5 s", "1.25 s": no needless digits.
std::string limitText(Duration limit);
/// "+0.4 %", "-1.0 %", "+0.0 %".
std::string signedPercentText(double percent);
/// "1.5 %".
std::string percentText(double percent);
/// "5 %", "0.25 %" from hundredths of a percent.
std::string hundredthsText(std::int64_t hundredths);

} // namespace strikedesk::trade
