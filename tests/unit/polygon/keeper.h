// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/polygon/codec/stream_codec.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace strikedesk::polygon::test {

/// One bar as it was delivered.
struct KeptBar {
    Symbol symbol;
    market::Bar bar;
    WindowKind window = WindowKind::Minute;

    friend bool operator==(const KeptBar&, const KeptBar&) = default;
};

/// Keeps everything a frame delivered.
class Keeper final : public PolygonSink {
public:
    void onQuote(const market::Quote& quote) override { quotes.push_back(quote); }
    void onTrade(const market::TradePrint& print) override { trades.push_back(print); }
    void onBar(const Symbol& symbol, const market::Bar& bar, WindowKind window) override {
        bars.push_back({symbol, bar, window});
    }
    void onIndexValue(const Symbol& symbol, Price value, Timestamp) override {
        values.emplace_back(symbol, value);
    }
    void onPriceBand(const venues::PriceBand& band) override { bands.push_back(band); }
    void onWord(StreamWord word, std::string_view, std::string_view message) override {
        words.emplace_back(word, message);
    }

    std::size_t total() const {
        return quotes.size() + trades.size() + bars.size() + values.size() + bands.size() + words.size();
    }
    /// Whether everything here came first in `whole` too.
    bool isPrefixOf(const Keeper& whole) const {
        const auto starts = [](const auto& part, const auto& all) {
            return part.size() <= all.size() && std::equal(part.begin(), part.end(), all.begin());
        };
        return starts(quotes, whole.quotes) && starts(trades, whole.trades) && starts(bars, whole.bars) &&
               starts(values, whole.values) && starts(words, whole.words) &&
               bands.size() <= whole.bands.size();
    }

    std::vector<market::Quote> quotes;
    std::vector<market::TradePrint> trades;
    std::vector<KeptBar> bars;
    std::vector<std::pair<Symbol, Price>> values;
    std::vector<venues::PriceBand> bands;
    std::vector<std::pair<StreamWord, std::string>> words;
};

} // namespace strikedesk::polygon::test
