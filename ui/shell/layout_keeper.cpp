// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/layout_keeper.h"

#include <QGuiApplication>

namespace strikedesk::ui {

LayoutKeeper::LayoutKeeper(LayoutStore& store, Source source) : m_store(store), m_source(std::move(source)) {
    m_timer.setInterval(kPeriodMs);
    QObject::connect(&m_timer, &QTimer::timeout, [this] { lookWhenStill(); });
}

void LayoutKeeper::start() {
    m_saved = m_source.capture();
    m_lately = m_source.arrangement(m_saved);
    m_size = m_source.windowSize();
    m_timer.start();
}

void LayoutKeeper::lookWhenStill() {
    if (QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    QJsonObject arrangement = m_source.arrangement(m_source.capture());
    if (std::exchange(m_lately, arrangement) == arrangement)
        look();
}

void LayoutKeeper::look() {
    if (!m_timer.isActive())
        return;
    QJsonObject now = m_source.capture();
    if (now == m_saved)
        return;
    const QString size = m_source.windowSize();
    const bool isRearranged = m_source.arrangement(now) != m_source.arrangement(m_saved);
    if (isRearranged && size == m_size) {
        m_before.push_back(m_saved);
        if (m_before.size() > kMostUndo)
            m_before.pop_front();
    }
    m_saved = std::move(now);
    m_size = size;
    m_store.writeCurrent(m_saved, [this](const Status& status) {
        // Said once, not every second.
        if (!status && !m_hasFailed && failed)
            failed(status.error());
        m_hasFailed = !status;
    });
}

bool LayoutKeeper::undo() {
    look();
    if (m_before.empty())
        return false;
    const QJsonObject before = m_before.back();
    m_before.pop_back();
    m_source.apply(before);
    m_saved = m_source.capture();
    m_store.writeCurrent(m_saved, nullptr);
    return true;
}

} // namespace strikedesk::ui
