// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/feed_chooser.h"

#include <algorithm>

namespace strikedesk::session {

using engine::LinkState;
using market::Vendor;

FeedChooser::FeedChooser(std::vector<Vendor> order, Limits limits)
    : m_order(std::move(order)), m_limits(limits), m_serving(m_order.front()) {
    for (const Vendor vendor : m_order)
        m_streams[vendor];
}

std::vector<Vendor> FeedChooser::wanted() const {
    std::vector<Vendor> wanted;
    bool isPast = false;
    for (const Vendor vendor : m_order) {
        const bool isServing = vendor == m_serving;
        // A late feed of the broker was chosen by the person; anybody else's late stream is not even opened.
        const bool isStaying = isServing && (m_streams.at(vendor).isPossible || vendor == Vendor::Alpaca);
        if (isStaying || (mayServe(m_streams.at(vendor)) && (!isPast || m_isLooking)))
            wanted.push_back(vendor);
        isPast = isPast || isServing;
    }
    return wanted;
}

void FeedChooser::setPossible(Vendor vendor, bool isPossible) {
    if (const auto found = m_streams.find(vendor); found != m_streams.end())
        found->second.isPossible = isPossible;
}

void FeedChooser::forgive(Vendor vendor, MonoTime now) {
    const auto found = m_streams.find(vendor);
    if (found == m_streams.end() || found->second.state != LinkState::Refused)
        return;
    found->second.state = LinkState::Down;
    found->second.since = now;
}

void FeedChooser::onLink(Vendor vendor, LinkState state, MonoTime now) {
    const auto found = m_streams.find(vendor);
    if (found == m_streams.end() || found->second.state == state)
        return;
    // A refused key is not tried again by itself; that its connection ends afterwards changes nothing.
    if (found->second.state == LinkState::Refused && state == LinkState::Down)
        return;
    found->second.state = state;
    found->second.since = now;
}

bool FeedChooser::isAway(Vendor vendor, MonoTime now, bool isMarketOpen) const {
    const Stream& stream = m_streams.at(vendor);
    if (!mayServe(stream))
        return true;
    // Nothing is missed while the market sleeps; venues are serviced then.
    return isMarketOpen && stream.state != LinkState::Open && now - stream.since >= m_limits.patience;
}

std::optional<FeedChooser::Change> FeedChooser::decide(MonoTime now, bool isMarketOpen) {
    if (!std::exchange(m_hasBegun, true))
        for (auto& [vendor, stream] : m_streams)
            stream.since = std::max(stream.since, now);
    const auto change = [&](Vendor vendor, std::string why) {
        m_serving = vendor;
        m_isLooking = false;
        return Change{vendor, std::move(why)};
    };
    const std::string servingName(market::nameOf(m_serving));
    for (const Vendor vendor : m_order) {
        if (vendor == m_serving)
            break;
        const Stream& stream = m_streams.at(vendor);
        if (mayServe(stream) && stream.state == LinkState::Open && now - stream.since >= m_limits.proof)
            return change(vendor, "its stream is back and steady.");
    }
    m_isLooking = isAway(m_serving, now, isMarketOpen);
    if (!m_isLooking)
        return std::nullopt;
    for (const Vendor vendor : m_order) {
        const Stream& stream = m_streams.at(vendor);
        if (vendor == m_serving || !mayServe(stream))
            continue;
        if (stream.state == LinkState::Open)
            return change(vendor, mayServe(m_streams.at(m_serving))
                                      ? "the stream of " + servingName + " has been away for too long."
                                      : "the key of " + servingName + " has no live stream.");
    }
    return std::nullopt;
}

} // namespace strikedesk::session
