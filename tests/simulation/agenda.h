// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace strikedesk::simulation {

/// What will happen in a world, by time and then by the order in which it was planned.
class Agenda {
public:
    using Work = std::function<void()>;

    void plan(MonoTime at, Work work) {
        m_heap.push_back(Item{at, ++m_number, std::move(work)});
        std::push_heap(m_heap.begin(), m_heap.end(), isLater);
    }
    bool isEmpty() const { return m_heap.empty(); }
    MonoTime nextAt() const { return m_heap.front().at; }
    std::size_t size() const { return m_heap.size(); }
    Work takeNext() {
        std::pop_heap(m_heap.begin(), m_heap.end(), isLater);
        Work work = std::move(m_heap.back().work);
        m_heap.pop_back();
        return work;
    }

private:
    struct Item {
        MonoTime at;
        std::uint64_t number = 0;
        Work work;
    };
    static bool isLater(const Item& a, const Item& b) {
        return a.at != b.at ? a.at > b.at : a.number > b.number;
    }

    std::vector<Item> m_heap;
    std::uint64_t m_number = 0;
};

} // namespace strikedesk::simulation
