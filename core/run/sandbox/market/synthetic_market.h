// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/sandbox/market/market_source.h"
#include "core/run/sandbox/market/news_wire.h"
#include "core/run/sandbox/market/synthetic_options.h"
#include "core/run/sandbox/market/synthetic_stocks.h"

#include <vector>

namespace strikedesk::sandbox {

/// A seeded market of twenty stocks (SPY, AAPL, NVDA, …) from 04:00 to 20:00 New York and their chains, with
/// news, dividends, splits, pauses and reference facts. `anchor` is the first trading day of the account's
/// life; the prices of the day before it are fixed. One thread.
class SyntheticMarket final : public MarketSource {
public:
    SyntheticMarket(std::uint64_t seed, Date anchor);
    SyntheticMarket(const SyntheticMarket&) = delete;
    SyntheticMarket& operator=(const SyntheticMarket&) = delete;

    std::string_view kind() const override { return "synthetic"; }
    const std::vector<Asset>& assets() const override { return m_assets; }
    std::vector<options::Contract> contracts(const Symbol& underlying, Date today) override;
    std::optional<options::Contract> contract(const Symbol& symbol, Date today) override;
    void events(Timestamp from, Timestamp to, std::vector<MarketEvent>& out) override;
    void watch(const Symbol& symbol) override { m_options.watch(symbol); }
    std::optional<market::Quote> quoteAt(const Symbol& symbol, Timestamp at) override;
    std::optional<market::TradePrint> printAt(const Symbol& symbol, Timestamp at) override;
    std::vector<market::Bar> minuteBars(const Symbol& symbol, Timestamp from, Timestamp to,
                                        Timestamp now) override;
    std::vector<market::Bar> dailyBars(const Symbol& symbol, Date from, Date to, Timestamp now) override;
    /// History of contracts reaches back ten calendar days.
    std::vector<market::Quote> quotes(const Symbol& symbol, Timestamp from, Timestamp to,
                                      std::size_t limit) override;
    std::vector<market::TradePrint> prints(const Symbol& symbol, Timestamp from, Timestamp to,
                                           std::size_t limit) override;
    bool isHalted(const Symbol& symbol, Timestamp at) override;
    std::vector<CorporateAction> corporateActions(Date from, Date to, Timestamp now) override;
    std::vector<NewsItem> news(Timestamp from, Timestamp to) override { return m_news.between(from, to); }
    std::vector<ShortInterest> shortInterest(const Symbol& symbol, Date from, Date to) override;
    std::vector<ShortVolume> shortVolume(const Symbol& symbol, Date from, Date to) override;
    std::optional<CompanyFacts> facts(const Symbol& symbol, Date today) override;

private:
    std::vector<market::Bar> dayMinutes(const Symbol& symbol, Date date, Timestamp now);
    std::vector<PriceJump> jumpsOf(std::size_t stock, Date date);
    std::optional<std::size_t> underlyingOf(const Symbol& symbol) const;

    SyntheticStocks m_stocks;
    SyntheticOptions m_options;
    NewsWire m_news;
    std::vector<Asset> m_assets;
    Date m_firstDay;
};

} // namespace strikedesk::sandbox
