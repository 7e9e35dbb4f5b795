// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/session/stream_plan.h"

#include <algorithm>

namespace strikedesk::session {

bool StreamPlan::refused(std::size_t asked, std::size_t delivered) {
    // An answer to a request from before the limit fell says nothing new.
    if (asked == 0 || (m_limit && asked > *m_limit))
        return false;
    const std::size_t known = delivered < asked ? delivered : 0;
    m_limit = known + (asked - known) / 2;
    return true;
}

StreamPlan::Choice StreamPlan::choose(std::vector<StreamWish> wishes) const {
    std::stable_sort(wishes.begin(), wishes.end(),
                     [](const StreamWish& a, const StreamWish& b) { return a.attention < b.attention; });
    Choice choice;
    for (const StreamWish& wish : wishes) {
        if (choice.live.contains(wish.symbol))
            continue;
        const bool fits = !m_limit || choice.live.size() < *m_limit;
        (fits ? choice.live : choice.leftOut).insert(wish.symbol);
    }
    return choice;
}

} // namespace strikedesk::session
