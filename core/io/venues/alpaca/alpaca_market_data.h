// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/alpaca_rest.h"
#include "core/io/venues/alpaca/codec/account_codec.h"
#include "core/io/venues/alpaca/codec/contract_codec.h"
#include "core/io/venues/alpaca/codec/market_codec.h"
#include "core/io/venues/alpaca/codec/reference_codec.h"
#include "core/io/venues/common/reads.h"
#include "core/market/provider.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::alpaca {

using venues::ContractFilter;

/// Market data by request. All pages are joined; a run of pages that does not end is an error. One thread.
class AlpacaMarketData final : public market::MarketDataProvider {
public:
    /// `data` (data host) and `trading` (contracts, on the trading host) outlive the provider.
    AlpacaMarketData(AlpacaRest& data, AlpacaRest& trading, const AlpacaEndpoints& endpoints);

    void latestQuotes(const std::vector<Symbol>& symbols,
                      std::function<void(Result<std::vector<market::Quote>>)> answered) override;
    void bars(const market::BarQuery& query,
              std::function<void(Result<std::map<Symbol, std::vector<market::Bar>>>)> answered) override;

    /// Every active US stock the broker lists; one answer of several megabytes.
    void assets(std::function<void(Result<std::vector<Asset>>)> answered);
    /// Listed contracts of an underlying.
    void contracts(const Symbol& underlying, const ContractFilter& filter,
                   std::function<void(Result<std::vector<ListedContract>>)> answered);
    /// Quotes, trades and greeks of a chain, ordered by contract name.
    void chain(const Symbol& underlying, const ContractFilter& filter,
               std::function<void(Result<std::vector<Snapshot>>)> answered);
    /// Snapshots; stocks and option contracts may be mixed; unknown symbols are absent.
    void snapshots(const std::vector<Symbol>& symbols,
                   std::function<void(Result<std::vector<Snapshot>>)> answered);
    /// Articles of the last days, newest first, at most `limit` (50).
    void news(const std::vector<Symbol>& symbols, int limit,
              std::function<void(Result<std::vector<NewsArticle>>)> answered);

private:
    AlpacaRest& m_data;
    AlpacaRest& m_trading;
    std::string m_stockFeed;
    std::string m_optionFeed;
};

} // namespace strikedesk::alpaca
