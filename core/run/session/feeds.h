// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/market/grants.h"
#include "core/run/session/feed_chooser.h"
#include "core/run/workers/feed_worker.h"
#include "core/run/workers/hosted_worker.h"

#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace strikedesk::session {

/// The market data streams of a session: a worker per channel and vendor, which of them are connected, and
/// which one serves. Owner's thread; callbacks come there.
class Feeds {
public:
    using Channel = engine::Channel;
    using Vendor = market::Vendor;
    using MakeWorker = std::function<workers::FeedWorker*(Channel, Vendor)>;

    /// All outlive the feeds. `vendors` in the order they are wanted.
    Feeds(std::vector<Vendor> vendors, FeedChooser::Limits limits, handover::EventInbox& inbox,
          handover::MarketClock& clock);
    ~Feeds();
    Feeds(const Feeds&) = delete;
    Feeds& operator=(const Feeds&) = delete;

    /// Another vendor serves this channel from now on; the engine has been told.
    std::function<void(Channel)> chosen;
    /// A vendor refused so many symbols.
    std::function<void(Channel, Vendor, std::size_t asked, std::size_t delivered)> overLimit;
    /// What a vendor's stream delivers.
    std::function<void(Channel, Vendor, bool isLive, const std::set<Symbol>&)> streaming;
    /// A new day began in New York; called once a day while open.
    std::function<void()> dayBegan;
    /// A stream went silent in an open market: read these of its vendor and tell onNewestRead().
    std::function<void(Channel, Vendor, const std::vector<Symbol>&)> suspicious;

    /// Makes the workers on threads of their own, not connected yet.
    void start(const MakeWorker& make);
    /// Connects what is wanted, from now on.
    void open();
    /// Closes all connections and ends the threads. Idempotent.
    void stop();

    void tune(const workers::NetTuning& tuning);
    void setGrants(const market::GrantTable& grants);
    void setDesired(Channel channel, Vendor vendor, const venues::DesiredChannels& desired);
    /// Streams whose key was refused are tried once more.
    void forgive();
    const std::vector<Vendor>& vendors() const { return m_vendors; }
    void onNewestRead(Channel channel, Vendor vendor, Timestamp newest);
    Vendor serving(Channel channel) const { return m_choosers.at(channel).serving(); }

private:
    struct Worker {
        explicit Worker(std::string name) : hosted(std::move(name)) {}
        workers::HostedWorker<workers::FeedWorker> hosted;
        bool isConnected = false; ///< asked to be
    };

    void connectWorker(workers::FeedWorker& worker, Channel channel, Vendor vendor);
    void onLink(Channel channel, Vendor vendor, engine::LinkState state);
    void decide(Channel channel);
    void lookAtDay();
    /// Starts and stops connections as the chooser wants.
    void follow(Channel channel);
    void onOwner(std::function<void()> call);

    std::vector<Vendor> m_vendors;
    handover::EventInbox& m_inbox;
    handover::MarketClock& m_clock;
    std::map<Channel, FeedChooser> m_choosers;
    std::map<std::pair<Channel, Vendor>, std::unique_ptr<Worker>> m_workers;
    bool m_isOpen = false;
    Date m_day; ///< in New York, of the last look
    QTimer m_decide;
};

} // namespace strikedesk::session
