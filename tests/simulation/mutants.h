// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace strikedesk::trade {

/// The bugs plant_mutants.py puts into copies of the order path. The product's sources know nothing of them.
enum class Mutant : std::uint8_t {
    None,
#define STRIKEDESK_MUTANT(name) name,
#include "generated/mutant_list.inc"
#undef STRIKEDESK_MUTANT
    Count
};

/// Whether this bug is wanted now; asked where it is planted.
bool mutated(Mutant mutant);

/// From now on this bug is wanted, in this process.
void want(Mutant mutant);
/// How often a planted place was reached with its bug wanted.
std::uint64_t mutantHits();
const char* nameOf(Mutant mutant);
std::optional<Mutant> mutantOf(std::string_view name);

} // namespace strikedesk::trade

namespace strikedesk::engine {
using trade::Mutant;
using trade::mutated;
} // namespace strikedesk::engine
