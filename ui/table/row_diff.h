// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <vector>

namespace strikedesk::ui {

/// How one sequence of unique keys becomes another: what goes, how the rest is ordered, what comes. Indices
/// of each step hold after the step before it.
struct RowSteps {
    struct Run {
        int first = 0;
        int count = 0;
        friend bool operator==(const Run&, const Run&) = default;
    };
    struct Move {
        int from = 0;
        int to = 0; ///< place after the move
        friend bool operator==(const Move&, const Move&) = default;
    };
    std::vector<Run> removals; ///< from the back
    std::vector<Move> moves;
    /// Filled instead of `moves` when the order changed a lot: place before → place after.
    std::vector<int> reordered;
    std::vector<Run> insertions; ///< from the front, in places of the final sequence
};

/// Moves beyond this are one change of layout: cheaper for a view than one step each.
inline constexpr std::size_t kMaxRowMoves = 8;

namespace detail {

/// Orders `ranks` with few moves of one row; true when that worked within the limit.
inline bool planMoves(std::vector<int> ranks, std::vector<RowSteps::Move>& moves) {
    const int count = static_cast<int>(ranks.size());
    for (int at = 0; at < count; ++at) {
        while (ranks[static_cast<std::size_t>(at)] != at) {
            if (moves.size() == kMaxRowMoves)
                return false;
            const bool wentDown = at + 1 < count && ranks[static_cast<std::size_t>(at) + 1] == at;
            const auto begin = ranks.begin();
            const int from = wentDown ? at : static_cast<int>(std::find(begin + at, ranks.end(), at) - begin);
            const int to = wentDown ? ranks[static_cast<std::size_t>(at)] : at;
            moves.push_back({from, to});
            if (from < to)
                std::rotate(begin + from, begin + from + 1, begin + to + 1);
            else
                std::rotate(begin + to, begin + from, begin + from + 1);
        }
    }
    return true;
}

} // namespace detail

/// The steps from `before` to `after`; keys are unique in each (of doubles the later counts) and have an
/// order.
template <class Key>
RowSteps rowSteps(const std::vector<Key>& before, const std::vector<Key>& after) {
    RowSteps steps;
    std::map<Key, int> places;
    for (std::size_t i = 0; i < after.size(); ++i)
        places[after[i]] = static_cast<int>(i);

    std::vector<int> kept;
    std::map<Key, bool> known;
    for (const Key& key : before) {
        known[key] = true;
        if (const auto found = places.find(key); found != places.end())
            kept.push_back(found->second);
    }
    for (int i = static_cast<int>(before.size()) - 1; i >= 0; --i) {
        if (places.contains(before[static_cast<std::size_t>(i)]))
            continue;
        if (!steps.removals.empty() && steps.removals.back().first == i + 1)
            steps.removals.back() = {i, steps.removals.back().count + 1};
        else
            steps.removals.push_back({i, 1});
    }

    // Places among what is kept, without holes.
    std::vector<int> sorted = kept;
    std::sort(sorted.begin(), sorted.end());
    for (int& rank : kept)
        rank = static_cast<int>(std::lower_bound(sorted.begin(), sorted.end(), rank) - sorted.begin());
    if (!detail::planMoves(kept, steps.moves)) {
        steps.moves.clear();
        steps.reordered = kept;
    }

    for (std::size_t i = 0; i < after.size(); ++i) {
        if (known.contains(after[i]))
            continue;
        const int at = static_cast<int>(i);
        if (!steps.insertions.empty() && steps.insertions.back().first + steps.insertions.back().count == at)
            ++steps.insertions.back().count;
        else
            steps.insertions.push_back({at, 1});
    }
    return steps;
}

} // namespace strikedesk::ui
