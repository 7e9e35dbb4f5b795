// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/net/raw_server.h"

#include <vector>

namespace strikedesk::test {

/// Adds the requests to the file that STRIKEDESK_REQUEST_LOG names, one a line: method, target and body
/// between tabs. Without the variable nothing is written.
void logRequests(const std::vector<ArrivedRequest>& requests);

} // namespace strikedesk::test
