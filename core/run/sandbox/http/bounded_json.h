// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace strikedesk::sandbox {

/// Hostile bytes as a JSON value. Never throws; text that is none, or nested deeper than 16, gives the
/// discarded value (is_object() and is_array() are false).
nlohmann::json parseJson(std::string_view text);
nlohmann::json parseMessagePack(std::string_view bytes);

} // namespace strikedesk::sandbox
