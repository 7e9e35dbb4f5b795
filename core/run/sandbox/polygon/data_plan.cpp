// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/data_plan.h"

namespace strikedesk::sandbox {

std::optional<DataPlan> DataPlan::named(std::string_view name) {
    if (name == "basic")
        return DataPlan{Freshness::EndOfDay, false, false, false};
    if (name == "starter")
        return DataPlan{Freshness::Delayed, true, false, false};
    if (name == "developer")
        return DataPlan{Freshness::Delayed, true, true, false};
    if (name == "advanced")
        return DataPlan{Freshness::RealTime, true, true, true};
    return std::nullopt;
}

Timestamp DataPlan::seenAt(Timestamp now, const SessionCalendar& calendar) const {
    if (freshness == Freshness::RealTime)
        return now;
    if (freshness == Freshness::Delayed)
        return now - kDelay;
    const Date today = calendar.dateOf(now);
    const auto session = calendar.days().session(today);
    if (session && session->postClose <= now)
        return session->postClose;
    const auto before = calendar.days().session(calendar.previous(today));
    return before ? before->postClose : now - Duration::days(1);
}

} // namespace strikedesk::sandbox
