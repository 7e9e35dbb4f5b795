// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/base/archive_reader.h"
#include "core/run/handover/engine_thread.h"
#include "core/run/handover/market_clock.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace strikedesk::handover {
namespace {

const Timestamp kMorning = Timestamp::fromSeconds(1'772'463'600); // 2026-03-02 10:00 in New York

/// A clock set by hand that other threads may read meanwhile.
class HandSetClock final : public Clock {
public:
    Moment now() const override {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    void advance(Duration by) {
        const std::lock_guard lock(m_mutex);
        m_now.market = m_now.market + by;
        m_now.mono = m_now.mono + by;
    }

private:
    mutable std::mutex m_mutex;
    Moment m_now{kMorning, MonoTime::fromNanoseconds(1'000'000'000)};
};

/// Keeps what the engine thread recorded; read after it has ended.
class Tape final : public EventRecorder {
public:
    struct Step {
        Moment at;
        std::string event;
        std::string commands;
    };
    void record(Moment at, std::string_view event, std::string_view commands) override {
        steps.push_back({at, std::string(event), std::string(commands)});
    }
    void checkpoint(Moment at, std::string_view state) override {
        if (checkpoints.empty())
            stepsBeforeFirstCheckpoint = steps.size();
        checkpoints.push_back(std::string(state));
        checkpointTimes.push_back(at.market);
    }
    std::vector<Step> steps;
    std::vector<std::string> checkpoints;
    std::vector<Timestamp> checkpointTimes;
    std::size_t stepsBeforeFirstCheckpoint = 0;
};

/// An engine thread with everything around it. Commits are acknowledged, as the orders worker would.
class Rig {
public:
    explicit Rig(const Clock& clock) {
        m_wiring.clock = &clock;
        m_wiring.inbox = &inbox;
        m_wiring.mailbox = &mailbox;
        m_wiring.recorder = &tape;
        m_wiring.dispatch = [this](const engine::Command& command) { take(command); };
        mailbox.setWake([this] { m_changed.notify_all(); });
    }
    /// Ends the thread before anything it uses goes.
    ~Rig() { thread.reset(); }
    Rig(const Rig&) = delete;
    Rig& operator=(const Rig&) = delete;

    void start(std::vector<engine::Command> initial = {}) {
        engine::EngineConfig config;
        config.idSeed = 7;
        thread.emplace(engine::Engine(config), m_wiring);
        thread->start(std::move(initial));
    }
    /// Waits until `wanted(commands so far)`.
    template <class Wanted>
    bool until(Wanted wanted) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return wanted(m_commands); });
    }
    std::vector<std::string> kinds() {
        const std::lock_guard lock(m_mutex);
        return m_commands;
    }

    EventInbox inbox;
    Mailbox<engine::EngineSnapshot> mailbox;
    Tape tape;
    std::optional<EngineThread> thread;

private:
    void take(const engine::Command& command) {
        std::string kind = "record";
        if (const auto* trade = std::get_if<trade::TradeCommand>(&command)) {
            if (const auto* append = std::get_if<trade::AppendRecords>(trade)) {
                kind = "append";
                inbox.post(engine::OrderEvent(engine::LogAppended{append->ticket}));
            } else if (std::holds_alternative<trade::PublishKill>(*trade)) {
                kind = "kill";
            } else if (std::holds_alternative<trade::Notice>(*trade)) {
                kind = "notice";
            }
        }
        {
            const std::lock_guard lock(m_mutex);
            m_commands.push_back(kind);
        }
        m_changed.notify_all();
    }

    EngineWiring m_wiring;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_commands;
};

engine::Event kill(trade::KillLevel level) {
    return engine::UserEvent(engine::KillRequested{level, "a test"});
}

engine::Event quote(std::int64_t cents) {
    market::Quote quote;
    quote.symbol = Symbol::of("SPY");
    quote.bid = Price::fromCents(cents);
    quote.ask = Price::fromCents(cents + 1);
    return engine::MarketEvent(engine::QuoteReceived{quote});
}

std::size_t appendsIn(const std::vector<std::string>& kinds) {
    return static_cast<std::size_t>(std::count(kinds.begin(), kinds.end(), "append"));
}

TEST(EngineThread, CarriesOutTheCommandsOfAStepInTheirOrder) {
    const HandSetClock clock;
    Rig rig(clock);
    rig.start();
    rig.inbox.post(kill(trade::KillLevel::BlockEntries));
    EXPECT_TRUE(rig.until([](const auto& kinds) { return kinds.size() >= 3; }));
    rig.thread->stop();
    EXPECT_EQ(rig.kinds(), (std::vector<std::string>{"append", "kill", "notice"}));
    EXPECT_EQ(rig.thread->engine().orders().book().kill(), trade::KillLevel::BlockEntries);
}

TEST(EngineThread, CommandsOfTheRestoreGoFirst) {
    const HandSetClock clock;
    Rig rig(clock);
    rig.inbox.post(kill(trade::KillLevel::Disarm));
    rig.start({engine::Command(engine::RecordCommand(engine::ReadinessChanged{}))});
    EXPECT_TRUE(rig.until([](const auto& kinds) { return kinds.size() >= 4; }));
    EXPECT_EQ(rig.kinds().front(), "record");
}

TEST(EngineThread, TheRecordingBeginsWithACheckpointAndHasOneEveryMinuteOfMarketTime) {
    HandSetClock clock;
    Rig rig(clock);
    rig.start();
    for (std::size_t minute = 1; minute <= 3; ++minute) {
        rig.inbox.post(kill(trade::KillLevel::Disarm));
        ASSERT_TRUE(rig.until([&](const auto& kinds) { return appendsIn(kinds) >= minute; }));
        clock.advance(Duration::seconds(61)); // also a time hole, which only says so
    }
    rig.inbox.post(kill(trade::KillLevel::Disarm));
    rig.thread->stop();
    EXPECT_EQ(rig.tape.stepsBeforeFirstCheckpoint, 0u);
    ASSERT_GE(rig.tape.checkpointTimes.size(), 4u);
    for (std::size_t i = 1; i < rig.tape.checkpointTimes.size(); ++i)
        EXPECT_GE(rig.tape.checkpointTimes[i] - rig.tape.checkpointTimes[i - 1], Duration::seconds(60));
}

TEST(EngineThread, WhatWaitsAtTheStopIsStillSteppedAndPublished) {
    const HandSetClock clock;
    Rig rig(clock);
    for (int i = 0; i < 1'000; ++i)
        rig.inbox.post(quote(100 + i));
    rig.inbox.post(kill(trade::KillLevel::CancelAll));
    rig.start();
    rig.thread->stop();
    const auto snapshot = rig.mailbox.read();
    ASSERT_NE(snapshot, nullptr);
    EXPECT_EQ(snapshot->kill, trade::KillLevel::CancelAll);
    ASSERT_NE(snapshot->quotes->find(Symbol::of("SPY")), nullptr);
    EXPECT_EQ(snapshot->quotes->find(Symbol::of("SPY"))->quote.bid, Price::fromCents(1'099));
    rig.thread->stop(); // again, harmless
}

TEST(EngineThread, TheRecordedEventsGiveTheSameCommandsAgain) {
    const MarketClock clock;
    Rig rig(clock);
    rig.start();
    for (int i = 0; i < 50; ++i) {
        rig.inbox.post(quote(100 + i));
        rig.inbox.post(kill(i % 2 == 0 ? trade::KillLevel::BlockEntries : trade::KillLevel::None));
    }
    ASSERT_TRUE(rig.until([](const auto& kinds) { return appendsIn(kinds) == 50; }));
    rig.thread->stop();

    ASSERT_FALSE(rig.tape.checkpoints.empty());
    auto again = engine::Engine::tryLoad(rig.tape.checkpoints.front());
    ASSERT_TRUE(again);
    for (const Tape::Step& step : rig.tape.steps) {
        engine::Event event;
        BinaryReader reader(step.event);
        reader.value(event);
        ASSERT_TRUE(reader.finished());
        BinaryWriter commands;
        for (const engine::Command& command : again->step(step.at, event))
            commands.value(command);
        ASSERT_EQ(commands.bytes(), step.commands);
    }
    EXPECT_EQ(again->save(), rig.thread->engine().save());
}

TEST(EngineThread, ManySendersAndAReaderWhileTheKillSwitchMoves) {
    constexpr int kSenders = 3;
    constexpr int kEach = 300;
    MarketClock clock;
    clock.anchor(kMorning, MarketClock::monotonic(), 60.0);
    Rig rig(clock);
    rig.start();
    std::atomic<bool> over = false;
    std::thread reader([&rig, &over] {
        std::uint64_t version = 0;
        while (!over) {
            if (const auto snapshot = rig.mailbox.read()) {
                EXPECT_GE(snapshot->version, version);
                version = snapshot->version;
                EXPECT_LE(snapshot->quotes->rows().size(), 1u);
            }
            std::this_thread::yield();
        }
    });
    std::vector<std::thread> senders;
    for (int s = 0; s < kSenders; ++s)
        senders.emplace_back([&rig, s] {
            for (int i = 0; i < kEach; ++i) {
                rig.inbox.post(quote(100 + i));
                if (s == 0)
                    rig.inbox.post(kill(i % 2 == 0 ? trade::KillLevel::Disarm : trade::KillLevel::None));
            }
        });
    for (std::thread& sender : senders)
        sender.join();
    EXPECT_TRUE(rig.until([](const auto& kinds) { return appendsIn(kinds) == kEach; }));
    rig.thread->stop();
    over = true;
    reader.join();
    EXPECT_EQ(rig.thread->engine().orders().book().kill(), trade::KillLevel::None);
    EXPECT_TRUE(rig.thread->engine().orders().isDurable());
}

TEST(EngineThread, ATimeItDidNotRunIsSaidAndTrustsNothingFromBefore) {
    HandSetClock clock;
    Rig rig(clock);
    rig.start();
    rig.inbox.post(quote(100));
    ASSERT_TRUE(rig.until([&rig](const auto&) {
        const auto snapshot = rig.mailbox.read();
        return snapshot != nullptr && snapshot->quotes->find(Symbol::of("SPY")) != nullptr;
    }));
    clock.advance(Duration::minutes(45));
    ASSERT_TRUE(rig.until(
        [](const auto& kinds) { return std::find(kinds.begin(), kinds.end(), "notice") != kinds.end(); }));
    rig.thread->stop();
    const engine::Engine& engine = rig.thread->engine();
    EXPECT_FALSE(engine.quotes().age(Symbol::of("SPY"), clock.now().market).has_value());
    EXPECT_NE(engine.facts().readiness, trade::Readiness::Ready);
}

} // namespace
} // namespace strikedesk::handover
