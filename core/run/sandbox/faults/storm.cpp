// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/faults/storm.h"

namespace strikedesk::sandbox {

namespace {

constexpr double kMostOfRequests = 0.5;
constexpr double kMostOfFrames = 0.1;
constexpr std::int64_t kLongestDelayMs = 10'000;
constexpr const char* kOrders = "/v2/orders";

/// A fault and its part of the whole rate.
struct Share {
    FaultKind kind;
    double part;
    std::int64_t value;
};

/// Reads: the parts add up to 1.
constexpr Share kReads[] = {
    {FaultKind::Delay, 0.30, 0},         {FaultKind::ErrorBefore, 0.15, 503},
    {FaultKind::ErrorBefore, 0.05, 502}, {FaultKind::DropBefore, 0.15, 0},
    {FaultKind::Cut, 0.10, 300},         {FaultKind::TruncatedBody, 0.05, -1},
    {FaultKind::HtmlBody, 0.05, 0},      {FaultKind::EmptyBody, 0.05, 0},
    {FaultKind::RateLimited, 0.05, 1},   {FaultKind::UnknownFields, 0.05, 0},
};
/// Order writes.
constexpr Share kWrites[] = {
    {FaultKind::Delay, 0.30, 0},         {FaultKind::DropBefore, 0.15, 0},   {FaultKind::DropAfter, 0.20, 0},
    {FaultKind::ErrorBefore, 0.10, 503}, {FaultKind::ErrorAfter, 0.15, 504}, {FaultKind::HtmlBody, 0.10, 0},
};
/// Frames of every stream.
constexpr Share kFrames[] = {
    {FaultKind::Delay, 0.40, 0},   {FaultKind::Duplicate, 0.20, 0}, {FaultKind::Malformed, 0.15, 0},
    {FaultKind::Cut, 0.10, 1'000}, {FaultKind::Close, 0.05, 1'001}, {FaultKind::UnknownFields, 0.10, 0},
};
/// Of frames; it takes a client half a minute to notice.
constexpr double kSilentPart = 0.02;

} // namespace

Result<std::vector<FaultRule>> stormRules(const StormPlan& plan) {
    if (!(plan.rate > 0.0 && plan.rate <= kMostOfRequests) ||
        !(plan.frameRate > 0.0 && plan.frameRate <= kMostOfFrames) || plan.delayMs < 0 ||
        plan.delayMs > kLongestDelayMs)
        return invalidInput("sandbox.storm", "The storm cannot be used: 'rate' lies above 0 up to 0.5, "
                                             "'frame_rate' above 0 up to 0.1, 'delay_ms' from 0 to 10000. "
                                             "Change it.");
    std::vector<FaultRule> rules;
    const auto add = [&](const Share& share, double whole, ChannelSet where) -> FaultRule& {
        FaultRule rule = FaultRule::of(share.kind);
        rule.where = where;
        rule.value = share.kind == FaultKind::Delay ? plan.delayMs : share.value;
        rule.rate = whole * share.part;
        rule.count = 0;
        // Neighbouring seeds draw numbers that have nothing to do with each other.
        rule.seed = plan.seed * 1'000 + rules.size();
        rule.label = kStormLabel;
        rules.push_back(rule);
        return rules.back();
    };
    for (const Share& share : kReads)
        add(share, plan.rate, kRestChannels).method = "GET";
    if (plan.writes)
        for (const char* method : {"POST", "PATCH", "DELETE"})
            for (const Share& share : kWrites) {
                FaultRule& rule = add(share, plan.rate, only(Channel::Trading));
                rule.method = method;
                rule.pathPrefix = kOrders;
            }
    for (const Share& share : kFrames)
        add(share, plan.frameRate, kStreamChannels);
    // A fill that is lost on the stream is found by the next look at the orders.
    add({FaultKind::LoseFill, 1.0, 0}, plan.rate, only(Channel::TradeUpdates));
    add({FaultKind::UnknownStatus, 1.0, 0}, plan.rate, only(Channel::TradeUpdates)).dataOnly = true;
    if (plan.silence)
        add({FaultKind::Silent, kSilentPart, 0}, plan.frameRate, kStreamChannels);
    return rules;
}

} // namespace strikedesk::sandbox
