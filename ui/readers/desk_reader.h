// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/event.h"
#include "core/engine/snapshot.h"
#include "core/market/attention.h"
#include "ui/readers/subscription.h"

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// Where orders go; always shown in words and colour.
enum class DeskMode : std::uint8_t { Demo, Paper, Live, Replay };

/// What the header says that no snapshot holds.
struct DeskFacts {
    DeskMode mode = DeskMode::Demo;
    std::string accountTail; ///< last four characters of the account number
    double speed = 1.0;      ///< market seconds per second
    std::string stockFeed;   ///< "iex"
    std::string optionFeed;  ///< "indicative"
    std::string trouble;     ///< a sentence while the session cannot start; empty otherwise
    std::string mishap;      ///< the last smaller thing that failed while the session goes on
    std::uint64_t filmEvents = 0;
};

/// A notice of an earlier session.
struct PastNotice {
    Timestamp at;
    trade::NoticeLevel level = trade::NoticeLevel::Info;
    std::string message;
    friend bool operator==(const PastNotice&, const PastNotice&) = default;
};

/// What every panel reads: the newest engine snapshot, the facts of the session, the market's time. GUI
/// thread; nothing here waits.
class DeskReader {
public:
    virtual ~DeskReader() = default;

    /// Never null: an empty snapshot before the engine runs.
    virtual std::shared_ptr<const engine::EngineSnapshot> snapshot() const = 0;
    virtual DeskFacts facts() const = 0;
    /// What was said before this session, newest first.
    virtual const std::vector<PastNotice>& pastNotices() const {
        static const std::vector<PastNotice> s_none;
        return s_none;
    }
    /// The market's time now, running on between snapshots; unset before the venue's clock is known.
    virtual Timestamp now() const = 0;
    /// `changed` is called at most once a display frame, after a newer snapshot or changed facts.
    virtual Subscription subscribe(std::function<void()> changed) = 0;
    /// Streams quotes and prints of these symbols (stocks and option contracts) while the handle lives. Where
    /// the data plan allows only so many, `attention` says who goes first; what is left out is in the
    /// snapshot's `notStreamed`.
    virtual Subscription watch(std::set<Symbol> symbols, market::Attention attention) = 0;
};

/// What a panel may ask for. Answers come as snapshots and notices. GUI thread; nothing here waits.
class DeskCommands {
public:
    virtual ~DeskCommands() = default;

    virtual void post(engine::UserEvent event) = 0;
    /// The flag is up before this returns.
    virtual void kill(trade::KillLevel level) = 0;
    virtual IntentId mintIntentId() = 0;
    /// The ticket to be judged with every snapshot from now on (`EngineSnapshot::ticketCheck`); nothing ends
    /// it.
    virtual void draft(std::optional<trade::EntryTicket> ticket) = 0;
};

} // namespace strikedesk::ui
