// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/engine/event.h"
#include "core/io/store/order_log.h"
#include "core/io/venues/alpaca/alpaca_broker.h"
#include "core/io/venues/alpaca/alpaca_trade_updates.h"
#include "core/run/handover/event_inbox.h"
#include "core/run/handover/market_clock.h"
#include "core/run/handover/write_permit.h"
#include "core/run/workers/fill_watch.h"
#include "core/run/workers/link_state.h"
#include "core/run/workers/net_tuning.h"
#include "core/trade/orders/order_command.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

class QTimer;

namespace strikedesk::workers {

/// What the orders worker is made with.
struct OrdersWorkerConfig {
    alpaca::AlpacaEndpoints endpoints;
    alpaca::AlpacaKeys keys;
    std::string environment; ///< demo, paper, live: part of the log's file name
    std::filesystem::path dataDirectory;
    std::string buildId;
    NetTuning net;
    std::int64_t logReserveBytes = 64LL * 1024 * 1024; ///< disk kept aside for the order log
    double speed = 1.0;                                ///< market seconds per second at the venue
    std::uint64_t jitterSeed = 0;
    /// Called at labelled points of the order path; crash tests end the process there. Any of our threads.
    std::function<void(std::string_view)> atCrashPoint;
};

/// What the account's order log and the broker said at the start.
struct OrdersOpened {
    trade::BrokerAccount account;
    trade::BrokerClock clock;
    std::vector<trade::OrderRecord> records;
};

/// Owns the order log and the broker's HTTP and order stream. Carries out the order core's commands in order:
/// a commit is answered only when it is on disk, a request leaves only after its permit was read. Lives on
/// the "orders" thread; only carryOut and the others posted there touch it.
class OrdersWorker : public QObject {
public:
    OrdersWorker(OrdersWorkerConfig config, handover::EventInbox& inbox, handover::WritePermit& permit,
                 handover::MarketClock& clock, Log& log);
    ~OrdersWorker() override;

    /// Told once when account, clock and log are there; called on the orders thread.
    std::function<void(OrdersOpened)> opened;
    /// Told each time the start could not go on; `isFinal`: it will not be tried again.
    std::function<void(Error, bool isFinal)> startFailed;

    /// Reads account and clock (again every two seconds while the venue cannot be reached), then opens the
    /// log.
    void open();
    /// New settings; from now on.
    void tune(const NetTuning& tuning);
    /// Connects the order stream and begins to read the venue's clock every minute.
    void startStream();
    void carryOut(const trade::TradeCommand& command);
    /// Ends the stream and aborts what is under way; writes without an answer stay UNKNOWN.
    void close();

private:
    struct SweepRun;

    void readAccount();
    void readClock(std::function<void(Result<trade::BrokerClock>)> then);
    void openLog(const trade::BrokerAccount& account, const trade::BrokerClock& clock);
    void retryOpen(const Error& error);
    void carry(const trade::AppendRecords& command);
    void carry(const trade::TransmitOrder& command);
    void carry(const trade::TransmitCancel& command);
    void carry(const trade::LookUpOrder& command);
    void carry(const trade::SweepBroker& command);
    void carry(const trade::PublishKill& command);
    void carry(const trade::Notice&) {}
    void carry(const trade::ReadQuotes&) {}
    void wireBroker();
    void sweepOrders(const std::shared_ptr<SweepRun>& run);
    void sweepHoldings(const std::shared_ptr<SweepRun>& run);
    /// One answer of a step; after the last of them `next`, or the failure of the whole sweep.
    void sweepPart(const std::shared_ptr<SweepRun>& run, const Error* error,
                   const std::function<void()>& next);
    void streamChanged(const alpaca::StreamStatus& status);
    /// Connects the order stream anew when it went on not telling what the books show.
    void checkStream(int connection);
    void post(engine::OrderEvent event) { m_inbox.post(engine::Event(std::move(event))); }
    void crashPoint(std::string_view label) const {
        if (m_config.atCrashPoint)
            m_config.atCrashPoint(label);
    }

    OrdersWorkerConfig m_config;
    handover::EventInbox& m_inbox;
    handover::WritePermit& m_permit;
    handover::MarketClock& m_clock;
    Log& m_log;
    std::unique_ptr<alpaca::AlpacaRest> m_rest;
    std::unique_ptr<alpaca::AlpacaBroker> m_broker;
    std::unique_ptr<alpaca::AlpacaTradeUpdates> m_stream;
    std::unique_ptr<store::OrderLog> m_orderLog;
    std::map<ClientOrderId, bool> m_addsExposure; ///< of requests under way
    LinkState m_link;
    FillWatch m_fills;
    QTimer* m_clockTimer = nullptr;
};

} // namespace strikedesk::workers
