// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/book_writer.h"

namespace strikedesk::sandbox {

void BookWriter::startFrom(const trade::VenueBook& book) {
    m_isWhole = false;
    m_orders = book.state().orders.size();
    m_activities = book.state().activities.size();
    m_open.clear();
    for (const std::uint64_t index : book.state().working)
        m_open[index] = book.saveOrder(index);
}

Status BookWriter::save(VenueStore& store, const VenueRecord& record, const trade::VenueBook& book) {
    VenueStore::Changes changes;
    changes.isWhole = m_isWhole;
    changes.rest = book.saveRest();
    const trade::VenueState& state = book.state();
    for (const auto& [index, before] : m_open)
        if (std::string bytes = book.saveOrder(index); bytes != before)
            changes.orders.emplace_back(index, std::move(bytes));
    for (std::size_t index = m_orders; index < state.orders.size(); ++index)
        changes.orders.emplace_back(index, book.saveOrder(index));
    for (std::size_t index = m_activities; index < state.activities.size(); ++index)
        changes.activities.emplace_back(index, book.saveActivity(index));
    // Without success everything counts as unwritten, and the next save tries again.
    if (Status saved = store.save(record, changes); !saved)
        return saved;
    m_isWhole = false;
    m_orders = state.orders.size();
    m_activities = state.activities.size();
    for (auto& [index, bytes] : changes.orders)
        m_open[index] = std::move(bytes);
    std::erase_if(m_open, [&state](const auto& entry) { return !state.working.contains(entry.first); });
    return done();
}

} // namespace strikedesk::sandbox
