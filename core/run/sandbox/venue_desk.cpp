// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/venue_desk.h"

#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/hash_random.h"
#include "core/run/sandbox/market/minute_prints.h"
#include "core/run/sandbox/market/replay_market.h"
#include "core/run/sandbox/market/synthetic_market.h"

#include <algorithm>
#include <random>

namespace strikedesk::sandbox {

namespace {

/// The Wednesday on which a new synthetic account begins when nothing else is asked for.
const Date kFirstDay = Date::fromDays(20'775); // 2026-11-18
constexpr int kOpenMinute = 9 * 60 + 30;
constexpr int kCalendarBack = 40;
constexpr int kCalendarAhead = 200;

std::string marketKindOf(const SandboxConfig& config) {
    if (config.replayDirectory.empty())
        return "synthetic";
    std::vector<Symbol> symbols = config.replaySymbols;
    std::sort(symbols.begin(), symbols.end());
    std::string names;
    for (const Symbol& symbol : symbols)
        names += (names.empty() ? "" : ",") + symbol.text();
    return "replay " + (names.empty() ? names : names + " ") + config.replayDate.value_or(Date()).iso();
}

/// "PA" and ten digits, new every time: a fresh account must never be taken for an old one.
std::string newAccountNumber() {
    std::random_device device;
    std::string number = "PA";
    for (int i = 0; i < 10; ++i)
        number += static_cast<char>('0' + device() % 10);
    return number;
}

/// The symbols a request is about.
std::vector<Symbol> namedBy(const trade::VenueInput& input) {
    std::vector<Symbol> symbols;
    if (const auto* submit = std::get_if<trade::SubmitOrder>(&input)) {
        symbols.push_back(submit->request.symbol);
        for (const trade::OrderLeg& leg : submit->request.legs)
            symbols.push_back(leg.symbol);
    } else if (const auto* close = std::get_if<trade::ClosePosition>(&input)) {
        symbols.push_back(close->symbol);
    }
    return symbols;
}

/// The book knows what an underlying is worth from quotes and trades only.
market::TradePrint valueAsTrade(const IndexValue& index) {
    market::TradePrint print;
    print.symbol = index.symbol;
    print.price = index.value;
    print.size = 1; // a trade of nothing would not count
    print.at = index.at;
    return print;
}

} // namespace

void VenueDesk::append(trade::VenueResult& all, trade::VenueResult&& more) {
    all.updates.insert(all.updates.end(), std::make_move_iterator(more.updates.begin()),
                       std::make_move_iterator(more.updates.end()));
    all.activities.insert(all.activities.end(), std::make_move_iterator(more.activities.begin()),
                          std::make_move_iterator(more.activities.end()));
}

Result<std::unique_ptr<VenueDesk>> VenueDesk::tryOpen(const SandboxConfig& config) {
    std::unique_ptr<VenueDesk> desk(new VenueDesk());
    auto opened = VenueStore::tryOpen(config.venueDbPath);
    if (!opened)
        return opened.error();
    desk->m_store = std::move(*opened);
    std::optional<VenueStore::Stored> stored;
    if (!config.fresh) {
        auto loaded = desk->m_store->load();
        if (!loaded)
            return loaded.error();
        stored = std::move(*loaded);
    }
    if (Status status = stored ? desk->takeUp(config, std::move(*stored)) : desk->begin(config); !status)
        return status.error();
    return desk;
}

Status VenueDesk::takeUp(const SandboxConfig& config, VenueStore::Stored stored) {
    if (stored.record.marketKind != marketKindOf(config))
        return Error{ErrorKind::InvalidInput,
                     "sandbox.venue.market",
                     "This sandbox account belongs to the market \"" + stored.record.marketKind +
                         "\". Choose that market, another file or a fresh account.",
                     {{"market", stored.record.marketKind}}};
    auto book = trade::VenueBook::tryJoin(stored.book);
    if (!book)
        return Error{
            ErrorKind::Storage,
            "sandbox.venue.version",
            "The sandbox's account was written by another version of the program. Start the sandbox with "
            "a fresh account.",
            {},
            book.error().message};
    m_record = std::move(stored.record);
    m_watchlists = std::move(stored.watchlists);
    m_book = std::move(*book);
    m_writer.startFrom(m_book);
    m_record.clock = std::max(m_record.clock, m_book.state().now);
    if (Status opened = openMarket(config); !opened)
        return opened;
    // The market may list more than when the account was stored.
    tellAssets(m_record.clock);
    trade::VenueResult nobodyListens;
    tellCalendar(m_record.clock, nobodyListens);
    return done();
}

Status VenueDesk::begin(const SandboxConfig& config) {
    m_record.accountNumber = newAccountNumber();
    m_record.seed = config.seed;
    m_record.marketKind = marketKindOf(config);
    const bool replays = !config.replayDirectory.empty();
    const Date firstDay = replays ? config.replayDate.value_or(kFirstDay) : kFirstDay;
    m_record.clock =
        config.start.value_or(m_calendar.newYork(firstDay, replays ? kOpenMinute : kOpenMinute + 10));
    m_record.anchor = m_calendar.dateOf(m_record.clock);
    if (!m_calendar.session(m_record.anchor))
        m_record.anchor = m_calendar.previous(m_record.anchor);
    if (Status opened = openMarket(config); !opened)
        return opened;

    trade::VenueConfig venue = config.venue;
    venue.accountNumber = AccountId(m_record.accountNumber);
    venue.seed = HashRandom(config.seed, {textKey(m_record.accountNumber)}).next();
    m_book = trade::VenueBook(venue);
    m_writer.startAnew();
    tellAssets(m_record.clock);
    trade::VenueResult nobodyListens;
    tellCalendar(m_record.clock, nobodyListens);
    if (Status cleared = saveWatchlists({}); !cleared)
        return cleared;
    return save(m_record.clock);
}

Status VenueDesk::openMarket(const SandboxConfig& config) {
    if (config.replayDirectory.empty()) {
        m_source = std::make_unique<SyntheticMarket>(m_record.seed, m_record.anchor);
        return done();
    }
    auto opened = ReplayMarket::tryOpen(config.replayDirectory, config.replayDate.value_or(Date()),
                                        config.replaySymbols);
    if (!opened)
        return opened.error();
    m_source = std::move(*opened);
    return done();
}

/// An index cannot be held, so it is no asset of the account; its options settle in cash.
void VenueDesk::tellAssets(Timestamp now) {
    for (const Asset& asset : m_source->assets()) {
        if (asset.kind == AssetKind::Index) {
            m_book.step(now, trade::RegisterIndex{asset.symbol, asset.optionsLateClose});
            continue;
        }
        trade::VenueAsset listed;
        listed.id = asset.id;
        listed.symbol = asset.symbol;
        listed.name = asset.name;
        listed.exchange = asset.exchange;
        listed.optionsLateClose = asset.optionsLateClose;
        m_book.step(now, trade::RegisterAsset{listed});
    }
}

void VenueDesk::tellCalendar(Timestamp now, trade::VenueResult& all) {
    const Date today = m_calendar.dateOf(now);
    if (m_calendarTold == today)
        return;
    const Date from = m_calendarTold == Date() ? today : m_calendarTold + 1;
    m_calendarTold = today;
    append(all, m_book.step(now, trade::SetSessions{
                                     m_calendar.sessions(today - kCalendarBack, today + kCalendarAhead)}));
    tellActions(from, today, now, all);
}

std::set<Symbol> VenueDesk::symbolsInPlay() const {
    std::set<Symbol> symbols;
    const trade::VenueState& state = m_book.state();
    for (const std::uint64_t index : state.working)
        symbols.insert(state.orders[index].order.symbol);
    for (const auto& [symbol, position] : state.positions) {
        symbols.insert(symbol);
        // Exercise and collateral are reckoned from the underlying.
        if (const options::Contract* contract = m_book.contract(symbol))
            symbols.insert(contract->underlying);
    }
    return symbols;
}

/// The contract and the newest quote of a symbol, before the book is asked about it.
void VenueDesk::introduce(Timestamp now, const Symbol& symbol, trade::VenueResult& all) {
    if (symbol.isEmpty())
        return;
    if (symbol.looksLikeOption() && m_book.contract(symbol) == nullptr) {
        const auto contract = m_source->contract(symbol, m_calendar.dateOf(now));
        if (!contract)
            return;
        append(all, m_book.step(now, trade::RegisterContract{*contract}));
        introduce(now, contract->underlying, all);
    }
    m_source->watch(symbol);
    if (!symbol.looksLikeOption())
        tellHalts({symbol}, now);
    if (const auto index = m_source->indexValueAt(symbol, now))
        append(all, m_book.step(now, trade::TradeSeen{valueAsTrade(*index)}));
    const auto quote = m_source->quoteAt(symbol, now);
    const trade::VenueMarket* known = m_book.market(symbol);
    if (quote && (known == nullptr || known->quote.at < quote->at))
        append(all, m_book.step(now, trade::QuoteSeen{*quote}));
}

Status VenueDesk::advance(Timestamp now, const std::vector<MarketEvent>& events) {
    trade::VenueResult all;
    tellCalendar(now, all);
    std::set<Symbol> inPlay = symbolsInPlay();
    for (const MarketEvent& event : events) {
        if (const auto* status = std::get_if<market::TradingStatus>(&event)) {
            if (status->phase != market::TradingPhase::Other)
                m_book.step(status->at,
                            trade::SetHalt{status->symbol, status->phase == market::TradingPhase::Halted});
            continue;
        }
        if (!inPlay.contains(eventSymbol(event)))
            continue;
        trade::VenueInput input = trade::TimeAdvanced{};
        if (const auto* quote = std::get_if<market::Quote>(&event))
            input = trade::QuoteSeen{*quote};
        else if (const auto* print = std::get_if<market::TradePrint>(&event); print && formsPrice(*print))
            input = trade::TradeSeen{*print};
        else if (const auto* index = std::get_if<IndexValue>(&event))
            input = trade::TradeSeen{valueAsTrade(*index)};
        else
            continue;
        trade::VenueResult result = m_book.step(eventTime(event), input);
        const bool changed = !result.updates.empty() || !result.activities.empty();
        append(all, std::move(result));
        if (changed)
            inPlay = symbolsInPlay();
    }
    append(all, m_book.step(now, trade::TimeAdvanced{}));
    // A long jump of the clock leaves events out.
    tellHalts(m_book.state().halted, now);
    if (all.updates.empty() && all.activities.empty())
        return done();
    Status saved = save(now);
    publish(all.updates);
    return saved;
}

Result<trade::VenueResult> VenueDesk::request(Timestamp now, const trade::VenueInput& input) {
    trade::VenueResult all;
    for (const Symbol& symbol : namedBy(input))
        introduce(now, symbol, all);
    trade::VenueResult result = m_book.step(now, input);
    all.reply = std::move(result.reply);
    append(all, std::move(result));
    if (Status saved = save(now); !saved)
        return saved.error();
    return all;
}

void VenueDesk::publish(const std::vector<trade::OrderUpdate>& updates) {
    if (m_listener)
        for (const trade::OrderUpdate& update : updates)
            m_listener(update);
}

Status VenueDesk::save(Timestamp now) {
    m_record.clock = now;
    return m_writer.save(*m_store, m_record, m_book);
}

Status VenueDesk::saveWatchlists(std::vector<Watchlist> lists) {
    if (Status saved = m_store->saveWatchlists(lists); !saved)
        return saved;
    m_watchlists = std::move(lists);
    return done();
}

Status VenueDesk::saveClock(Timestamp now) {
    m_record.clock = now;
    return m_store->saveRecord(m_record);
}

} // namespace strikedesk::sandbox
