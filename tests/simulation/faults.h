// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ids.h"
#include "core/trade/venue/venue_config.h"

#include <array>
#include <cstdint>
#include <string>

namespace strikedesk::simulation {

/// Everything that can go wrong in a world. Rates are per thousand of the occasions named.
enum class Fault : std::uint8_t {
    RequestLost,    ///< a write never arrives
    RequestTwice,   ///< a box on the way sends a write a second time
    AnswerLost,     ///< it arrives, its answer does not
    AnswerLies,     ///< "no", though it was done
    AnswerBroken,   ///< a server error after it was done: nobody knows
    Slow,           ///< a request, an answer or a frame takes seconds
    ReadFails,      ///< look-up, sweep or quote reading
    FrameLost,      ///< of the order stream
    FrameTwice,     ///< of the order stream
    StreamBreaks,   ///< a second
    StreamMute,     ///< a second: up, and says nothing for a while
    ActivitiesLate, ///< a second: bookings show up only after a while
    LinkClogs,      ///< a second: one of the four links delivers nothing for a while
    QuotesStop,     ///< a second: neither stream nor reading brings a quote for a while
    ReadsStop,      ///< a second: nothing of the broker can be read for a while
    BadQuote,       ///< a quote: ten times off, crossed, locked, wide, one-sided
    DiskStalls,     ///< a commit takes seconds
    DiskFull,       ///< a second: no intent can be written for a while
    DiskFails,      ///< a commit: it may be there, and is reported as failed; nothing is taken after it
    Crash,          ///< a second
    Suspend,        ///< a second: the machine sleeps
    Kill,           ///< a second: somebody moves the kill switch
    Reload,         ///< a second: the engine goes on from its own checkpoint
    Halt,           ///< a second
    ForeignOrder,   ///< a second: somebody else trades in the account
    ForeignCancel,  ///< a second: somebody cancels an order of ours at the broker
    Burst,          ///< a press: many tickets at once
    DoublePress,    ///< a press: the same ticket several times
    Count
};

const char* nameOf(Fault fault);

/// What kind of world a seed is: drawn once, so that worlds differ in kind.
struct WorldKind {
    std::array<std::uint64_t, static_cast<std::size_t>(Fault::Count)> perMille{};
    Duration quoteEvery;
    Duration venueAhead;      ///< the program's market clock runs behind the venue's by this
    bool endsAtClose = false; ///< the session closes in the middle of the faults
    Duration faultsLast;
    Money cash; ///< small accounts meet their buying power

    std::uint64_t rate(Fault fault) const { return perMille[static_cast<std::size_t>(fault)]; }
};

/// Draws the world. Each fault is absent in a third of all worlds.
WorldKind drawKind(IdSource& random);
trade::VenueConfig drawVenue(IdSource& random, const WorldKind& kind);
/// One line for the trace.
std::string describe(const WorldKind& kind);

} // namespace strikedesk::simulation
