// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string_view>

namespace strikedesk::session {

/// From STRIKEDESK_TEST_CRASH_AT=label[:n]: ends the process, as kill -9 would, at the n-th passing of a
/// labelled point of the order path. For crash tests; empty when not set. The result may be called from any
/// thread.
std::function<void(std::string_view)> crashPointFromEnvironment();

} // namespace strikedesk::session
