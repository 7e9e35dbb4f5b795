// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/minute_prints.h"

#include <string>
#include <vector>

namespace strikedesk::sandbox::test {

/// A market of given prints, other events and news. A withdrawn print is gone from the bars asked for after
/// its withdrawal.
class GivenSource final : public MarketSource {
public:
    GivenSource() {
        Asset asset;
        asset.id = "asset-aaa";
        asset.symbol = Symbol::of("AAA");
        m_assets.push_back(asset);
    }
    std::string_view kind() const override { return "given"; }
    const std::vector<Asset>& assets() const override { return m_assets; }
    std::vector<options::Contract> contracts(const Symbol&, Date) override { return {}; }
    std::optional<options::Contract> contract(const Symbol&, Date) override { return std::nullopt; }
    void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) override {
        for (const market::TradePrint& print : given)
            if (from < print.at && print.at <= to)
                out.emplace_back(print);
        for (const MarketEvent& event : others)
            if (from < eventTime(event) && eventTime(event) <= to)
                out.push_back(event);
    }
    void watch(const Symbol&) override {}
    std::optional<market::Quote> quoteAt(const Symbol&, Timestamp) override { return std::nullopt; }
    std::optional<market::TradePrint> printAt(const Symbol&, Timestamp) override { return std::nullopt; }
    std::vector<market::Bar> minuteBars(const Symbol& symbol, Timestamp from, Timestamp,
                                        Timestamp now) override {
        std::vector<market::TradePrint> valid;
        for (const market::TradePrint& print : given)
            if (print.symbol == symbol && from <= print.at && print.at < from + Duration::minutes(1) &&
                !isWithdrawn(print, now))
                valid.push_back(print);
        const auto bar = barOf(valid, from, now);
        return bar ? std::vector{*bar} : std::vector<market::Bar>();
    }
    std::vector<market::Bar> dailyBars(const Symbol&, Date, Date, Timestamp) override { return {}; }
    std::vector<market::TradePrint> prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                           std::size_t limit) override {
        std::vector<market::TradePrint> found;
        for (const market::TradePrint& print : given)
            if (print.symbol == symbol && from <= print.at && print.at <= to && found.size() < limit)
                found.push_back(print);
        return found;
    }
    std::vector<NewsItem> news(Timestamp from, Timestamp to) override {
        std::vector<NewsItem> found;
        for (const NewsItem& item : items)
            if (from < item.createdAt && item.createdAt <= to)
                found.push_back(item);
        return found;
    }

    std::vector<market::TradePrint> given;
    std::vector<MarketEvent> others;
    std::vector<NewsItem> items;

private:
    bool isWithdrawn(const market::TradePrint& print, Timestamp now) const {
        for (const MarketEvent& event : others)
            if (const auto* change = std::get_if<PrintChange>(&event))
                if (!change->is && change->was.id == print.id && change->at <= now)
                    return true;
        return false;
    }
    std::vector<Asset> m_assets;
};

inline market::TradePrint printOf(const char* symbol, Timestamp at, int id) {
    market::TradePrint print;
    print.symbol = Symbol::of(symbol);
    print.price = Price::fromCents(10'000 + id);
    print.size = 100;
    print.at = at;
    print.id = std::to_string(id);
    return print;
}

} // namespace strikedesk::sandbox::test
