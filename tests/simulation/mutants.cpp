// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/mutants.h"

#include <array>

namespace strikedesk::trade {

namespace {

Mutant g_wanted = Mutant::None;
std::uint64_t g_hits = 0;

constexpr std::array<const char*, static_cast<std::size_t>(Mutant::Count)> kNames{
    "None",
#define STRIKEDESK_MUTANT(name) #name,
#include "generated/mutant_list.inc"
#undef STRIKEDESK_MUTANT
};

} // namespace

bool mutated(Mutant mutant) {
    if (mutant != g_wanted)
        return false;
    ++g_hits;
    return true;
}

void want(Mutant mutant) { g_wanted = mutant; }
std::uint64_t mutantHits() { return g_hits; }
const char* nameOf(Mutant mutant) { return kNames[static_cast<std::size_t>(mutant)]; }

std::optional<Mutant> mutantOf(std::string_view name) {
    for (std::size_t i = 1; i < kNames.size(); ++i)
        if (name == kNames[i])
            return static_cast<Mutant>(i);
    return std::nullopt;
}

} // namespace strikedesk::trade
