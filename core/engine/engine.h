// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/trading_calendar.h"
#include "core/engine/command.h"
#include "core/engine/event.h"
#include "core/engine/snapshot.h"
#include "core/market/hub/chart_hub.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace strikedesk::engine {

/// What an engine is made with; part of the film's header.
struct EngineConfig {
    std::uint64_t idSeed = 0;
    trade::TradeSettings settings;
    std::string stockFeed = "sip";   ///< what the broker's stock stream carries; series keys name it
    std::string optionFeed = "opra"; ///< the same of option contracts
    market::Vendor stockVendor = market::Vendor::Alpaca; ///< who serves the channels at first
    market::Vendor optionVendor = market::Vendor::Alpaca;

    template <class A>
    void archive(A& a) {
        a.field("idSeed", idSeed);
        a.field("settings", settings);
        a.field("stockFeed", stockFeed);
        a.field("optionFeed", optionFeed);
        a.field("stockVendor", stockVendor);
        a.field("optionVendor", optionVendor);
    }
};

/// The engine: events in, state and commands out; the same events give the same commands, byte for byte. No
/// clock, no thread, no file: the moment comes with each event. One thread. State can be saved and loaded
/// between any two steps, and a loaded engine goes on exactly as the saved one would.
class Engine {
public:
    explicit Engine(EngineConfig config = {});

    /// Folds the order log at a start; afterwards UNKNOWN orders are being looked for.
    std::vector<Command> restore(const std::vector<trade::OrderRecord>& records, Moment now);
    /// Takes one event. Moments never run backwards; a smaller one counts as the last one.
    std::vector<Command> step(Moment now, const Event& event);
    /// When TimeAdvanced has something to do next, if known.
    std::optional<MonoTime> nextDue() const;

    /// For readers; the order part is the last one that was durable.
    EngineSnapshot snapshot();

    const trade::OrderCore& orders() const { return m_orders; }
    const market::QuoteBoard& quotes() const { return m_quotes; }
    const trade::GateFacts& facts() const { return m_facts; }
    const trade::TradeSettings& settings() const { return m_config.settings; }
    /// A fresh intent id for a ticket, from the engine's own source.
    IntentId mintIntentId(Timestamp now) { return IntentId(m_ids.uuid7(now)); }

    /// All state as bytes and back (same build). Errors: bytes that are cut or foreign.
    std::string save() const;
    static Result<Engine> tryLoad(std::string_view bytes);

