// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/terminal.h"

#include <map>
#include <string>
#include <vector>

namespace strikedesk::test {

/// Looks at every series a window's readers are shown and notes where a bar that was there is gone, or time
/// ran back. A series left and shown again begins anew. GUI thread.
class SeriesWatch {
public:
    /// `terminal` outlives this.
    explicit SeriesWatch(desk::Terminal& terminal);

    /// A sentence for each bar that vanished; at most a hundred.
    const std::vector<std::string>& vanished() const { return m_vanished; }
    /// Pairs of states of a series that were compared.
    std::size_t comparisons() const { return m_comparisons; }

private:
    void look();
    void compare(const market::SeriesSnapshot& before, const market::SeriesSnapshot& after);

    desk::Terminal& m_terminal;
    market::SeriesView m_before;
    std::vector<std::string> m_vanished;
    std::size_t m_comparisons = 0;
    ui::Subscription m_changes;
};

} // namespace strikedesk::test
