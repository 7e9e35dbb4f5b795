// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"

#include <array>

// What a person is told of the connections, and what their limits leave out.

namespace strikedesk::engine {

namespace {

/// The same words of a stream are no news before this.
constexpr Duration kTroubleIsNews = Duration::minutes(10);
constexpr std::size_t kMostTroubles = 32;

constexpr std::array<const char*, 3> kLinkNames = {"The order stream", "Stock data", "Options data"};

} // namespace

void Engine::sayLink(const LinkChanged& event) {
    const auto before = m_linkStates.find(event.channel);
    const bool isNew = before == m_linkStates.end();
    const auto place = static_cast<std::size_t>(event.channel);
    if (place >= kLinkNames.size() || (!isNew && before->second == event.state))
        return;
    const std::string name = kLinkNames[place];
    if (event.state == LinkState::Refused && event.channel != Channel::OrderStream)
        say(trade::NoticeLevel::Critical, "feed.refused", name + " was refused: " + event.reason);
    if (isNew)
        return;
    if (event.state == LinkState::Down && before->second == LinkState::Open) {
        m_lostLinks.insert(event.channel);
        say(trade::NoticeLevel::Warning, "link.lost", name + " was lost. It is tried again by itself.");
    } else if (event.state == LinkState::Open && m_lostLinks.erase(event.channel) > 0) {
        say(trade::NoticeLevel::Info, "link.back", name + " is back.");
    }
}

void Engine::onFeedTrouble(const FeedTroubled& event) {
    if (event.vendor != servingVendor(event.channel))
        return;
    std::erase_if(m_troublesSaid,
                  [&](const auto& said) { return m_now.mono - said.second >= kTroubleIsNews; });
    if (m_troublesSaid.size() >= kMostTroubles || !m_troublesSaid.emplace(event.message, m_now.mono).second)
        return;
    say(trade::NoticeLevel::Warning, "feed.trouble", event.message);
}

market::Vendor Engine::servingVendor(Channel channel) const {
    const auto chosen = m_serving.find(channel);
    if (chosen != m_serving.end())
        return chosen->second;
    return channel == Channel::OptionStream ? m_config.optionVendor : m_config.stockVendor;
}

void Engine::onFeedChosen(const FeedChosen& event) {
    if (event.channel == Channel::OrderStream || event.vendor == servingVendor(event.channel))
        return;
    m_serving[event.channel] = event.vendor;
    const LinkView& link = m_feedLinks[{event.channel, event.vendor}];
    m_linkStates[event.channel] = link.state;
    m_linkReasons[event.channel] = link.reason;
    m_lostLinks.erase(event.channel);
    const bool isStocks = event.channel == Channel::StockStream;
    // What the vendor before said of halts is not taken back by the next one.
    if (isStocks)
        m_quotes.clearHalts();
    const bool knowsHalts = !isStocks || event.vendor != market::Vendor::Polygon;
    say(trade::NoticeLevel::Warning, "feed.chosen",
        std::string(isStocks ? "Stock data" : "Options data") + " now comes from " +
            std::string(market::nameOf(event.vendor)) + ": " + event.why +
            (knowsHalts ? "" : " It does not tell of halts."));
}

void Engine::onStreamChosen(const StreamChosen& event) {
    m_leftOut[event.channel] = event.leftOut;
    m_notStreamed.reset();
    const bool isStocks = event.channel == Channel::StockStream;
    m_hub.setUnheard(feedOf(event.channel, servingVendor(event.channel)),
                     event.hasBars ? std::set<Symbol>() : event.leftOut, m_now);
    const auto said = m_limitsSaid.find(event.channel);
    if (event.leftOut.empty() || !event.limit || (said != m_limitsSaid.end() && said->second == *event.limit))
        return;
    m_limitsSaid[event.channel] = *event.limit;
    say(trade::NoticeLevel::Warning, "feed.limit",
        std::string(isStocks ? "Stock data" : "Options data") + ": the plan streams " +
            std::to_string(*event.limit) + " symbols at once, and " + std::to_string(event.leftOut.size()) +
            " more are wanted. Positions, tickets and charts come first; the rest is marked as not live. "
            "Shorten the lists, or raise the limit in the settings if your plan allows more.");
}

} // namespace strikedesk::engine
