// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/faults.h"

namespace strikedesk::simulation {

namespace {

constexpr std::size_t kFaults = static_cast<std::size_t>(Fault::Count);

struct FaultRow {
    const char* name;
    std::uint64_t most; ///< highest rate drawn, per thousand
};

/// In the order of Fault.
constexpr std::array<FaultRow, kFaults> kRows{{
    {"request lost", 200},  {"request twice", 150}, {"answer lost", 300}, {"answer lies", 60},
    {"answer broken", 100}, {"slow", 200},          {"read fails", 400},  {"frame lost", 300},
    {"frame twice", 500},   {"stream breaks", 150}, {"stream mute", 60},  {"activities late", 80},
    {"link clogs", 120},    {"quotes stop", 60},    {"reads stop", 30},   {"bad quote", 60},
    {"disk stalls", 60},    {"disk full", 25},      {"disk fails", 6},    {"crash", 120},
    {"suspend", 25},        {"kill", 30},           {"reload", 200},      {"halt", 40},
    {"foreign order", 40},  {"foreign cancel", 60}, {"burst", 120},       {"double press", 250},
}};

std::int64_t below(IdSource& random, std::uint64_t limit) {
    return static_cast<std::int64_t>(random.next() % limit);
}

} // namespace

const char* nameOf(Fault fault) { return kRows[static_cast<std::size_t>(fault)].name; }

WorldKind drawKind(IdSource& random) {
    WorldKind kind;
    for (std::size_t i = 0; i < kFaults; ++i)
        kind.perMille[i] = random.next() % 3 == 0 ? 0 : random.next() % (kRows[i].most + 1);
    kind.quoteEvery = Duration::milliseconds(200 + below(random, 800));
    if (random.next() % 3 == 0)
        kind.venueAhead = Duration::milliseconds(below(random, 4'000) - 2'000);
    kind.endsAtClose = random.next() % 12 == 0;
    // Longer than the horizon of an unknown order, and than the age an account may have.
    kind.faultsLast = Duration::seconds(random.next() % 6 == 0 ? 160 : 60);
    kind.cash =
        random.next() % 3 == 0 ? Money::dollars(1'000 + below(random, 5'000)) : Money::dollars(100'000);
    return kind;
}

trade::VenueConfig drawVenue(IdSource& random, const WorldKind& kind) {
    trade::VenueConfig config;
    config.seed = random.next();
    config.startingCash = kind.cash;
    config.routeDelay = Duration::milliseconds(below(random, 400));
    config.fillDelay = Duration::milliseconds(below(random, 300));
    config.cancelDelay = Duration::milliseconds(below(random, 800));
    config.replaceDelay = Duration::milliseconds(below(random, 600));
    config.partialPermille = below(random, 800);
    if (random.next() % 4 == 0)
        config.stuckCancelPermille = below(random, 300);
    config.refusesWhenHalted = random.next() % 2 == 0;
    return config;
}

std::string describe(const WorldKind& kind) {
    std::string text = "kind:";
    for (std::size_t i = 0; i < kFaults; ++i)
        if (kind.perMille[i] > 0)
            text += std::string(" ") + kRows[i].name + " " + std::to_string(kind.perMille[i]) + ",";
    text += " quotes every " + std::to_string(kind.quoteEvery.toMilliseconds()) + " ms, venue ahead by " +
            std::to_string(kind.venueAhead.toMilliseconds()) + " ms, cash " + kind.cash.text();
    return kind.endsAtClose ? text + ", the session closes" : text;
}

} // namespace strikedesk::simulation
