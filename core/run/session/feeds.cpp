// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/feeds.h"

#include "core/base/trading_calendar.h"
#include "core/base/zone.h"

#include <algorithm>

namespace strikedesk::session {

namespace {

constexpr int kDecideMs = 1'000;
constexpr Feeds::Channel kChannels[] = {engine::Channel::StockStream, engine::Channel::OptionStream};

bool isMarketOpen(Timestamp at) {
    static const TradingCalendar calendar = TradingCalendar::unitedStates();
    return calendar.isOpen(at);
}

/// At most 15 characters, as systems allow for threads.
std::string threadName(Feeds::Channel channel, std::size_t place) {
    std::string name = channel == engine::Channel::StockStream ? "feed-stock" : "feed-option";
    return place == 0 ? name : name + "-" + std::to_string(place + 1);
}

market::Capability capabilityOf(Feeds::Channel channel) {
    return channel == engine::Channel::StockStream ? market::Capability::StockStream
                                                   : market::Capability::OptionStream;
}

} // namespace

Feeds::Feeds(std::vector<Vendor> vendors, FeedChooser::Limits limits, handover::EventInbox& inbox,
             handover::MarketClock& clock)
    : m_vendors(std::move(vendors)), m_inbox(inbox), m_clock(clock) {
    for (const Channel channel : kChannels) {
        m_choosers.emplace(channel, FeedChooser(m_vendors, limits));
        for (std::size_t place = 0; place < m_vendors.size(); ++place)
            m_workers.emplace(std::pair(channel, m_vendors[place]),
                              std::make_unique<Worker>(threadName(channel, place)));
    }
    m_decide.setInterval(kDecideMs);
    QObject::connect(&m_decide, &QTimer::timeout, &m_decide, [this] {
        for (const Channel channel : kChannels)
            decide(channel);
        lookAtDay();
    });
}

Feeds::~Feeds() { stop(); }

void Feeds::onOwner(std::function<void()> call) {
    QMetaObject::invokeMethod(&m_decide, std::move(call), Qt::QueuedConnection);
}

void Feeds::connectWorker(workers::FeedWorker& worker, Channel channel, Vendor vendor) {
    worker.streaming = [this, channel, vendor](bool isLive, const std::set<Symbol>& symbols) {
        onOwner([this, channel, vendor, isLive, symbols] {
            streaming ? streaming(channel, vendor, isLive, symbols) : void();
        });
    };
    worker.overLimit = [this, channel, vendor](std::size_t asked, std::size_t delivered) {
        onOwner([this, channel, vendor, asked, delivered] {
            overLimit ? overLimit(channel, vendor, asked, delivered) : void();
        });
    };
    worker.linkChanged = [this, channel, vendor](engine::LinkState state) {
        onOwner([this, channel, vendor, state] { onLink(channel, vendor, state); });
    };
    worker.suspicious = [this, channel, vendor](const std::vector<Symbol>& symbols) {
        onOwner(
            [this, channel, vendor, symbols] { suspicious ? suspicious(channel, vendor, symbols) : void(); });
    };
}

void Feeds::start(const MakeWorker& make) {
    for (auto& [key, worker] : m_workers)
        worker->hosted.start([this, &make, channel = key.first, vendor = key.second] {
            workers::FeedWorker* made = make(channel, vendor);
            connectWorker(*made, channel, vendor);
            return made;
        });
}

void Feeds::open() {
    m_isOpen = true;
    m_day = newYorkDate(m_clock.now().market);
    for (const Channel channel : kChannels)
        decide(channel);
    m_decide.start();
}

void Feeds::stop() {
    m_isOpen = false;
    m_decide.stop();
    for (auto& [key, worker] : m_workers)
        worker->hosted.post([](workers::FeedWorker& feed) { feed.close(); });
    for (auto& [key, worker] : m_workers)
        worker->hosted.stop();
}

void Feeds::tune(const workers::NetTuning& tuning) {
    for (auto& [key, worker] : m_workers)
        worker->hosted.post([tuning](workers::FeedWorker& feed) { feed.tune(tuning); });
}

void Feeds::setGrants(const market::GrantTable& grants) {
    for (const Channel channel : kChannels) {
        for (const Vendor vendor : m_vendors) {
            const market::Grant grant = grants.state(vendor, capabilityOf(channel)).grant;
            m_choosers.at(channel).setPossible(vendor, grant == market::Grant::RealTime ||
                                                           grant == market::Grant::Unknown);
        }
        if (m_isOpen)
            decide(channel);
    }
}

void Feeds::setDesired(Channel channel, Vendor vendor, const venues::DesiredChannels& desired) {
    m_workers.at({channel, vendor})->hosted.post([desired](workers::FeedWorker& feed) {
        feed.setDesired(desired);
    });
}

void Feeds::forgive() {
    for (const Channel channel : kChannels)
        for (const Vendor vendor : m_vendors) {
            if (!m_choosers.at(channel).isRefused(vendor))
                continue;
            m_choosers.at(channel).forgive(vendor, m_clock.now().mono);
            Worker& worker = *m_workers.at({channel, vendor});
            if (worker.isConnected)
                worker.hosted.post([](workers::FeedWorker& feed) {
                    feed.stop();
                    feed.start();
                });
        }
}

void Feeds::onNewestRead(Channel channel, Vendor vendor, Timestamp newest) {
    m_workers.at({channel, vendor})->hosted.post([newest](workers::FeedWorker& feed) {
        feed.onNewestRead(newest);
    });
}

void Feeds::onLink(Channel channel, Vendor vendor, engine::LinkState state) {
    m_choosers.at(channel).onLink(vendor, state, m_clock.now().mono);
    if (m_isOpen)
        decide(channel);
}

void Feeds::decide(Channel channel) {
    const Moment now = m_clock.now();
    const auto change = m_choosers.at(channel).decide(now.mono, isMarketOpen(now.market));
    follow(channel);
    if (!change)
        return;
    m_inbox.post(engine::Event(engine::LinkEvent(engine::FeedChosen{channel, change->vendor, change->why})));
    if (chosen)
        chosen(channel);
}

void Feeds::lookAtDay() {
    const Date today = newYorkDate(m_clock.now().market);
    if (std::exchange(m_day, today) != today && dayBegan)
        dayBegan();
}

void Feeds::follow(Channel channel) {
    const std::vector<Vendor> wanted = m_choosers.at(channel).wanted();
    for (const Vendor vendor : m_vendors) {
        Worker& worker = *m_workers.at({channel, vendor});
        const bool isWanted = std::find(wanted.begin(), wanted.end(), vendor) != wanted.end();
        if (isWanted == std::exchange(worker.isConnected, isWanted))
            continue;
        worker.hosted.post([isWanted](workers::FeedWorker& feed) { isWanted ? feed.start() : feed.stop(); });
    }
}

} // namespace strikedesk::session
