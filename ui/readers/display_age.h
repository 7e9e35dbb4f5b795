// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/settings/settings.h"
#include "core/base/timestamp.h"

namespace strikedesk::ui {

/// The one rule by which every panel shows a quote as old: market time since the venue confirmed it, against
/// a limit of the settings. A plain value.
struct DisplayAge {
    Timestamp now;  ///< the market's; unset judges nothing but a quote that was never confirmed
    Duration limit; ///< older is shown as stale

    /// With the limit of everything that only shows quotes.
    static DisplayAge of(const Settings& settings, Timestamp now = {}) {
        return {now, settings.duration("quotes.display_age_seconds")};
    }
    /// With the limit of what a person's order may rest on: for what is held.
    static DisplayAge ofHeld(const Settings& settings, Timestamp now = {}) {
        return {now, settings.duration("quotes.manual_age_seconds")};
    }

    bool isStale(Timestamp confirmed) const {
        return !confirmed.isSet() || (now.isSet() && now - confirmed > limit);
    }
};

} // namespace strikedesk::ui
