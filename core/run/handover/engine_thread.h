// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"
#include "core/run/handover/event_inbox.h"
#include "core/run/handover/mailbox.h"

#include <functional>
#include <memory>
#include <string_view>
#include <thread>

namespace strikedesk::handover {

/// Keeps what the engine dequeued; the film recorder in production. Called on the engine thread, never
/// blocks.
class EventRecorder {
public:
    virtual ~EventRecorder() = default;
    virtual void record(Moment at, std::string_view eventBytes, std::string_view commandBytes) = 0;
    virtual void checkpoint(Moment at, std::string_view stateBytes) = 0;
};

/// What an engine thread works with. All pointers outlive it; `recorder` may be null.
struct EngineWiring {
    const Clock* clock = nullptr;
    EventInbox* inbox = nullptr;
    Mailbox<engine::EngineSnapshot>* mailbox = nullptr;
    EventRecorder* recorder = nullptr;
    /// Carries a command to its worker; called on the engine thread, must not wait.
    std::function<void(const engine::Command&)> dispatch;
    Duration publishEvery = Duration::milliseconds(16); ///< one display frame
    Duration tickEvery = Duration::milliseconds(50);    ///< TimeAdvanced at least this often
    Duration checkpointEvery = Duration::seconds(60);   ///< market time
};

/// The engine on its own thread ("engine"): takes events, steps, dispatches commands, publishes snapshots.
/// The engine belongs to the thread from start() to stop(). An exception that escapes a step stops the
/// process: a half-made step must not trade.
class EngineThread {
public:
    EngineThread(engine::Engine engine, EngineWiring wiring);
    /// Stops.
    ~EngineThread();
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    /// `initial` are commands from before the first event (restore); they are dispatched first.
    void start(std::vector<engine::Command> initial);
    /// Closes the inbox, lets what waits be stepped, and joins. Idempotent.
    void stop();
    /// The engine after stop().
    const engine::Engine& engine() const { return m_engine; }

private:
    void run(const std::vector<engine::Command>& initial);
    void stepOne(const engine::Event& event);
    void publishIfDue(bool force);

    engine::Engine m_engine;
    EngineWiring m_wiring;
    MonoTime m_publishedAt;
    Timestamp m_checkpointAt;
    bool m_changed = true;
    std::thread m_thread;
};

} // namespace strikedesk::handover
