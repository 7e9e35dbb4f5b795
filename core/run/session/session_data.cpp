// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/option_symbol.h"
#include "core/run/session/session.h"

#include <algorithm>
#include <utility>

// What a session streams, loads and keeps of the market.

namespace strikedesk::session {

void Session::watch(std::vector<StreamWish> wishes) {
    m_wishes = std::move(wishes);
    applyWatch();
}

void Session::wantSeries(std::vector<SeriesWish> wishes, const std::optional<market::SeriesKey>& focus) {
    std::stable_sort(wishes.begin(), wishes.end(),
                     [](const SeriesWish& a, const SeriesWish& b) { return a.attention < b.attention; });
    std::vector<market::SeriesKey> keys;
    for (const SeriesWish& wish : wishes)
        keys.push_back(wish.key);
    m_wantedSeries = std::move(wishes);
    m_focus = focus ? std::optional(focus->symbol) : std::nullopt;
    // The streams are asked first: history waits for them, so that no minute falls between the two.
    applyWatch();
    post(engine::SeriesWanted{std::move(keys), focus});
}

void Session::setStreamLimits() {
    for (const market::Vendor vendor : m_feeds->vendors()) {
        m_plans[{engine::Channel::StockStream, vendor}].setLimit(
            stockSymbolLimit(m_config.settings, feedOf(engine::Channel::StockStream, vendor)));
        m_plans[{engine::Channel::OptionStream, vendor}].setLimit(
            optionSymbolLimit(m_config.settings, feedOf(engine::Channel::OptionStream, vendor)));
    }
}

void Session::onOverLimit(engine::Channel channel, market::Vendor vendor, std::size_t asked,
                          std::size_t delivered) {
    if (m_plans[{channel, vendor}].refused(asked, delivered))
        applyWatch();
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

std::vector<StreamWish> Session::allWishes(engine::Channel channel) const {
    const bool ofOptions = channel == engine::Channel::OptionStream;
    std::vector<StreamWish> wishes;
    const auto wish = [&](const Symbol& symbol, market::Attention attention) {
        if (symbol.looksLikeOption() == ofOptions)
            wishes.push_back({symbol, attention});
    };
    for (const Symbol& symbol : m_managed) {
        wish(symbol, market::Attention::Held);
        // A halt is told of the underlying.
        if (const auto option = OptionSymbol::tryFrom(symbol))
            wish(option->underlying(), market::Attention::Focused);
    }
    for (const StreamWish& wanted : m_wishes)
        wish(wanted.symbol, wanted.attention);
    for (const SeriesWish& wanted : m_wantedSeries)
        wish(wanted.key.symbol, wanted.attention);
    return wishes;
}

StreamPlan::Choice Session::choose(engine::Channel channel, market::Vendor vendor, bool hasBars) {
    const StreamPlan& plan = m_plans[{channel, vendor}];
    StreamPlan::Choice choice = plan.choose(allWishes(channel));
    if (vendor != m_feeds->serving(channel))
        return choice;
    engine::StreamChosen chosen{channel, {}, choice.leftOut, hasBars};
    if (plan.limit())
        chosen.limit = static_cast<std::int64_t>(*plan.limit());
    engine::StreamChosen& told = m_chosen[channel];
    if (told.leftOut != chosen.leftOut || told.limit != chosen.limit || told.hasBars != hasBars) {
        told = chosen;
        m_inbox.post(engine::Event(engine::LinkEvent(std::move(chosen))));
    }
    return choice;
}

std::set<Symbol> Session::wishStocks(market::Vendor vendor) {
    // The data plan counts quotes and prints; bars and halts come without a number. A venue that accepts
    // nothing at all is asked for nothing more.
    const bool hasBars = m_plans[{engine::Channel::StockStream, vendor}].limit() != std::size_t{0};
    const StreamPlan::Choice stocks = choose(engine::Channel::StockStream, vendor, hasBars);
    venues::DesiredChannels stock;
    stock.trades = stocks.live;
    if (hasBars) {
        stock.bars = stocks.live;
        stock.bars.insert(stocks.leftOut.begin(), stocks.leftOut.end());
    }
    const auto watch = [&](const Symbol& symbol) {
        if (stocks.live.contains(symbol))
            stock.quotes.insert(symbol);
        if (hasBars)
            stock.statuses.insert(symbol);
    };
    for (const StreamWish& wanted : m_wishes)
        if (!wanted.symbol.looksLikeOption())
            watch(wanted.symbol);
    for (const Symbol& symbol : m_managed) {
        const auto option = OptionSymbol::tryFrom(symbol);
        watch(option ? option->underlying() : symbol);
    }
    for (const SeriesWish& wanted : m_wantedSeries)
        if (hasBars && !wanted.key.symbol.looksLikeOption())
            stock.dailyBars.insert(wanted.key.symbol);
    m_feeds->setDesired(engine::Channel::StockStream, vendor, stock);
    return stock.bars;
}

std::set<Symbol> Session::wishOptions(market::Vendor vendor) {
    const StreamPlan::Choice options = choose(engine::Channel::OptionStream, vendor, false);
    venues::DesiredChannels option;
    option.quotes = option.trades = options.live;
    m_feeds->setDesired(engine::Channel::OptionStream, vendor, option);
    return options.live;
}

void Session::applyWatch() {
    if (!m_feeds)
        return;
    std::set<Symbol> expected;
    for (const market::Vendor vendor : m_feeds->vendors()) {
        const std::set<Symbol> stocks = wishStocks(vendor);
        const std::set<Symbol> options = wishOptions(vendor);
        if (vendor == m_feeds->serving(engine::Channel::StockStream))
            expected.insert(stocks.begin(), stocks.end());
        if (vendor == m_feeds->serving(engine::Channel::OptionStream))
            expected.insert(options.begin(), options.end());
    }
    std::set<Symbol> streamed;
    for (const SeriesWish& wanted : m_wantedSeries)
        if (expected.contains(wanted.key.symbol))
            streamed.insert(wanted.key.symbol);
    m_data.post(
        [focus = m_focus, streamed](workers::DataWorker& worker) { worker.setSeries(focus, streamed); });
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

void Session::chain(const Symbol& underlying, const alpaca::ContractFilter& filter, Duration maxAge,
                    std::function<void(Result<workers::ChainAnswer>)> answered) {
    m_data.post(
        [this, underlying, filter, maxAge, answered = std::move(answered)](workers::DataWorker& worker) {
            worker.chain(underlying, filter, maxAge, [this, answered](auto result) {
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
