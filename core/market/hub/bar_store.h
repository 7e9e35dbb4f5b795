// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/market/hub/merge.h"

#include <map>
#include <vector>

namespace strikedesk::market {

/// The bars of one trading day in time order.
struct DayBars {
    std::vector<HeldBar> bars;
    bool hasUnsaved = false;

    friend bool operator==(const DayBars&, const DayBars&) = default;
};

/// The bars of one base sequence by trading day; a bar once in it never leaves except with its whole day.
class BarStore {
public:
    const std::map<Date, DayBars>& days() const { return m_days; }
    std::map<Date, DayBars>& days() { return m_days; }
    bool isEmpty() const { return m_days.empty(); }
    std::size_t size() const;
    /// Null when there is none.
    const HeldBar* find(Date date, Timestamp start) const;
    /// The bar of a day sequence; null when there is none.
    const HeldBar* dayBar(Date date) const;
    /// The newest bar of all; null when empty.
    const HeldBar* newest() const;
    /// Puts a bar in its place, over the one with the same start.
    void put(Date date, const HeldBar& bar);
    /// Drops whole days before `date`.
    void dropBefore(Date date);

    /// Rises with every change.
    std::uint64_t version() const { return m_version; }
    /// Rises when anything but the newest day changed.
    std::uint64_t shape() const { return m_shape; }
    /// Something other than figures changed that the newest day's bars are built with.
    void touch() { ++m_version; }
    void touchAll() {
        ++m_version;
        ++m_shape;
    }

    template <class A>
    void archive(A& a) {
        std::vector<std::int64_t> columns;
        if constexpr (!A::kReading)
            columns = toColumns();
        a.field("bars", columns);
        a.field("version", m_version);
        a.field("shape", m_shape);
        if constexpr (A::kReading)
            if (!fromColumns(columns))
                a.fail("bars");
    }

private:
    /// Every bar as small numbers: differences to the bar before, so that they take few bytes.
    std::vector<std::int64_t> toColumns() const;
    bool fromColumns(const std::vector<std::int64_t>& columns);

    std::map<Date, DayBars> m_days;
    std::uint64_t m_version = 0;
    std::uint64_t m_shape = 0;
};

} // namespace strikedesk::market
