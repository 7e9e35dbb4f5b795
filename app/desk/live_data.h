// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/live_desk.h"
#include "ui/readers/data_reader.h"

namespace strikedesk::desk {

/// What the session reports of its data providers, for the window. GUI thread.
class LiveData final : public ui::DataReader {
public:
    /// `desk` outlives this.
    explicit LiveData(LiveDesk& desk) : m_desk(desk) {}

    /// A new report of the session.
    void take(market::DataReport report) {
        if (report == m_report)
            return;
        m_report = std::move(report);
        m_changed.publish();
    }

    const market::DataReport& report() const override { return m_report; }
    ui::Subscription subscribe(std::function<void()> changed) override {
        return m_changed.subscribe(std::move(changed));
    }
    void askAgain() override {
        if (m_desk.session() != nullptr)
            m_desk.session()->askGrants();
    }

private:
    LiveDesk& m_desk;
    market::DataReport m_report;
    ui::Publisher m_changed;
};

} // namespace strikedesk::desk
