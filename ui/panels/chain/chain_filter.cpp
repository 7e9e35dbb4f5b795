// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/chain_filter.h"

#include "ui/panels/chain/chain_columns.h"

#include <algorithm>

namespace strikedesk::ui {

bool ChainFilter::passes(const ChainSide& side) const {
    if (maxSpreadPercent) {
        const auto percent = spreadPercentOf(side);
        if (!percent || *percent > *maxSpreadPercent)
            return false;
    }
    return !minOpenInterest || side.openInterest.value_or(-1) >= *minOpenInterest;
}

bool ChainFilter::passes(const ChainRow& row) const {
    if (!maxSpreadPercent && !minOpenInterest)
        return true;
    return (showsCalls() && row.call && passes(*row.call)) || (showsPuts() && row.put && passes(*row.put));
}

std::optional<std::size_t> nearestStrike(const ChainView& view, const std::vector<std::size_t>& rows,
                                         Price price) {
    if (rows.empty())
        return std::nullopt;
    const auto above = std::lower_bound(rows.begin(), rows.end(), price, [&](std::size_t row, Price limit) {
        return view.rows[row].strike < limit;
    });
    if (above == rows.begin())
        return 0;
    const auto at = static_cast<std::size_t>(above - rows.begin());
    if (above == rows.end())
        return at - 1;
    const Price up = view.rows[*above].strike - price;
    const Price down = price - view.rows[*(above - 1)].strike;
    return up < down ? at : at - 1;
}

std::vector<std::size_t> filteredRows(const ChainView& view, const ChainFilter& filter) {
    std::vector<std::size_t> rows;
    rows.reserve(view.rows.size());
    for (std::size_t i = 0; i < view.rows.size(); ++i)
        if (rows.empty() || view.rows[rows.back()].strike < view.rows[i].strike)
            rows.push_back(i);
    if (filter.strikes && view.spot && view.spot->isPositive()) {
        if (const auto middle = nearestStrike(view, rows, *view.spot)) {
            const auto reach = static_cast<std::size_t>(*filter.strikes);
            const std::size_t last = std::min(rows.size(), *middle + reach + 1);
            const std::size_t first = *middle > reach ? *middle - reach : 0;
            rows = {rows.begin() + static_cast<std::ptrdiff_t>(first),
                    rows.begin() + static_cast<std::ptrdiff_t>(last)};
        }
    }
    std::erase_if(rows, [&](std::size_t row) { return !filter.passes(view.rows[row]); });
    return rows;
}

} // namespace strikedesk::ui
