// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/merge.h"

#include <algorithm>

namespace strikedesk::market {

namespace {

constexpr std::int64_t kMostVolume = 10'000'000'000'000;
constexpr std::int64_t kMostSize = 10'000'000'000;

BarSource sourceOf(BarOrigin origin) {
    if (origin == BarOrigin::Cache)
        return BarSource::Cache;
    return origin == BarOrigin::History ? BarSource::Backfill : BarSource::Live;
}

bool isLive(BarOrigin origin) { return sourceOf(origin) == BarSource::Live; }

bool sameFigures(const Bar& a, const Bar& b) {
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close &&
           a.volume == b.volume;
}

HeldBar heldFrom(const IncomingBar& incoming) {
    HeldBar made;
    made.shown.bar = incoming.bar;
    made.shown.source = sourceOf(incoming.origin);
    made.shown.receivedAt = incoming.receivedAt;
    made.origin = incoming.origin;
    made.isSaved = incoming.origin == BarOrigin::Cache;
    if (incoming.origin == BarOrigin::History) {
        made.shown.isFinal = incoming.asOf >= incoming.end;
        made.isSettled = incoming.asOf >= incoming.end + kHistorySettles;
    } else {
        made.shown.isFinal = true;
        made.isSettled = true;
    }
    // Prints that follow go on from these figures: they are later than all of it.
    made.firstPrint = incoming.bar.start;
    made.lastPrint = std::min(incoming.asOf, incoming.end);
    return made;
}

/// What the rules say before figures are compared.
enum class Verdict : std::uint8_t { Keep, Contest, Replace };

Verdict judge(const HeldBar& held, const IncomingBar& incoming, bool isSettled) {
    switch (incoming.origin) {
    case BarOrigin::Prints:
        return Verdict::Keep;
    case BarOrigin::Cache:
        // What the cache calls complete beats a bar of which we may have seen only a part.
        if (held.origin == BarOrigin::Prints && held.shown.isFinal && !held.isSettled)
            return Verdict::Replace;
        return held.origin == BarOrigin::Cache ? Verdict::Replace : Verdict::Keep;
    case BarOrigin::StreamMinute:
        if (held.origin == BarOrigin::StreamUpdate)
            return Verdict::Keep;
        return held.origin == BarOrigin::History && held.isSettled ? Verdict::Keep : Verdict::Replace;
    case BarOrigin::StreamUpdate:
        return Verdict::Replace;
    case BarOrigin::History:
        if (isLive(held.origin) && held.shown.receivedAt >= incoming.asOf)
            return held.isSettled ? Verdict::Keep : Verdict::Contest;
        if (held.isSettled && !isSettled)
            return Verdict::Keep;
        return Verdict::Replace;
    }
    return Verdict::Keep;
}

} // namespace

MergeResult mergeBar(const HeldBar* held, const IncomingBar& incoming) {
    MergeResult result;
    result.bar = heldFrom(incoming);
    if (held == nullptr) {
        result.effect = MergeEffect::Added;
        return result;
    }
    switch (judge(*held, incoming, result.bar.isSettled)) {
    case Verdict::Keep:
        return result;
    case Verdict::Contest:
        result.effect = MergeEffect::Contested;
        return result;
    case Verdict::Replace:
        break;
    }
    HeldBar& made = result.bar;
    made.shown.revision = held->shown.revision;
    made.shown.isFinal = made.shown.isFinal || held->shown.isFinal;
    if (!sameFigures(held->shown.bar, incoming.bar)) {
        ++made.shown.revision;
        result.effect = MergeEffect::Changed;
        return result;
    }
    // Nothing a reader could see: the first source stays named, but the bar may be settled by now.
    made.isSaved = held->isSaved && held->shown.bar == incoming.bar;
    made.shown.source = held->shown.source;
    made.shown.receivedAt = std::max(held->shown.receivedAt, made.shown.receivedAt);
    result.effect = made == *held ? MergeEffect::Kept : MergeEffect::Confirmed;
    return result;
}

MergeResult mergePrint(const HeldBar* held, const TradePrint& print, Timestamp minute, Timestamp now) {
    MergeResult result;
    const bool isOver = now >= minute + Duration::minutes(1) + kMinuteCloses;
    HeldBar& made = result.bar;
    if (held == nullptr) {
        made.shown.bar = {minute, print.price, print.price, print.price, print.price, print.size, 1, {}};
        made.shown.isFinal = isOver;
        made.shown.receivedAt = now;
        made.firstPrint = print.at;
        made.lastPrint = print.at;
        result.effect = MergeEffect::Added;
        return result;
    }
    if (held->isSettled || held->shown.bar.volume > kMostVolume - print.size)
        return result;
    made = *held;
    Bar& bar = made.shown.bar;
    bar.high = std::max(bar.high, print.price);
    bar.low = std::min(bar.low, print.price);
    bar.volume += print.size;
    ++bar.tradeCount;
    // A venue's average no longer holds once a print is added to it.
    bar.vwap = {};
    if (print.at < made.firstPrint) {
        bar.open = print.price;
        made.firstPrint = print.at;
    }
    if (print.at >= made.lastPrint) {
        bar.close = print.price;
        made.lastPrint = print.at;
    }
    if (made.shown.isFinal)
        ++made.shown.revision;
    made.origin = BarOrigin::Prints;
    made.shown.source = BarSource::Live;
    made.shown.receivedAt = std::max(made.shown.receivedAt, now);
    made.isSaved = false;
    result.effect = MergeEffect::Changed;
    return result;
}

bool isPlausible(const Bar& bar) {
    return bar.isConsistent() && bar.volume <= kMostVolume && bar.high.units() <= Price::kMaxUnits;
}

bool isPlausible(const TradePrint& print) {
    return print.price.isPositive() && print.price.units() <= Price::kMaxUnits && print.size > 0 &&
           print.size <= kMostSize;
}

} // namespace strikedesk::market
