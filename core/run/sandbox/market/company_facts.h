// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/symbol.h"
#include "core/run/sandbox/market/market_facts.h"
#include "core/run/sandbox/market/session_calendar.h"

#include <cstdint>
#include <vector>

namespace strikedesk::sandbox {

/// What reference data tells of a name of the synthetic market, without its market value; `shares` is the
/// count on the anchor day before any split then. Unknown names have an empty description.
CompanyFacts companyFacts(const Symbol& symbol);

/// Settlement dates of short interest in [from, to]: the 15th and the last day of a month, or the trading day
/// before. Figures come out eight trading days later.
std::vector<ShortInterest> shortInterestOf(std::uint64_t seed, std::size_t stock, std::int64_t shares,
                                           double dayVolume, Date from, Date to,
                                           const SessionCalendar& calendar);

/// Off-exchange volume and its short part on a day of `volume` shares in all.
ShortVolume shortVolumeOf(std::uint64_t seed, std::size_t stock, Date date, std::int64_t volume);

} // namespace strikedesk::sandbox
