// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/orders_worker.h"

#include "core/run/workers/order_record_codec.h"

#include <QTimer>

#include <utility>

namespace strikedesk::workers {

namespace {

constexpr int kOpenRetryMs = 2'000;
constexpr int kClockEveryMs = 60'000;

std::string writeWord(alpaca::OrderWrite write) {
    switch (write) {
    case alpaca::OrderWrite::Submit:
        return "submit.";
    case alpaca::OrderWrite::Replace:
        return "replace.";
    case alpaca::OrderWrite::Cancel:
    case alpaca::OrderWrite::CancelAll:
        return "cancel.";
    }
    return "write.";
}

std::string_view stageWord(net::WriteStage stage) {
    switch (stage) {
    case net::WriteStage::BeforeSend:
        return "before_send";
    case net::WriteStage::BodyTaken:
        return "body_taken";
    case net::WriteStage::RequestSent:
        return "request_sent";
    case net::WriteStage::AnswerReceived:
        return "answer_received";
    }
    return "stage";
}

} // namespace

OrdersWorker::OrdersWorker(OrdersWorkerConfig config, handover::EventInbox& inbox,
                           handover::WritePermit& permit, handover::MarketClock& clock, Log& log)
    : m_config(std::move(config)), m_inbox(inbox), m_permit(permit), m_clock(clock), m_log(log) {}

OrdersWorker::~OrdersWorker() = default;

void OrdersWorker::open() {
    alpaca::RestOptions options;
    options.baseUrl = m_config.endpoints.tradingBaseUrl;
    options.take(m_config.net.orders);
    options.jitterSeed = m_config.jitterSeed;
    m_rest = std::make_unique<alpaca::AlpacaRest>(std::move(options), m_config.keys, m_clock);
    m_broker = std::make_unique<alpaca::AlpacaBroker>(*m_rest);
    wireBroker();
    readAccount();
}

void OrdersWorker::tune(const NetTuning& tuning) {
    m_config.net = tuning;
    if (m_rest)
        m_rest->tune(tuning.orders);
    if (m_stream)
        m_stream->setBackoff(tuning.reconnect);
}

void OrdersWorker::wireBroker() {
    m_broker->mayWrite = [this](const alpaca::WritePermission& permission) {
        const auto known = m_addsExposure.find(permission.clientOrderId);
        const bool isCancel = permission.write == alpaca::OrderWrite::Cancel ||
                              permission.write == alpaca::OrderWrite::CancelAll;
        // A write nobody announced counts as adding exposure: the gate fails closed.
        const bool adds = !isCancel && (known == m_addsExposure.end() || known->second);
        return m_permit.mayWrite(adds);
    };
    m_broker->reached = [this](const alpaca::WritePermission& permission, net::WriteStage stage) {
        crashPoint(writeWord(permission.write) + std::string(stageWord(stage)));
    };
}

void OrdersWorker::readAccount() {
    m_broker->account([this](Result<trade::BrokerAccount> account) {
        if (!account) {
            retryOpen(account.error());
            return;
        }
        readClock([this, account = std::move(*account)](Result<trade::BrokerClock> clock) {
            if (!clock)
                retryOpen(clock.error());
            else
                openLog(account, *clock);
        });
    });
}

void OrdersWorker::readClock(std::function<void(Result<trade::BrokerClock>)> then) {
    const MonoTime asked = handover::MarketClock::monotonic();
    m_broker->clock([this, asked, then = std::move(then)](Result<trade::BrokerClock> clock) {
        if (clock) {
            // The venue read its clock somewhere between asking and answering; half way is the best guess.
            const Duration half = (handover::MarketClock::monotonic() - asked) / 2;
            m_clock.anchor(clock->now, asked + half, m_config.speed);
        }
        then(std::move(clock));
    });
}

void OrdersWorker::retryOpen(const Error& error) {
    const bool isFinal = error.kind == ErrorKind::Unauthorised;
    m_log.warning("orders", "the start could not read the account",
                  {{"kind", static_cast<int>(error.kind)}, {"message", error.message}});
    if (startFailed)
        startFailed(error, isFinal);
    if (!isFinal)
        QTimer::singleShot(kOpenRetryMs, this, [this] { readAccount(); });
}

void OrdersWorker::openLog(const trade::BrokerAccount& account, const trade::BrokerClock& clock) {
    store::OrderLogOptions options;
    options.directory = m_config.dataDirectory;
    options.environment = m_config.environment;
    options.account = account.number;
    options.buildId = m_config.buildId;
    options.atCrashPoint = m_config.atCrashPoint;
    options.reserveBytes = m_config.logReserveBytes;
    auto opening = store::OrderLog::open(std::move(options));
    const auto fail = [this](Error error) {
        m_log.error("orders", "the order log cannot be used", {{"message", error.message}});
        if (startFailed)
            startFailed(std::move(error), true);
    };
    if (!opening)
        return fail(opening.error());
    if (const auto* damage = std::get_if<store::OrderLogDamage>(&*opening))
        return fail(Error{ErrorKind::Storage,
                          "orders.log.damaged",
                          "The order log is damaged (" + damage->what +
                              "). No order will be sent. Restore the "
                              "newest backup, or move the file away to begin from the broker's books.",
                          {},
                          "first bad record " + std::to_string(damage->firstBadSeq)});
    m_orderLog = std::move(std::get<std::unique_ptr<store::OrderLog>>(*opening));
    OrdersOpened result;
    result.account = account;
    result.clock = clock;
    const Status read = m_orderLog->readAll([&result](const store::OrderLogEntry& entry) -> Status {
        auto record = fromLogRecord(entry.record);
        if (!record)
            return record.error();
        result.records.push_back(std::move(*record));
        return done();
    });
    if (!read)
        return fail(read.error());
    crashPoint("log.restored");
    if (opened)
        opened(std::move(result));
}

void OrdersWorker::startStream() {
    alpaca::TradeUpdatesHandlers handlers;
    handlers.updated = [this](const trade::OrderUpdate& update) {
        crashPoint("update.received");
        m_fills.onUpdate(update);
        post(engine::OrderUpdateReceived{update});
    };
    handlers.stateChanged = [this](const alpaca::StreamStatus& status) { streamChanged(status); };
    handlers.malformed = [this](const Error& error) {
        m_log.warning("orders.stream", "a frame could not be read", {{"context", error.context}});
    };
    alpaca::StreamTuning tuning;
    tuning.jitterSeed = m_config.jitterSeed;
    tuning.backoff = m_config.net.reconnect;
    m_stream = std::make_unique<alpaca::AlpacaTradeUpdates>(m_config.endpoints, m_config.keys,
                                                            std::move(handlers), tuning);
    m_stream->start();
    m_clockTimer = new QTimer(this);
    connect(m_clockTimer, &QTimer::timeout, this, [this] {
        readClock([this](Result<trade::BrokerClock> clock) {
            if (clock)
                m_inbox.post(engine::Event(engine::LinkEvent(engine::ClockRead{*clock})));
        });
    });
    m_clockTimer->start(kClockEveryMs);
}

void OrdersWorker::checkStream(int connection) {
    if (!m_stream || !m_fills.isMute(connection))
        return;
    m_log.warning("orders.stream", "the order stream is connected but did not tell of a fill", {});
    m_stream->reconnect("Connected, but the broker's books showed a fill it did not tell.");
}

void OrdersWorker::streamChanged(const alpaca::StreamStatus& status) {
    if (const bool isLive = status.phase == alpaca::StreamPhase::Live; isLive != m_fills.isLive())
        m_fills.onLive(isLive);
    const auto event = m_link.changed(engine::Channel::OrderStream, status);
    if (event) {
        m_log.info("orders.stream", "the order stream changed", {{"reason", status.reason}});
        m_inbox.post(engine::Event(engine::LinkEvent(*event)));
    }
}

void OrdersWorker::close() {
    if (m_clockTimer != nullptr)
        m_clockTimer->stop();
    if (m_stream)
        m_stream->stop();
    if (m_rest)
        m_rest->abortAll();
}

} // namespace strikedesk::workers
