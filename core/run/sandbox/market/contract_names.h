// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/options/contract.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk::sandbox {

/// A UUID that depends on the text only, so that an asset or contract keeps its id across restarts.
std::string stableUuid(std::string_view text);
/// As the broker names a contract: "AAPL Jan 19 2024 150 Call".
std::string contractName(const options::Contract& contract);
/// 64 bits of a text (FNV-1a), as a key of random numbers.
std::uint64_t textKey(std::string_view text);

} // namespace strikedesk::sandbox
