// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/api.h"

#include <optional>

namespace strikedesk::sandbox {

/// The older list of dividends and splits on the trading host, /v2/corporate_actions/announcements and the
/// same with an id (the broker's API description). Whose date counts when date_type is left out is not
/// documented: here the declaration's. nullopt for other paths.
std::optional<HttpAnswer> announcementRoute(const Api& api, const HttpRequest& request);

} // namespace strikedesk::sandbox
