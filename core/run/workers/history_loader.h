// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/market/hub/hub_command.h"
#include "core/run/workers/data_sources.h"

#include <QTimer>

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace strikedesk::workers {

/// Loads the history the chart hub asks for, page by page, each series from the vendor of its feed: what is
/// in focus first, few requests at a time, none for what was cancelled. A load that reaches up to now waits
/// until the instrument's stream is confirmed, so that no minute falls between the two. One thread with an
/// event loop.
class HistoryLoader {
public:
    using Post = std::function<void(market::HubAnswer)>;

    /// All outlive the loader; `post` takes each answer.
    HistoryLoader(DataSources& sources, const Clock& clock, Log& log, Post post);
    ~HistoryLoader();
    HistoryLoader(const HistoryLoader&) = delete;
    HistoryLoader& operator=(const HistoryLoader&) = delete;

    void load(const market::LoadBars& command);
    void cancel(std::uint64_t request);
    /// Whose history comes first.
    void setFocus(const std::optional<Symbol>& symbol);
    /// What is or will be subscribed; only these are waited for.
    void setExpected(std::set<Symbol> symbols);
    /// What a vendor's stream delivers now. `isLive` false: it is down, and nothing waits for it.
    void setStreaming(market::Vendor vendor, bool ofOptions, bool isLive, std::set<Symbol> symbols);
    /// Ends everything without an answer; for the program's end.
    void abandon();

private:
    struct Load;
    using LoadPtr = std::shared_ptr<Load>;
    struct Stream {
        bool isLive = false;
        std::set<Symbol> symbols;
    };

    /// Sends what may be sent now.
    void pump();
    bool mayStart(const Load& load) const;
    bool isInFocus(const Load& load) const;
    void request(const LoadPtr& load);
    void answered(const LoadPtr& load, Timestamp askedAt, const net::HttpOutcome& outcome);
    void postPage(const Load& load, Timestamp askedAt, std::vector<market::Bar> bars, bool isLast);
    void end(const LoadPtr& load, market::HistoryOutcome outcome, std::string why);

    DataSources& m_sources;
    const Clock& m_clock;
    Log& m_log;
    Post m_post;
    std::list<LoadPtr> m_loads; ///< in the order they were asked for
    int m_onTheWire = 0;        ///< requests without an answer yet, cancelled ones too
    std::optional<Symbol> m_focus;
    std::set<Symbol> m_expected;
    std::map<std::pair<market::Vendor, bool>, Stream> m_streams; ///< by vendor and whether of options
    QTimer m_retry;
    std::shared_ptr<bool> m_alive; ///< false once the loader is gone
};

} // namespace strikedesk::workers
