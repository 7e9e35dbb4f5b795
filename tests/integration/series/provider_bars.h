// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/market/hub/series_snapshot.h"
#include "tests/integration/session/venue_control.h"

#include <string>
#include <vector>

namespace strikedesk::test {

/// In what a series differs from the ordered truth: every final bar must be the provider's, and none of the
/// provider's within them may be missing. Frames the provider builds otherwise (hours, weeks) are built here
/// from its half hours and days. Empty when nothing differs. Blocks while it asks; any thread.
std::vector<std::string> differencesFromProvider(const VenueControl& venue,
                                                 const market::SeriesSnapshot& shown);

/// "2026-03-02T14:30:00Z open high low close volume".
std::string barText(const market::Bar& bar);

} // namespace strikedesk::test
