// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/order_record_codec.h"
#include "core/run/workers/orders_worker.h"

#include <QTimer>

#include <utility>

// How the orders worker carries out each command of the order core.

namespace strikedesk::workers {

namespace {
/// An answer may overtake the stream by this much.
constexpr int kFillMayBeLateMs = 3'000;
} // namespace

void OrdersWorker::carryOut(const trade::TradeCommand& command) {
    std::visit([this](const auto& c) { carry(c); }, command);
}

void OrdersWorker::carry(const trade::AppendRecords& command) {
    crashPoint("command.append");
    std::vector<store::OrderLogRecord> records;
    records.reserve(command.records.size());
    const Moment now = m_clock.now();
    for (const trade::OrderRecord& record : command.records)
        records.push_back(toLogRecord(record, now));
    const auto appended = m_orderLog->append(records);
    if (!appended) {
        m_log.critical("orders.log", "a commit failed", {{"message", appended.error().message}});
        post(engine::LogFailed{command.ticket, appended.error().message});
        return;
    }
    post(engine::LogAppended{command.ticket});
}

void OrdersWorker::carry(const trade::TransmitOrder& command) {
    crashPoint("command.transmit");
    const ClientOrderId id = command.clientOrderId;
    m_addsExposure[id] = command.addsExposure;
    const auto answered = [this, id](trade::WriteOutcome outcome) {
        m_addsExposure.erase(id);
        m_log.info("orders", "an order write ended",
                   {{"client_order_id", id},
                    {"verdict", static_cast<int>(outcome.verdict)},
                    {"status", outcome.httpStatus},
                    {"message", outcome.message}});
        post(engine::OrderAnswered{id, std::move(outcome)});
    };
    m_log.info("orders", "an order write begins", {{"client_order_id", id}});
    if (const auto* submit = std::get_if<trade::OrderRequest>(&command.request))
        m_broker->submitOrder(*submit, answered);
    else
        m_broker->replaceOrder(std::get<trade::ReplaceRequest>(command.request), answered);
}

void OrdersWorker::carry(const trade::TransmitCancel& command) {
    m_broker->cancelOrder(command.brokerOrderId,
                          [this, id = command.clientOrderId](trade::WriteOutcome outcome) {
                              post(engine::CancelAnswered{id, std::move(outcome)});
                          });
}

void OrdersWorker::carry(const trade::LookUpOrder& command) {
    m_broker->orderByClientId(command.clientOrderId,
                              [this, id = command.clientOrderId](Result<trade::BrokerOrder> found) {
                                  crashPoint("lookup.answered");
                                  engine::OrderLookedUp event;
                                  event.clientOrderId = id;
                                  if (found)
                                      event.found = std::move(*found);
                                  event.definite = found.ok() || found.error().kind == ErrorKind::NotFound;
                                  post(std::move(event));
                              });
}

void OrdersWorker::carry(const trade::PublishKill& command) {
    m_permit.setKill(command.level, command.pressed);
}

/// One reading of the broker's books: five reads in three steps, one event.
struct OrdersWorker::SweepRun {
    trade::BrokerSweep sweep;
    Timestamp since;
    int left = 0; ///< answers still to come in this step
    std::optional<Error> failure;
};

void OrdersWorker::carry(const trade::SweepBroker& command) {
    auto run = std::make_shared<SweepRun>();
    run->sweep.sweepId = command.sweepId;
    run->sweep.startedAt = m_clock.now().mono;
    run->since = command.since;
    // Activities before orders before positions, each asked for when the one before is there: what happens in
    // between is then in the later reading, and the next sweep, which always comes, agrees.
    run->left = 1;
    m_broker->activitiesAfter(run->since, [this, run](Result<std::vector<trade::BrokerActivity>> read) {
        if (read)
            run->sweep.activities = std::move(*read);
        sweepPart(run, read ? nullptr : &read.error(), [this, run] { sweepOrders(run); });
    });
}

void OrdersWorker::sweepOrders(const std::shared_ptr<SweepRun>& run) {
    run->left = 2;
    const auto addOrders = [this, run](Result<std::vector<trade::BrokerOrder>> read) {
        if (read)
            run->sweep.orders.insert(run->sweep.orders.end(), read->begin(), read->end());
        sweepPart(run, read ? nullptr : &read.error(), [this, run] { sweepHoldings(run); });
    };
    m_broker->openOrders(addOrders);
    m_broker->ordersAfter(run->since, addOrders);
}

void OrdersWorker::sweepHoldings(const std::shared_ptr<SweepRun>& run) {
    run->left = 2;
    const auto tell = [this, run] {
        crashPoint("sweep.answered");
        if (m_fills.onBooks(run->sweep))
            QTimer::singleShot(kFillMayBeLateMs, this,
                               [this, connection = m_fills.connection()] { checkStream(connection); });
        post(engine::BrokerSwept{std::move(run->sweep)});
    };
    m_broker->positions([this, run, tell](Result<std::vector<trade::BrokerPosition>> read) {
        if (read)
            run->sweep.positions = std::move(*read);
        sweepPart(run, read ? nullptr : &read.error(), tell);
    });
    m_broker->account([this, run, tell](Result<trade::BrokerAccount> read) {
        if (read)
            run->sweep.account = std::move(*read);
        sweepPart(run, read ? nullptr : &read.error(), tell);
    });
}

void OrdersWorker::sweepPart(const std::shared_ptr<SweepRun>& run, const Error* error,
                             const std::function<void()>& next) {
    if (error != nullptr && !run->failure)
        run->failure = *error;
    if (--run->left > 0)
        return;
    if (!run->failure)
        return next();
    crashPoint("sweep.answered");
    post(engine::SweepFailed{run->sweep.sweepId, run->failure->kind == ErrorKind::Unauthorised,
                             run->failure->message});
}

} // namespace strikedesk::workers
