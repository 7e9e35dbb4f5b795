// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/hub/hub_state.h"

#include <algorithm>

namespace strikedesk::market {

namespace {

/// What of `bars` may be stored: final, proven and not stored yet. Marks them.
void collect(BaseSeries& base, TimeSpan allowed, std::vector<Bar>& out) {
    const Duration length = base.isMinute() ? kMinute : Duration();
    for (auto& [date, day] : base.store.days()) {
        if (!day.hasUnsaved || day.bars.front().shown.bar.start >= allowed.to ||
            day.bars.back().shown.bar.start < allowed.from)
            continue;
        bool isLeft = false;
        for (HeldBar& held : day.bars) {
            if (held.isSaved)
                continue;
            const Timestamp start = held.shown.bar.start;
            const bool isAllowed = start >= allowed.from && start < allowed.to &&
                                   start + length <= allowed.to && held.shown.isFinal &&
                                   base.coverage.contains(start) && !base.doubtful.contains(start);
            if (isAllowed) {
                out.push_back(held.shown.bar);
                held.isSaved = true;
            } else {
                isLeft = true;
            }
        }
        day.hasUnsaved = isLeft;
    }
}

} // namespace

void ChartHub::Impl::saveSpan(BaseSeries& base, TimeSpan allowed) {
    if (allowed.from >= allowed.to)
        return;
    SaveBars save;
    save.key = base.key;
    for (const TimeSpan& part : base.coverage.within(allowed))
        for (const TimeSpan& unsaved : base.saved.missing(part))
            for (const TimeSpan& sure : base.doubtful.missing(unsaved))
                save.covered.push_back(sure);
    collect(base, allowed, save.bars);
    if (save.bars.empty() && save.covered.empty())
        return;
    for (const TimeSpan& part : save.covered)
        base.saved.add(part);
    commands.emplace_back(std::move(save));
}

void ChartHub::Impl::saveAll() {
    if (savedAt.market.isSet() &&
        (now.market - savedAt.market < hub::kSaveEvery || now.mono - savedAt.mono < hub::kSaveAtMost))
        return;
    savedAt = now;
    for (auto& [key, base] : bases) {
        // An answer that has brought nothing so far may turn out to be doubtful.
        if (base.load.request != 0 && base.load.bars == 0)
            continue;
        // The stream may yet be found to have been mute: nothing younger than that is promised.
        saveSpan(base, {Timestamp(), provenAt(base, now.market - hub::kSaveLag)});
    }
}

} // namespace strikedesk::market
