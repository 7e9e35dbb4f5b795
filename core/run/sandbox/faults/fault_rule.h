// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::sandbox {

/// What a connection is used for. Trading to Polygon are REST, the others sockets.
enum class Channel : std::uint8_t {
    Trading,
    Data,
    Polygon,
    TradeUpdates,
    Stocks,
    Options,
    News,
    PolygonStocks,
    PolygonOptions,
    PolygonIndices,
    Control, ///< /sandbox/…: no fault ever touches it
};

/// A set of channels: one bit each.
using ChannelSet = std::uint32_t;
constexpr ChannelSet only(Channel channel) { return ChannelSet{1} << static_cast<unsigned>(channel); }
constexpr ChannelSet kRestChannels = only(Channel::Trading) | only(Channel::Data) | only(Channel::Polygon);
constexpr ChannelSet kStreamChannels =
    only(Channel::TradeUpdates) | only(Channel::Stocks) | only(Channel::Options) | only(Channel::News) |
    only(Channel::PolygonStocks) | only(Channel::PolygonOptions) | only(Channel::PolygonIndices);

/// "trading", "stocks", … for one channel; a name may also stand for several: "rest", "streams", "all".
std::string_view nameOf(Channel channel);
std::string nameOfChannels(ChannelSet channels);
std::optional<ChannelSet> channelsNamed(std::string_view name);

/// What goes wrong. R: on a REST request, H: on a socket's handshake, S: on a socket's frames. In brackets
/// the number a rule carries in `value`.
enum class FaultKind : std::uint8_t {
    DropBefore,    ///< R H: the connection ends without an answer, nothing happened
    DropAfter,     ///< R: the effect happens, the connection ends without an answer
    Delay,         ///< R S: answer or frame waits [milliseconds]; frames keep their order
    Cut,           ///< R S: the connection ends after [bytes] of the answer, or of the stream from then on
    RateLimited,   ///< R H: 429, nothing happened [Retry-After in seconds, -1: without]
    ErrorBefore,   ///< R H: [status 500, 502, 503 or 504], nothing happened
    ErrorAfter,    ///< R: the effect happens, the answer is [status]
    TruncatedBody, ///< R: a whole answer whose body is only the first [bytes], -1: half of it
    HtmlBody,      ///< R H: 200 with a web page, as a hotel's login does
    GarbledBody,   ///< R: the usual content type with a body that is no JSON
    WrongType,     ///< R: the right body called text/plain
    EmptyBody,     ///< R: no body at all
    GzipGarbage,   ///< R: a body called gzip that is none
    HugeBody,      ///< R: the body with blanks before it up to [bytes]
    Redirect,      ///< R H: 302 to the rule's location, nothing happened
    ClockShift,    ///< R: Date, X-RateLimit-Reset and the clocks' answers are [seconds] off while the rule is
                   ///< there
    Mute,          ///< R S: nothing is sent, pings are answered; ends with the rule
    Silent,        ///< R S: nothing is sent or read any more, pings included, until the client gives up
    DropFrame,     ///< S: one frame is not sent
    LoseFill,      ///< S: an order update of a fill or partial fill is not sent
    Duplicate,     ///< S: a frame comes twice
    Reorder,       ///< S: a frame comes after the one that follows it
    Malformed,     ///< S: before a frame comes its first half as a message of its own
    UnknownStatus, ///< R S: an order's status, or a message's kind, is a word nobody knows
    UnknownFields, ///< R S: fields nobody knows are added
    Close,         ///< S: a closing handshake with [code]
};
inline constexpr std::size_t kFaultKinds = 26;

/// A set of kinds: one bit each.
using KindSet = std::uint32_t;
constexpr KindSet only(FaultKind kind) { return KindSet{1} << static_cast<unsigned>(kind); }
template <class... Kinds>
constexpr KindSet kindsOf(Kinds... kinds) {
    return (only(kinds) | ...);
}

/// The facts about a kind.
struct FaultKindFacts {
    std::string_view name;      ///< in JSON
    std::string_view valueName; ///< in JSON; empty: the kind has no number
    std::int64_t standard = 0;
    std::int64_t low = 0;
    std::int64_t high = 0;
    ChannelSet channels = 0; ///< where it can happen
};
const FaultKindFacts& factsOf(FaultKind kind);
std::optional<FaultKind> faultKindNamed(std::string_view name);

/// One way to misbehave: where, what, how often. Plain value.
struct FaultRule {
    FaultKind kind = FaultKind::DropBefore;
    ChannelSet where = kRestChannels;
    std::string method;     ///< empty: any
    std::string pathPrefix; ///< empty: any
    std::int64_t value = 0; ///< what FaultKind says
    std::string location;   ///< of Redirect; empty: another host
    std::int64_t count = 1; ///< at most so often; 0: without end
    std::int64_t skip = 0;  ///< so many chances pass before the first
    double rate = 1.0;      ///< probability at each chance, above 0 up to 1
    std::uint64_t seed = 1; ///< of the draws for `rate`
    /// Only this connection; 0: any.
    std::int64_t connection = 0;
    /// Only the n-th connection that is opened in these channels after the rule was made; 0: any.
    std::int64_t nth = 0;
    /// Leaves logins, acknowledgements and errors of a stream alone.
    bool dataOnly = false;
    std::string label; ///< to find and remove it by

    /// A rule with the kind's standard value, on every channel where it can happen; a ClockShift lasts.
    static FaultRule of(FaultKind kind);
};

/// What is wrong with a rule, or done(): a value out of range, a kind that cannot happen there.
Status checked(const FaultRule& rule);

/// A rule in force and what became of it.
struct FaultRuleState {
    std::int64_t id = 0;
    FaultRule rule;
    std::int64_t chances = 0; ///< requests, frames or connections it fitted
    std::int64_t done = 0;    ///< how often it happened

    bool isSpent() const { return rule.count > 0 && done >= rule.count; }
};

} // namespace strikedesk::sandbox
