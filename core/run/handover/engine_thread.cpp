// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/handover/engine_thread.h"

#include "core/base/archive.h"
#include "core/run/handover/thread_name.h"

#include <algorithm>
#include <utility>

namespace strikedesk::handover {

EngineThread::EngineThread(engine::Engine engine, EngineWiring wiring)
    : m_engine(std::move(engine)), m_wiring(std::move(wiring)) {}

EngineThread::~EngineThread() { stop(); }

void EngineThread::start(std::vector<engine::Command> initial) {
    STRIKEDESK_ASSERT(!m_thread.joinable(), "an engine thread is started once");
    m_thread = std::thread([this, initial = std::move(initial)] {
        nameThisThread("engine");
        run(initial);
    });
}

void EngineThread::stop() {
    m_wiring.inbox->close();
    if (m_thread.joinable())
        m_thread.join();
}

void EngineThread::stepOne(const engine::Event& event) {
    const Moment now = m_wiring.clock->now();
    const std::vector<engine::Command> commands = m_engine.step(now, event);
    if (m_wiring.recorder != nullptr) {
        BinaryWriter eventBytes;
        eventBytes.value(event);
        BinaryWriter commandBytes;
        for (const engine::Command& command : commands)
            commandBytes.value(command);
        m_wiring.recorder->record(now, eventBytes.bytes(), commandBytes.bytes());
        if (!m_checkpointAt.isSet())
            m_checkpointAt = now.market;
        if (now.market.isSet() && now.market - m_checkpointAt >= m_wiring.checkpointEvery) {
            m_wiring.recorder->checkpoint(now, m_engine.save());
            m_checkpointAt = now.market;
        }
    }
    for (const engine::Command& command : commands)
        m_wiring.dispatch(command);
    m_changed = true;
}

void EngineThread::publishIfDue(bool force) {
    const MonoTime now = m_wiring.clock->now().mono;
    if (m_wiring.mailbox == nullptr || !m_changed || (!force && now - m_publishedAt < m_wiring.publishEvery))
        return;
    m_wiring.mailbox->publish(std::make_shared<const engine::EngineSnapshot>(m_engine.snapshot()));
    m_publishedAt = now;
    m_changed = false;
}

void EngineThread::run(const std::vector<engine::Command>& initial) {
    if (m_wiring.recorder != nullptr)
        m_wiring.recorder->checkpoint(m_wiring.clock->now(), m_engine.save());
    for (const engine::Command& command : initial)
        m_wiring.dispatch(command);
    constexpr Duration kHole = Duration::seconds(5);
    MonoTime tickAt = m_wiring.clock->now().mono;
    MonoTime ranAt = tickAt;
    while (true) {
        const std::vector<engine::Event> batch = m_wiring.inbox->take(m_wiring.publishEvery);
        // Before anything that waited meanwhile: it was asked for on prices of before.
        const MonoTime woke = m_wiring.clock->now().mono;
        if (woke - ranAt > kHole)
            stepOne(engine::SystemEvent(engine::TimeHole{woke - ranAt}));
        for (const engine::Event& event : batch)
            stepOne(event);
        const MonoTime now = m_wiring.clock->now().mono;
        const auto due = m_engine.nextDue();
        if (now - tickAt >= m_wiring.tickEvery || (due && *due <= now)) {
            tickAt = now;
            stepOne(engine::SystemEvent(engine::TimeAdvanced{}));
        }
        ranAt = m_wiring.clock->now().mono;
        publishIfDue(false);
        if (batch.empty() && m_wiring.inbox->isClosed())
            break;
    }
    publishIfDue(true);
}

} // namespace strikedesk::handover
