// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/link_event.h"
#include "core/io/venues/common/feed.h"

#include <optional>

namespace strikedesk::workers {

/// Turns the many phases of a stream into what the engine is told, once per change.
class LinkState {
public:
    explicit LinkState(market::Vendor vendor = market::Vendor::Alpaca) : m_vendor(vendor) {}

    /// The link event for this status; nothing when the engine knows it already.
    std::optional<engine::LinkChanged> changed(engine::Channel channel, const venues::StreamStatus& status) {
        engine::LinkState state = engine::LinkState::Down;
        if (status.phase == venues::StreamPhase::Live)
            state = engine::LinkState::Open;
        else if (status.phase == venues::StreamPhase::Refused)
            state = engine::LinkState::Refused;
        if (m_told == state)
            return std::nullopt;
        m_told = state;
        return engine::LinkChanged{channel, state, status.reason, m_vendor};
    }

private:
    market::Vendor m_vendor;
    std::optional<engine::LinkState> m_told;
};

} // namespace strikedesk::workers