    template <class A>
    void archive(A& a) {
        a.field("config", m_config);
        a.field("ids", m_ids);
        a.field("now", m_now);
        a.field("quotes", m_quotes);
        a.field("orders", m_orders);
        a.field("facts", m_facts);
        a.field("clock", m_clock);
        a.field("links", m_linkStates);
        a.field("feedLinks", m_feedLinks);
        a.field("serving", m_serving);
        a.field("lostLinks", m_lostLinks);
        a.field("leftOut", m_leftOut);
        a.field("limitsSaid", m_limitsSaid);
        a.field("troublesSaid", m_troublesSaid);
        a.field("lastSweepId", m_lastSweepId);
        a.field("sweepInFlightSince", m_sweepInFlightSince);
        a.field("sweepAskedMarket", m_sweepAskedMarket);
        a.field("nextSweepAt", m_nextSweepAt);
        a.field("sweptSinceOpen", m_sweptSinceOpen);
        a.field("lastSweptMarket", m_lastSweptMarket);
        a.field("refused", m_refused);
        a.field("why", m_why);
        a.field("draft", m_draft);
        a.field("draftReadFor", m_draftReadFor);
        a.field("draftReadAt", m_draftReadAt);
        a.field("hub", m_hub);
        a.field("hubTimeAt", m_hubTimeAt);
        a.field("gainAtAccountRead", m_gainAtAccountRead);
    }

private:
    void handle(const MarketEvent& event);
    void handle(const OrderEvent& event);
    void handle(const LinkEvent& event);
    void handle(const UserEvent& event);
    void handle(const SystemEvent& event);
    void onTimeHole(const TimeHole& event);
    void onBrokerSwept(const BrokerSwept& event);
    void onSweepFailed(const SweepFailed& event);
    void onLink(const LinkChanged& event);
    /// Says a connection that was lost, and that it is back.
    void sayLink(const LinkChanged& event);
    void onFeedTrouble(const FeedTroubled& event);
    void onStreamChosen(const StreamChosen& event);
    void onFeedChosen(const FeedChosen& event);
    void report(const ClientOrderId& id, const std::optional<trade::Refusal>& refusal);
    void say(trade::NoticeLevel level, std::string code, std::string message, ClientOrderId id = {});
    /// How long the books may go unread.
    Duration sweepPause() const;
    void driveSweeps();
    void driveDraft();
    /// Charts: what a stream printed, how a stream is, and time.
    void onPrint(const TradePrinted& event);
    void onBar(const BarReceived& event);
    void driveHub();
    std::string feedOf(Channel channel, market::Vendor vendor) const;
    std::string feedOf(const Symbol& symbol, market::Vendor vendor) const;
    /// Whose data a channel shows now.
    market::Vendor servingVendor(Channel channel) const;
    bool isServing(const Symbol& symbol, market::Vendor vendor) const;
    std::shared_ptr<const market::SeriesView> seriesView();
    void updateSession();
    void updateReadiness();
    void collect();
    void refreshOrderView();
    TradeView viewOf(const trade::TradeState& state) const;
    /// What our trades have earned since the first, open ones at their marks; nothing while one has no mark.
    std::optional<Money> tradingGain() const;
    void noteOrderChanges(const Event& event);
    trade::TradeContext context();

    EngineConfig m_config;
    IdSource m_ids;
    Moment m_now;
    market::QuoteBoard m_quotes;
    trade::OrderCore m_orders;
    trade::GateFacts m_facts;
    std::optional<trade::BrokerClock> m_clock;
    std::map<Channel, LinkState> m_linkStates; ///< of the vendor that serves
    std::map<std::pair<Channel, market::Vendor>, LinkView> m_feedLinks;
    std::map<Channel, market::Vendor> m_serving;    ///< where it differs from the config
    std::set<Channel> m_lostLinks;                  ///< said to be lost
    std::map<Channel, std::set<Symbol>> m_leftOut;  ///< by a data plan's number of symbols
    std::map<Channel, std::int64_t> m_limitsSaid;   ///< the limit a person was told of
    std::map<std::string, MonoTime> m_troublesSaid; ///< of data streams, and when
    std::uint64_t m_lastSweepId = 0;
    std::optional<MonoTime> m_sweepInFlightSince;
    Timestamp m_sweepAskedMarket; ///< market time when the sweep in flight was asked for
    MonoTime m_nextSweepAt;
    bool m_sweptSinceOpen = false;
    Timestamp m_lastSweptMarket;
    bool m_refused = false; ///< the broker does not accept our key
    std::string m_why;
    std::optional<trade::EntryTicket> m_draft; ///< judged for the screen; of no effect on orders
    Symbol m_draftReadFor;
    MonoTime m_draftReadAt; ///< when its quote was last asked for
    market::ChartHub m_hub;
    Moment m_hubTimeAt;                       ///< when the hub was last told the time
    std::optional<Money> m_gainAtAccountRead; ///< tradingGain() when the account was last read

    // For readers only; rebuilt after a load.
    std::vector<Command> m_commands;
    std::map<Channel, std::string> m_linkReasons;
    std::shared_ptr<const std::set<Symbol>> m_notStreamed; ///< null: made again from m_leftOut
    std::shared_ptr<const OrderView> m_orderView;
    bool m_orderViewStale = true; ///< something it shows may have changed since it was made
    std::deque<NumberedNotice> m_notices;
    std::uint64_t m_noticeNumber = 0;
    std::uint64_t m_version = 0;
    std::shared_ptr<const market::SeriesView> m_series;
    std::uint64_t m_seriesVersion = 0;
};

} // namespace strikedesk::engine
