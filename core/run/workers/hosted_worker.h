// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/handover/thread_name.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <string>
#include <utility>

namespace strikedesk::workers {

/// One worker object on its own named QThread. Made, used and deleted on that thread; everything reaches it
/// as a queued call. start(), post() and stop() belong to the owner's thread, post() may be called from any.
template <class Worker>
class HostedWorker {
public:
    explicit HostedWorker(std::string threadName) : m_name(std::move(threadName)) {
        m_thread.setObjectName(QString::fromStdString(m_name));
    }
    ~HostedWorker() { stop(); }
    HostedWorker(const HostedWorker&) = delete;
    HostedWorker& operator=(const HostedWorker&) = delete;

    /// Starts the thread with a worker that `make` builds (on the calling thread: its constructor touches no
    /// sockets, files or timers).
    void start(std::function<Worker*()> make) {
        m_worker = make();
        m_worker->moveToThread(&m_thread);
        QObject::connect(
            &m_thread, &QThread::started, m_worker,
            [name = m_name] { handover::nameThisThread(name.c_str()); }, Qt::DirectConnection);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }

    /// Runs `call(worker)` on the worker's thread, after everything posted before. Nothing happens when
    /// stopped.
    template <class Call>
    void post(Call call) {
        if (m_worker != nullptr)
            QMetaObject::invokeMethod(
                m_worker, [worker = m_worker, call = std::move(call)]() mutable { call(*worker); },
                Qt::QueuedConnection);
    }

    /// Lets the calls posted so far run, then ends the thread and deletes the worker there.
    void stop() {
        if (m_worker == nullptr)
            return;
        post([thread = &m_thread](Worker&) { thread->quit(); });
        m_thread.wait();
        m_worker = nullptr;
    }

    bool isRunning() const { return m_worker != nullptr; }

private:
    std::string m_name;
    QThread m_thread;
    Worker* m_worker = nullptr;
};

} // namespace strikedesk::workers
