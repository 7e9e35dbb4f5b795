// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/venue/venue_book.h"

#include <optional>

namespace strikedesk::sandbox {

/// What a position counts with for the profit of its day: the part held since before `dayStart` at `lastDay`
/// (the close before, on today's count of shares), the rest at the average of what it was opened for today.
/// What was sold today was opened today, as far as it goes. Sign of the quantity. How the broker splits mixed
/// positions is not documented.
Money dayBasis(const trade::VenueBook& book, const trade::BrokerPosition& position,
               std::optional<Price> lastDay, Timestamp dayStart);

} // namespace strikedesk::sandbox
