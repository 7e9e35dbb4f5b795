// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/day/day_watch.h"

#include "tests/integration/session/trading.h"

#include <algorithm>
#include <cstdio>

namespace strikedesk::test {

namespace {

/// Between two acts of the trader.
constexpr Duration kPause = Duration::milliseconds(1'500);
constexpr const char* kChannels[] = {"order stream", "stock stream", "option stream"};

const engine::TradeView* openTradeOf(const engine::EngineSnapshot& snapshot) {
    const auto& trades = snapshot.orders->trades;
    const auto open = std::find_if(trades.begin(), trades.end(), [](const engine::TradeView& view) {
        return view.state.phase != trade::TradePhase::Closed;
    });
    return open == trades.end() ? nullptr : &*open;
}

bool hasWorkingOrder(const engine::EngineSnapshot& snapshot) {
    return std::any_of(snapshot.orders->orders.begin(), snapshot.orders->orders.end(),
                       [](const trade::OrderState& order) { return order.isLive(); });
}

} // namespace

void DayWatch::note(const std::string& what, bool isGood, MonoTime now) {
    const bool wasGood = std::exchange(m_wasGood[what], isGood);
    if (wasGood && !isGood) {
        m_lostAt[what] = now;
        if (const auto silent = m_silentSince.find(what); silent != m_silentSince.end()) {
            m_silences[what].push_back((now - silent->second).toSecondsLossy());
            m_silentSince.erase(silent);
        }
    } else if (!wasGood && isGood) {
        if (const auto lost = m_lostAt.find(what); lost != m_lostAt.end()) {
            m_losses[what].push_back((now - lost->second).toSecondsLossy());
            m_lostAt.erase(lost);
        }
    }
}

void DayWatch::look(const engine::EngineSnapshot& snapshot, Moment now) {
    for (const auto& [channel, link] : snapshot.links)
        note(kChannels[static_cast<std::size_t>(channel)], link.state == engine::LinkState::Open, now.mono);
    note("readiness", snapshot.readiness >= trade::Readiness::Ready, now.mono);
    const auto& fills = snapshot.orders->fills;
    for (; m_fillsSeen < fills.size(); ++m_fillsSeen)
        m_fillDelays.push_back((now.market - fills[m_fillsSeen].at).toSecondsLossy() / m_speed);
}

void DayWatch::noteSilence(const std::string& channel, MonoTime now) {
    // A connection that is down already is not missed.
    if (m_wasGood[channel])
        m_silentSince.emplace(channel, now);
}

std::vector<std::string> DayWatch::unnoticed(MonoTime now, Duration longerThan) const {
    std::vector<std::string> channels;
    for (const auto& [channel, since] : m_silentSince)
        if (now - since > longerThan)
            channels.push_back(channel);
    return channels;
}

double DayWatch::medianOf(std::vector<double> seconds) {
    if (seconds.empty())
        return 0;
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

std::string DayWatch::report() const {
    const auto line = [](const std::string& what, const char* verb, const std::vector<double>& seconds) {
        char text[160];
        std::snprintf(text, sizeof text, "%s: %s %zu times, after %.2f s (median), %.2f s (longest)\n",
                      what.c_str(), verb, seconds.size(), medianOf(seconds),
                      *std::max_element(seconds.begin(), seconds.end()));
        return std::string(text);
    };
    std::string text;
    for (const auto& [what, seconds] : m_losses)
        text += line(what, "lost and back", seconds);
    for (const auto& [what, seconds] : m_silences)
        text += line(what, "silence noticed", seconds);
    if (!m_fillDelays.empty())
        text += line("fill", "in the book", m_fillDelays);
    return text;
}

bool BusyTrader::isDone() const {
    const auto snapshot = m_host.snapshot();
    return snapshot && openTradeOf(*snapshot) == nullptr && !hasWorkingOrder(*snapshot);
}

void BusyTrader::enter(const engine::EngineSnapshot& snapshot, MonoTime now) {
    const market::BoardRow* row = snapshot.quotes->find(m_contract);
    if (row == nullptr || !row->quote.isSane())
        return;
    m_actedAt = now;
    send(m_host, withTarget(ticketFor(m_host, m_contract, 1 + m_entries % 3), 3));
    ++m_entries;
}

void BusyTrader::act(MonoTime now, bool mayEnter) {
    const auto snapshot = m_host.snapshot();
    if (!snapshot || snapshot->readiness < trade::Readiness::Ready || now - m_actedAt < kPause)
        return;
    if (const engine::TradeView* open = openTradeOf(*snapshot)) {
        if (open->open.isPositive()) {
            m_actedAt = now;
            m_host.session().post(engine::CloseRequested{open->state.id, trade::ExitReason::Manual});
        }
        return;
    }
    if (mayEnter && !hasWorkingOrder(*snapshot))
        enter(*snapshot, now);
}

} // namespace strikedesk::test
