// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/run/session/session.h"

#include <utility>

// What a session streams, loads and keeps of the market.

namespace strikedesk::session {

void Session::watch(const std::set<Symbol>& stocks, const std::set<Symbol>& options) {
    m_wantedStocks = stocks;
    m_wantedOptions = options;
    applyWatch();
}

void Session::wantSeries(std::set<market::SeriesKey> keys, const std::optional<market::SeriesKey>& focus) {
    m_wantedSeries = keys;
    m_focus = focus ? std::optional(focus->symbol) : std::nullopt;
    // The streams are asked first: history waits for them, so that no minute falls between the two.
    applyWatch();
    post(engine::SeriesWanted{std::move(keys), focus});
}

void Session::watchManaged() {
    const auto snapshot = m_mailbox.read();
    if (!snapshot || snapshot->orders == m_seenOrders)
        return;
    m_seenOrders = snapshot->orders;
    std::set<Symbol> managed;
    for (const engine::TradeView& view : snapshot->orders->trades)
        if (view.state.phase != trade::TradePhase::Closed)
            managed.insert(view.state.symbol);
    if (managed == m_managed)
        return;
    m_managed = std::move(managed);
    applyWatch();
}

void Session::applyWatch() {
    std::set<Symbol> stocks = m_wantedStocks;
    std::set<Symbol> options = m_wantedOptions;
    for (const Symbol& symbol : m_managed) {
        const auto option = OptionSymbol::tryFrom(symbol);
        (option ? options : stocks).insert(symbol);
        // A halt is told of the underlying.
        if (option)
            stocks.insert(option->underlying());
    }
    alpaca::DesiredChannels stock;
    stock.quotes = stock.trades = stock.bars = stock.statuses = stocks;
    std::set<Symbol> streamed;
    for (const market::SeriesKey& key : m_wantedSeries) {
        streamed.insert(key.symbol);
        if (key.symbol.looksLikeOption()) {
            options.insert(key.symbol);
        } else {
            stock.trades.insert(key.symbol);
            stock.bars.insert(key.symbol);
            stock.dailyBars.insert(key.symbol);
        }
    }
    alpaca::DesiredChannels option;
    option.quotes = option.trades = options;
    m_data.post(
        [focus = m_focus, streamed](workers::DataWorker& worker) { worker.setSeries(focus, streamed); });
    m_stockFeed.post([stock](workers::FeedWorker& worker) { worker.setDesired(stock); });
    m_optionFeed.post([option](workers::FeedWorker& worker) { worker.setDesired(option); });
}

void Session::assets(std::function<void(Result<std::vector<alpaca::Asset>>)> answered) {
    m_data.post([this, answered = std::move(answered)](workers::DataWorker& worker) {
        worker.assets([this, answered](auto result) {
            onOwner([answered, result = std::move(result)] { answered(result); });
        });
    });
}

void Session::contracts(const Symbol& underlying, const alpaca::ContractFilter& filter,
                        std::function<void(Result<std::vector<alpaca::ListedContract>>)> answered) {
    m_data.post([this, underlying, filter, answered = std::move(answered)](workers::DataWorker& worker) {
        worker.contracts(underlying, filter, [this, answered](auto result) {
            onOwner([answered, result = std::move(result)] { answered(result); });
        });
    });
}

void Session::chain(const Symbol& underlying, const alpaca::ContractFilter& filter,
                    std::function<void(Result<std::vector<alpaca::Snapshot>>)> answered) {
    m_data.post([this, underlying, filter, answered = std::move(answered)](workers::DataWorker& worker) {
        worker.chain(underlying, filter, [this, answered](auto result) {
            onOwner([answered, result = std::move(result)] { answered(result); });
        });
    });
}

void Session::bars(const market::BarQuery& query,
                   std::function<void(Result<std::map<Symbol, std::vector<market::Bar>>>)> answered) {
    m_data.post([this, query, answered = std::move(answered)](workers::DataWorker& worker) {
        worker.bars(query, [this, answered](auto result) {
            onOwner([answered, result = std::move(result)] { answered(result); });
        });
    });
}

void Session::startCache(const trade::BrokerAccount& account) {
    // A fresh demo is another market with the same names; its account number is what tells them apart.
    const std::string origin =
        m_config.mode == Mode::Demo ? "sandbox " + account.number.text() : std::string("alpaca");
    m_bars.start([this, origin] {
        auto* cache = new workers::BarCache(m_config.dataDirectory / "bars.db", origin, m_clock, m_log);
        cache->loaded = [this](market::CachedBars bars) {
            m_inbox.post(engine::Event(engine::MarketEvent(engine::HubAnswered{std::move(bars)})));
        };
        cache->troubled = [this](const Error& error) {
            onOwner([this, error] { troubled ? troubled(error) : void(); });
        };
        return cache;
    });
    m_bars.post([](workers::BarCache& cache) { cache.open(); });
}

void Session::dispatch(const market::HubCommand& command) {
    struct Visitor {
        Session& session;
        void operator()(const market::LoadBars& c) const {
            session.m_data.post([c](workers::DataWorker& worker) { worker.load(c); });
        }
        void operator()(const market::CancelLoad& c) const {
            session.m_data.post([c](workers::DataWorker& worker) { worker.cancel(c); });
        }
        void operator()(const market::LoadCachedBars& c) const {
            session.m_bars.post([c](workers::BarCache& cache) { cache.load(c); });
        }
        void operator()(const market::SaveBars& c) const {
            session.m_bars.post([c](workers::BarCache& cache) { cache.save(c); });
        }
    };
    std::visit(Visitor{*this}, command);
}

} // namespace strikedesk::session
