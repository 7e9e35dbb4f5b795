// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/venue_store.h"

#include <cstdint>
#include <map>
#include <string>

namespace strikedesk::sandbox {

/// Writes a book into its store, each time only what changed since the last time: a terminal order never
/// changes again, so those that were open then and those that came since are looked at, and of these the ones
/// whose bytes differ are written. One thread.
class BookWriter {
public:
    /// The store holds this book as it is now.
    void startFrom(const trade::VenueBook& book);
    /// What is in the store no longer counts; the next save writes everything.
    void startAnew() { *this = {}; }
    Status save(VenueStore& store, const VenueRecord& record, const trade::VenueBook& book);

private:
    bool m_isWhole = true;
    std::size_t m_orders = 0;
    std::size_t m_activities = 0;
    std::map<std::uint64_t, std::string> m_open; ///< bytes of the orders that may still change
};

} // namespace strikedesk::sandbox
