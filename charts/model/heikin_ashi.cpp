// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/model/heikin_ashi.h"

#include <algorithm>

namespace strikedesk::charts {

namespace {

Price mean(Price a, Price b) { return Price::fromUnits((a.units() + b.units()) / 2); }

market::SeriesBar formOf(const market::SeriesBar& bar, const market::Bar* previous) {
    market::SeriesBar form = bar;
    const market::Bar& real = bar.bar;
    const std::int64_t sum = real.open.units() + real.high.units() + real.low.units() + real.close.units();
    form.bar.close = Price::fromUnits(sum / 4);
    form.bar.open = previous == nullptr ? mean(real.open, real.close) : mean(previous->open, previous->close);
    form.bar.high = std::max({real.high, form.bar.open, form.bar.close});
    form.bar.low = std::min({real.low, form.bar.open, form.bar.close});
    return form;
}

} // namespace

std::shared_ptr<const market::SeriesSnapshot>
heikinAshi(const std::shared_ptr<const market::SeriesSnapshot>& series,
           const std::shared_ptr<const market::SeriesSnapshot>& before,
           const std::shared_ptr<const market::SeriesSnapshot>& beforeForm) {
    if (series == nullptr)
        return nullptr;
    market::SeriesSnapshot::Chunks forms;
    forms.reserve(series->chunks().size());
    bool isShared = before != nullptr && beforeForm != nullptr;
    const market::Bar* previous = nullptr;
    for (std::size_t i = 0; i < series->chunks().size(); ++i) {
        const auto& chunk = series->chunks()[i];
        // A form depends on all bars before it: sharing ends at the first chunk that differs.
        isShared = isShared && i < before->chunks().size() && before->chunks()[i] == chunk;
        if (isShared) {
            forms.push_back(beforeForm->chunks()[i]);
        } else {
            std::vector<market::SeriesBar> bars;
            bars.reserve(chunk->bars().size());
            for (const market::SeriesBar& bar : chunk->bars()) {
                bars.push_back(formOf(bar, previous));
                previous = &bars.back().bar;
            }
            forms.push_back(std::make_shared<const market::SeriesChunk>(std::move(bars)));
        }
        if (!forms.back()->bars().empty())
            previous = &forms.back()->bars().back().bar;
    }
    return std::make_shared<const market::SeriesSnapshot>(series->key(), series->version(), series->health(),
                                                          std::move(forms));
}

} // namespace strikedesk::charts
