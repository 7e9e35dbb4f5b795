// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/market/hub/series_bar.h"
#include "core/market/trade_print.h"

#include <optional>

namespace strikedesk::market {

/// How the figures of a held bar came about; finer than BarSource, which readers see.
enum class BarOrigin : std::uint8_t {
    Prints,       ///< summed up here from trades as they came
    Cache,        ///< read from this machine
    History,      ///< answered by the provider
    StreamMinute, ///< the venue's own bar, sent when the interval ended
    StreamUpdate, ///< the venue's own bar, sent again after a late trade
};

/// A bar as the hub keeps it: what readers see and what the merge rules need to know.
struct HeldBar {
    SeriesBar shown;
    BarOrigin origin = BarOrigin::Prints;
    bool isSettled = false; ///< a provider's figures of the whole interval: late prints no longer count
    bool isSaved = false;   ///< the cache was given exactly these figures
    Timestamp firstPrint;   ///< earliest print in it: a print out of order may still set the open
    Timestamp lastPrint;    ///< latest print in it

    friend bool operator==(const HeldBar&, const HeldBar&) = default;
};

/// A bar that arrives, and where from.
struct IncomingBar {
    Bar bar;
    BarOrigin origin = BarOrigin::StreamMinute;
    Timestamp end;        ///< when its interval ends
    Timestamp receivedAt; ///< market time now
    Timestamp asOf;       ///< what the figures know of: for history when it was asked for, else receivedAt
};

/// What a merge did.
enum class MergeEffect : std::uint8_t {
    Kept,      ///< nothing: what is held is as new or newer
    Contested, ///< nothing, by rule (a), and the held bar may be incomplete: the interval is not proven
    Confirmed, ///< same prices and volume, now settled by the provider
    Added,
    Changed, ///< prices or volume differ from what readers saw
};

struct MergeResult {
    MergeEffect effect = MergeEffect::Kept;
    HeldBar bar; ///< meaningful unless kept or contested
};

/// How long after an interval's end the provider's history of it counts as complete.
inline constexpr Duration kHistorySettles = Duration::seconds(20);
/// How long after a minute's end its live bar waits for stragglers before it is called final.
inline constexpr Duration kMinuteCloses = Duration::seconds(2);

/// The merge rules of domain rules 2, as one function: what becomes of the held bar (null: none) when another
/// arrives for the same interval. Pure.
/// (a) history asked for before a live bar's last change, or at the same instant, never replaces it; (b) the
/// venue's final bar replaces one built from prints; (c) a bar in progress is changed by live data or a later
/// provider bar only; (d) a change of figures readers saw raises the revision.
MergeResult mergeBar(const HeldBar* held, const IncomingBar& incoming);

/// The same for a single print into its minute. Late ones change a bar until the provider settled it.
MergeResult mergePrint(const HeldBar* held, const TradePrint& print, Timestamp minute, Timestamp now);

/// A bar that can be true: consistent, and of a volume that sums cannot overflow with.
bool isPlausible(const Bar& bar);
/// A print that can be true: positive price and a size below ten billion.
bool isPlausible(const TradePrint& print);

} // namespace strikedesk::market
