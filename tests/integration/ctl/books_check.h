// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/session/venue_control.h"

#include <filesystem>

namespace strikedesk::test {

/// After a trade that ended flat, with nobody on the folder: checks that each of our ids reached the venue at
/// most once, that our order log is whole and tells the venue's orders and fills exactly, that nothing is
/// held, that the journal has each held trade once, and that the venue's cash changed by what the journal
/// says. Differences are test failures.
void expectBooksAgree(const VenueControl& venue, const std::filesystem::path& folder);

} // namespace strikedesk::test
