// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/crash_point.h"

#include <QString>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>

namespace strikedesk::session {

namespace {

[[noreturn]] void endAtOnce() {
#if defined(SIGKILL)
    std::raise(SIGKILL);
#endif
    // Not reached where SIGKILL exists; elsewhere this too runs no destructor and flushes nothing.
    std::_Exit(137);
}

} // namespace

std::function<void(std::string_view)> crashPointFromEnvironment() {
    const std::string wish = qEnvironmentVariable("STRIKEDESK_TEST_CRASH_AT").toStdString();
    if (wish.empty())
        return {};
    const std::size_t at = wish.rfind(':');
    const bool isCounted = at != std::string::npos;
    const int number = isCounted ? std::atoi(wish.c_str() + at + 1) : 1;
    auto left = std::make_shared<std::atomic<int>>(number);
    return [label = isCounted ? wish.substr(0, at) : wish, left](std::string_view passed) {
        if (passed == label && left->fetch_sub(1) == 1)
            endAtOnce();
    };
}

} // namespace strikedesk::session
