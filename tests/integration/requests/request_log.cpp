// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/requests/request_log.h"

#include <cstdlib>
#include <fstream>

namespace strikedesk::test {

void logRequests(const std::vector<ArrivedRequest>& requests) {
    const char* name = std::getenv("STRIKEDESK_REQUEST_LOG");
    if (name == nullptr)
        return;
    std::ofstream log(name, std::ios::app);
    for (const ArrivedRequest& request : requests)
        log << request.method << '\t' << request.target << '\t' << request.body << '\n';
}

} // namespace strikedesk::test
