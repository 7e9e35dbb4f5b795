// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/market/hub/hub_command.h"
#include "core/market/hub/series_snapshot.h"
#include "core/market/trade_print.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace strikedesk::market {

/// The series of a set of keys; immutable, shared.
using SeriesView = std::map<SeriesKey, std::shared_ptr<const SeriesSnapshot>>;

/// Owns every series: merges live data, history and the cache by the rules of domain rules 2, builds higher
/// frames from minutes and weeks from days, asks for what is missing and cancels what nobody looks at.
/// Deterministic; engine thread only; archived with the engine.
class ChartHub {
public:
    ChartHub();
    ~ChartHub();
    ChartHub(ChartHub&&) noexcept;
    ChartHub& operator=(ChartHub&&) noexcept;

    /// The series readers look at from now on, the most important first, the focused one (loaded before all)
    /// named apart. Beyond the bound the last ones are not kept. Series no longer wanted keep their bars for
    /// a while and stop loading.
    void want(const std::vector<SeriesKey>& keys, const std::optional<SeriesKey>& focus, Moment now);

    void onPrint(const TradePrint& print, const std::string& feed, Moment now);
    void onBar(const Symbol& symbol, const Bar& bar, BarKind kind, const std::string& feed, Moment now);
    void onAnswer(const HubAnswer& answer, Moment now);
    /// A feed's stream came up or went down; after a loss exactly the missed span is loaded again.
    void onFeed(const std::string& feed, bool isUp, Moment now);
    /// What a feed does not deliver although it is up: the venue's number of symbols. Their silence proves
    /// nothing, and their newest minutes are asked for.
    void setUnheard(const std::string& feed, std::set<Symbol> symbols, Moment now);
    /// Time alone: closes bars, ends waits, notices the market's close. Call at least every second.
    void onTime(Moment now);
    /// When onTime has something to do next, if known.
    std::optional<Timestamp> nextDue() const;

    /// What must be carried out since the last call.
    std::vector<HubCommand> takeCommands();
    /// Snapshots of the wanted series; unchanged ones are the same objects as before.
    const SeriesView& view();
    /// Rises when view() would differ.
    std::uint64_t version() const;

    /// The whole state in one field; a loaded hub goes on exactly as the saved one would.
    template <class A>
    void archive(A& a) {
        std::string state;
        if constexpr (!A::kReading)
            state = save();
        a.field("state", state);
        if constexpr (A::kReading)
            if (!load(state))
                a.fail("chart hub");
    }

private:
    struct Impl;

    std::string save() const;
    /// False when the bytes are not a hub's; this one is unchanged then.
    bool load(const std::string& state);

    std::unique_ptr<Impl> m_impl;
};

} // namespace strikedesk::market
