// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace strikedesk::ui {

/// Ends with its destruction, whatever it stands for: a callback, an interest in a series or in quotes.
/// Movable. GUI thread.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end) : m_end(std::move(end)) {}
    ~Subscription() { reset(); }
    Subscription(Subscription&& other) noexcept : m_end(std::exchange(other.m_end, nullptr)) {}
    Subscription& operator=(Subscription&& other) noexcept {
        if (this != &other) {
            reset();
            m_end = std::exchange(other.m_end, nullptr);
        }
        return *this;
    }
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;

    void reset() {
        if (const auto end = std::exchange(m_end, nullptr))
            end();
    }
    bool isActive() const { return m_end != nullptr; }

private:
    std::function<void()> m_end;
};

/// Calls whoever subscribed. A subscriber may subscribe or end subscriptions while it is called. The
/// publisher may go before its subscriptions. GUI thread.
class Publisher {
public:
    Subscription subscribe(std::function<void()> told) {
        const std::uint64_t number = ++m_state->next;
        m_state->told.emplace(number, std::make_shared<std::function<void()>>(std::move(told)));
        return Subscription([state = std::weak_ptr(m_state), number] {
            if (const auto held = state.lock())
                held->told.erase(number);
        });
    }
    /// Whether anybody would hear a publish().
    bool hasSubscribers() const { return !m_state->told.empty(); }
    void publish() const {
        const auto state = m_state;
        std::uint64_t after = 0;
        for (;;) {
            const auto next = state->told.upper_bound(after);
            if (next == state->told.end())
                return;
            after = next->first;
            const auto call = next->second;
            (*call)();
        }
    }

private:
    struct State {
        std::uint64_t next = 0;
        std::map<std::uint64_t, std::shared_ptr<std::function<void()>>> told;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace strikedesk::ui
