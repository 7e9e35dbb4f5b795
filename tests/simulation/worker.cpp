// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/world.h"

#include <algorithm>

// The orders worker: its log on a disk, and the flags it reads before bytes leave.

namespace strikedesk::simulation {

namespace {

/// Requests a command means; a sweep reads two order lists, activities, positions and the account.
std::size_t requestsOf(const trade::TradeCommand& command) {
    if (std::holds_alternative<trade::SweepBroker>(command))
        return 5;
    const bool asks = std::holds_alternative<trade::TransmitOrder>(command) ||
                      std::holds_alternative<trade::TransmitCancel>(command) ||
                      std::holds_alternative<trade::LookUpOrder>(command) ||
                      std::holds_alternative<trade::ReadQuotes>(command);
    return asks ? 1 : 0;
}

} // namespace

void World::inWorker(Duration takes, Work work) {
    m_workerFreeAt = std::max(m_workerFreeAt, m_now.mono) + takes;
    at(m_workerFreeAt - m_now.mono, ifAlive(std::move(work)));
}

void World::carry(trade::TradeCommand& command) {
    const trade::TradeBook& book = m_engine->orders().book();
    if (const std::size_t requests = requestsOf(command); requests > 0)
        m_witness.onRequests(requests, programNow());
    if (auto* append = std::get_if<trade::AppendRecords>(&command)) {
        m_witness.onRecords(append->records, book, m_venue, programNow());
        return commit(std::move(*append));
    }
    if (const auto* kill = std::get_if<trade::PublishKill>(&command)) {
        m_permit = kill->level;
        return;
    }
    if (const auto* order = std::get_if<trade::TransmitOrder>(&command)) {
        SendFacts facts;
        facts.streamUp = m_streamUp;
        facts.sweptSinceOpen = m_swept;
        facts.accountReadAt = m_accountReadAt;
        facts.sessionOpen = m_venue.clock().isOpen || m_kind.endsAtClose;
        facts.halted = m_toldHalted;
        m_witness.onTransmit(*order, book, m_venue, facts, programNow());
        return inWorker(Duration::microseconds(20), [this, c = std::move(*order)] { transmit(c); });
    }
    if (const auto* cancel = std::get_if<trade::TransmitCancel>(&command))
        return inWorker(Duration::microseconds(20), [this, c = *cancel] { transmitCancel(c); });
    if (const auto* look = std::get_if<trade::LookUpOrder>(&command))
        return inWorker(Duration::microseconds(20), [this, id = look->clientOrderId] { lookUp(id); });
    if (const auto* books = std::get_if<trade::SweepBroker>(&command))
        return inWorker(Duration::microseconds(20), [this, c = *books] { sweep(c); });
    if (const auto* read = std::get_if<trade::ReadQuotes>(&command))
        return readQuotes(*read);
    if (const auto* said = std::get_if<trade::Notice>(&command)) {
        m_witness.onNotice(*said);
        note([&] { return "says " + said->code + ' ' + said->clientOrderId.text() + ' ' + said->message; });
    }
}

void World::commit(trade::AppendRecords command) {
    Duration takes = Duration::microseconds(draw(150, 4'000));
    if (chance(Fault::DiskStalls))
        takes = Duration::milliseconds(draw(300, 5'000));
    inWorker(takes, [this, command = std::move(command)] {
        const bool hasIntent =
            std::any_of(command.records.begin(), command.records.end(), [](const trade::OrderRecord& record) {
                return std::holds_alternative<trade::IntentRecorded>(record);
            });
        // A full disk keeps a reserve for everything but new orders. After a failed sync nothing is trusted.
        const bool isRefused = m_diskDead || (hasIntent && m_now.mono < m_diskFullUntil);
        const bool fails = !isRefused && chance(Fault::DiskFails);
        m_diskDead = m_diskDead || fails;
        if (!isRefused && (!fails || draw(0, 1) == 0)) {
            m_log.insert(m_log.end(), command.records.begin(), command.records.end());
            m_witness.onDurable(command.records);
            for (const trade::OrderRecord& record : command.records)
                note([&] { return "durable " + std::string(kindOf(record)); });
        }
        at(Duration::microseconds(draw(5, 300)),
           ifAlive([this, ticket = command.ticket, failed = fails || isRefused] {
               if (!failed)
                   return feed(engine::OrderEvent(engine::LogAppended{ticket}));
               note([&] { return std::string("the log fails"); });
               m_witness.onLogFailureTold();
               feed(engine::OrderEvent(engine::LogFailed{ticket, "the disk is full"}));
               at(Duration::seconds(draw(2, 15)), ifAlive([this] { crash(); }));
           }));
    });
}

void World::transmit(const trade::TransmitOrder& command) {
    if (command.addsExposure && m_permit >= trade::KillLevel::BlockEntries) {
        trade::WriteOutcome stopped;
        stopped.verdict = trade::WriteVerdict::NotSent;
        m_witness.onRequestGone(command.clientOrderId);
        return feed(engine::OrderEvent(engine::OrderAnswered{command.clientOrderId, stopped}));
    }
    note([&] {
        const trade::OrderIntent& intent = m_engine->orders().book().order(command.clientOrderId)->intent;
        return "send " + command.clientOrderId.text() + ' ' + std::string(toText(intent.role)) + ' ' +
               intent.quantity.text() + " for " + intent.tradeId.text() +
               (intent.isReplace() ? " instead of " + intent.replaces.text() : "");
    });
    if (const auto* post = std::get_if<trade::OrderRequest>(&command.request))
        write(command.clientOrderId, trade::SubmitOrder{*post}, false);
    else
        write(command.clientOrderId, trade::ReplaceOrder{std::get<trade::ReplaceRequest>(command.request)},
              false);
}

void World::transmitCancel(const trade::TransmitCancel& command) {
    note([&] { return "cancel " + command.clientOrderId.text(); });
    write(command.clientOrderId, trade::CancelOrder{command.brokerOrderId}, true);
}

} // namespace strikedesk::simulation
