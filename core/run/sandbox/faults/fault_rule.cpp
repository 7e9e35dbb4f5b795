// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/fault_rule.h"

#include <algorithm>
#include <array>

namespace strikedesk::sandbox {

namespace {

constexpr std::int64_t kMostBytes = 64LL * 1024 * 1024;
constexpr std::int64_t kMostCount = 1'000'000;
constexpr std::size_t kMostText = 300;
constexpr ChannelSet kEverywhere = kRestChannels | kStreamChannels;

constexpr std::array<FaultKindFacts, kFaultKinds> kFacts{{
    {"drop_before", "", 0, 0, 0, kEverywhere},
    {"drop_after", "", 0, 0, 0, kRestChannels},
    {"delay", "ms", 1'000, 0, 600'000, kEverywhere},
    {"cut", "bytes", 0, 0, kMostBytes, kEverywhere},
    {"rate_limited", "retry_after", -1, -1, 86'400, kEverywhere},
    {"error_before", "status", 503, 500, 504, kEverywhere},
    {"error_after", "status", 503, 500, 504, kRestChannels},
    {"truncated_body", "bytes", -1, -1, kMostBytes, kRestChannels},
    {"html_body", "", 0, 0, 0, kEverywhere},
    {"garbled_body", "", 0, 0, 0, kRestChannels},
    {"wrong_type", "", 0, 0, 0, kRestChannels},
    {"empty_body", "", 0, 0, 0, kRestChannels},
    {"gzip_garbage", "", 0, 0, 0, kRestChannels},
    {"huge_body", "bytes", 9LL * 1024 * 1024, 0, kMostBytes, kRestChannels},
    {"redirect", "", 0, 0, 0, kEverywhere},
    {"clock_shift", "seconds", 60, -864'000, 864'000, kRestChannels},
    {"mute", "", 0, 0, 0, kEverywhere},
    {"silent", "", 0, 0, 0, kEverywhere},
    {"drop_frame", "", 0, 0, 0, kStreamChannels},
    {"lose_fill", "", 0, 0, 0, only(Channel::TradeUpdates)},
    {"duplicate", "", 0, 0, 0, kStreamChannels},
    {"reorder", "", 0, 0, 0, kStreamChannels},
    {"malformed", "", 0, 0, 0, kStreamChannels},
    {"unknown_status", "", 0, 0, 0, kEverywhere},
    {"unknown_fields", "", 0, 0, 0, kEverywhere},
    {"close", "code", 1'001, 1'000, 4'999, kStreamChannels},
}};

struct ChannelName {
    std::string_view name;
    ChannelSet channels;
};

constexpr ChannelName kChannelNames[] = {
    {"trading", only(Channel::Trading)},
    {"data", only(Channel::Data)},
    {"polygon", only(Channel::Polygon)},
    {"trade_updates", only(Channel::TradeUpdates)},
    {"stocks", only(Channel::Stocks)},
    {"options", only(Channel::Options)},
    {"news", only(Channel::News)},
    {"polygon_stocks", only(Channel::PolygonStocks)},
    {"polygon_options", only(Channel::PolygonOptions)},
    {"polygon_indices", only(Channel::PolygonIndices)},
    {"control", only(Channel::Control)},
    {"rest", kRestChannels},
    {"streams", kStreamChannels},
    {"market_streams", kStreamChannels & ~only(Channel::TradeUpdates)},
    {"all", kEverywhere},
};

Status bad(const std::string& what) {
    return invalidInput("sandbox.rule", "The fault rule cannot be used: " + what + ". Change it.");
}

} // namespace

std::string_view nameOf(Channel channel) { return kChannelNames[static_cast<std::size_t>(channel)].name; }

std::string nameOfChannels(ChannelSet channels) {
    for (const ChannelName& row : kChannelNames)
        if (row.channels == channels)
            return std::string(row.name);
    std::string names;
    for (const ChannelName& row : kChannelNames)
        if ((row.channels & (row.channels - 1)) == 0 && (channels & row.channels) != 0)
            names += (names.empty() ? "" : ",") + std::string(row.name);
    return names;
}

std::optional<ChannelSet> channelsNamed(std::string_view name) {
    ChannelSet channels = 0;
    while (true) {
        const std::size_t comma = name.find(',');
        const std::string_view part = name.substr(0, comma);
        const auto found = std::find_if(std::begin(kChannelNames), std::end(kChannelNames),
                                        [&](const ChannelName& row) { return row.name == part; });
        if (found == std::end(kChannelNames) || found->channels == only(Channel::Control))
            return std::nullopt;
        channels |= found->channels;
        if (comma == std::string_view::npos)
            return channels;
        name.remove_prefix(comma + 1);
    }
}

const FaultKindFacts& factsOf(FaultKind kind) { return kFacts[static_cast<std::size_t>(kind)]; }

std::optional<FaultKind> faultKindNamed(std::string_view name) {
    for (std::size_t i = 0; i < kFacts.size(); ++i)
        if (kFacts[i].name == name)
            return static_cast<FaultKind>(i);
    return std::nullopt;
}

FaultRule FaultRule::of(FaultKind kind) {
    FaultRule rule;
    rule.kind = kind;
    rule.where = factsOf(kind).channels;
    rule.value = factsOf(kind).standard;
    if (kind == FaultKind::ClockShift)
        rule.count = 0;
    return rule;
}

Status checked(const FaultRule& rule) {
    const FaultKindFacts& facts = factsOf(rule.kind);
    if ((rule.where & facts.channels) == 0)
        return bad("'" + std::string(facts.name) + "' does not happen on '" + nameOfChannels(rule.where) +
                   "'");
    if (!facts.valueName.empty() && (rule.value < facts.low || rule.value > facts.high))
        return bad("'" + std::string(facts.valueName) + "' must lie between " + std::to_string(facts.low) +
                   " and " + std::to_string(facts.high));
    if (facts.valueName == "status" && rule.value == 501)
        return bad("'status' must be 500, 502, 503 or 504");
    if (!(rule.rate > 0.0 && rule.rate <= 1.0))
        return bad("'rate' must lie above 0 and be at most 1");
    if (rule.count < 0 || rule.count > kMostCount || rule.skip < 0 || rule.skip > kMostCount)
        return bad("'count' and 'skip' must lie between 0 and 1000000");
    if (rule.connection < 0 || rule.nth < 0 || (rule.connection > 0 && rule.nth > 0))
        return bad("'connection' names an id or 'nth', both from 1, not both at once");
    const bool hasBlank = rule.location.find_first_of("\r\n") != std::string::npos;
    if (hasBlank || rule.location.size() > kMostText || rule.pathPrefix.size() > kMostText ||
        rule.method.size() > kMostText || rule.label.size() > kMostText)
        return bad("a text in it is too long or has line breaks");
    return done();
}

} // namespace strikedesk::sandbox
