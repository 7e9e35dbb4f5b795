// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace strikedesk::handover {

/// Holds the newest of something and wakes its reader once: publishing ten times before the reader looks
/// wakes it once. publish() from one thread, read() from another; `wake` is called on the publisher's thread,
/// outside the lock, and must only hand on (post an event), never wait.
template <class T>
class Mailbox {
public:
    explicit Mailbox(std::function<void()> wake = {}) : m_wake(std::move(wake)) {}

    void publish(std::shared_ptr<const T> newest) {
        bool wakes = false;
        std::function<void()> wake;
        {
            const std::lock_guard lock(m_mutex);
            m_newest = std::move(newest);
            wakes = !std::exchange(m_unread, true);
            wake = m_wake;
        }
        if (wakes && wake)
            wake();
    }

    /// The newest, or null when nothing was published yet. Allows the next wake.
    std::shared_ptr<const T> read() {
        const std::lock_guard lock(m_mutex);
        m_unread = false;
        return m_newest;
    }

    /// Sets who is woken; null for nobody.
    void setWake(std::function<void()> wake) {
        const std::lock_guard lock(m_mutex);
        m_wake = std::move(wake);
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<const T> m_newest;
    std::function<void()> m_wake;
    bool m_unread = false;
};

} // namespace strikedesk::handover
