// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/property/hub/hub_world.h"

#include "core/base/archive_reader.h"
#include "core/base/zone.h"
#include "core/market/hub/session_hours.h"

#include <algorithm>

namespace strikedesk::market::test {

namespace {

const std::string kFeed = "sip";
const Date kBefore = *Date::tryFromIso("2026-02-27");
const Date kToday = *Date::tryFromIso("2026-03-02");

Timestamp at(Date date, int hour, int minute) { return fromNewYork(date, hour * 3'600 + minute * 60); }

} // namespace

HubWorld::HubWorld(std::uint64_t seed, std::vector<Symbol> symbols)
    : m_state(seed * 2 + 1), m_symbols(std::move(symbols)) {
    const Timestamp start = at(kToday, 10, 0) + Duration::seconds(static_cast<std::int64_t>(random(120)));
    m_now = {start, MonoTime::fromNanoseconds(5'000'000'000)};
    for (const Symbol& symbol : m_symbols) {
        m_price[symbol] = 500'000 + static_cast<std::int64_t>(random(1'000'000));
        const bool isOption = symbol.looksLikeOption();
        for (const auto& [from, to] : {std::pair{at(kBefore, 15, 20), at(kBefore, 16, isOption ? 0 : 10)},
                                       std::pair{at(kToday, isOption ? 9 : 9, isOption ? 30 : 15), start}})
            for (Timestamp t = from; t < to; t = t + Duration::seconds(20))
                if (random(3) == 0) {
                    m_now.market = t;
                    maybeTrade(symbol);
                }
        for (auto& [minute, truth] : m_truth[symbol])
            truth.isSent = minute + kMinute <= start;
        for (const Timeframe timeframe : {Timeframe::Minute1, Timeframe::Minute5, Timeframe::Hour1,
                                          Timeframe::Hour4, Timeframe::Day1, Timeframe::Week1})
            for (const SeriesSession session : {SeriesSession::Regular, SeriesSession::Extended})
                m_keys.push_back({symbol, timeframe, session, kFeed, Adjustment::Raw});
    }
    m_now.market = start;
    setFeed(true);
}

std::uint64_t HubWorld::random(std::uint64_t below) {
    m_state = m_state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
    return (m_state >> 33) % below;
}

void HubWorld::trade(const Symbol& symbol, Timestamp when, std::int64_t units, std::int64_t size) {
    const Price price = Price::fromUnits(units);
    const auto [place, isNew] = m_truth[symbol].try_emplace(minuteOf(when));
    Minute& minute = place->second;
    Bar& bar = minute.bar;
    if (isNew) {
        bar = {minuteOf(when), price, price, price, price, size, 1, {}};
        minute.first = minute.last = when;
        return;
    }
    bar.high = std::max(bar.high, price);
    bar.low = std::min(bar.low, price);
    bar.volume += size;
    ++bar.tradeCount;
    if (when < minute.first) {
        bar.open = price;
        minute.first = when;
    }
    if (when >= minute.last) {
        bar.close = price;
        minute.last = when;
    }
}

bool HubWorld::isHeard(const Symbol& symbol) const {
    return m_isUp && !m_isMute && std::any_of(m_wanted.begin(), m_wanted.end(), [&](const SeriesKey& key) {
               return key.symbol == symbol;
           });
}

void HubWorld::maybeTrade(const Symbol& symbol) {
    std::int64_t& price = m_price[symbol];
    price += (static_cast<std::int64_t>(random(11)) - 5) * 100;
    const auto size = static_cast<std::int64_t>(random(500) + 1);
    trade(symbol, m_now.market, price, size);
    if (isHeard(symbol))
        m_hub.onPrint({symbol, Price::fromUnits(price), size, m_now.market, "V", "", ""}, kFeed, m_now);
}

void HubWorld::sendMinutes() {
    for (const Symbol& symbol : m_symbols) {
        const auto found = m_truth[symbol].find(minuteOf(m_now.market) - kMinute);
        if (found == m_truth[symbol].end())
            continue;
        found->second.isSent = true;
        // Option contracts have no stream of bars.
        if (isHeard(symbol) && !symbol.looksLikeOption())
            m_hub.onBar(symbol, found->second.bar, BarKind::Minute, kFeed, m_now);
    }
}

void HubWorld::second() {
    m_now = {m_now.market + Duration::seconds(1), m_now.mono + Duration::seconds(1)};
    for (const Symbol& symbol : m_symbols)
        if (random(4) == 0)
            maybeTrade(symbol);
    if (m_now.market == minuteOf(m_now.market) + Duration::seconds(1))
        sendMinutes();
    m_hub.onTime(m_now);
    collect();
    // A worker ends what was cancelled within seconds.
    for (std::size_t i = 0; i < m_loads.size(); ++i)
        if (m_loads[i].isCancelled && m_now.mono - m_loads[i].cancelledAt > Duration::seconds(20)) {
            endLoad(i, HistoryOutcome::Cancelled);
            break;
        }
}

void HubWorld::advance(int seconds) {
    for (int i = 0; i < seconds; ++i)
        second();
}

void HubWorld::sleep(int seconds) {
    for (int i = 0; i < seconds; ++i) {
        m_now.market = m_now.market + Duration::seconds(1);
        for (const Symbol& symbol : m_symbols)
            if (random(4) == 0) {
                m_price[symbol] += 100;
                trade(symbol, m_now.market, m_price[symbol], 10);
            }
    }
    for (const Symbol& symbol : m_symbols)
        for (auto& [minute, truth] : m_truth[symbol])
            truth.isSent = truth.isSent || minute + kMinute <= m_now.market;
}

void HubWorld::lateTrade(unsigned amount) {
    const Symbol& symbol = m_symbols[amount % m_symbols.size()];
    if (!isHeard(symbol) || symbol.looksLikeOption())
        return;
    const Timestamp when = m_now.market - Duration::seconds(static_cast<std::int64_t>(3 + amount % 90));
    const std::int64_t units = m_price[symbol] + static_cast<std::int64_t>(random(9)) * 100 - 400;
    trade(symbol, when, units, 7);
    m_hub.onPrint({symbol, Price::fromUnits(units), 7, when, "V", "", ""}, kFeed, m_now);
    Minute& minute = m_truth[symbol][minuteOf(when)];
    // The venue corrects a minute it has sent.
    if (minuteOf(when) + kMinute + Duration::seconds(1) <= m_now.market) {
        minute.isSent = true;
        m_hub.onBar(symbol, minute.bar, BarKind::Updated, kFeed, m_now);
    }
}

void HubWorld::setFeed(bool isUp) {
    m_isMute = false;
    m_isUp = isUp;
    m_hub.onFeed(kFeed, isUp, m_now);
    collect();
}

void HubWorld::want(std::set<SeriesKey> keys, std::optional<SeriesKey> focus) {
    m_wanted = std::move(keys);
    m_hub.want({m_wanted.begin(), m_wanted.end()}, focus, m_now);
    collect();
}

void HubWorld::roundTrip() {
    BinaryWriter writer;
    writer.field("hub", m_hub);
    ChartHub loaded;
    BinaryReader reader(writer.bytes());
    reader.field("hub", loaded);
    if (!reader.finished())
        fail("the saved hub could not be read: " + reader.where());
    m_hub = std::move(loaded);
}

void HubWorld::step(unsigned choice, unsigned amount) {
    switch (choice % 16) {
    case 0:
    case 1:
    case 2:
        advance(static_cast<int>(1 + amount % 5));
        break;
    case 3:
        advance(static_cast<int>(10 + amount % 60));
        break;
    case 4:
    case 5:
    case 6:
    case 7:
    case 8:
        answerSomething(amount, 1 + amount % 97);
        break;
    case 9:
        if (!m_loads.empty())
            endLoad(amount % m_loads.size(),
                    amount % 2 == 0 ? HistoryOutcome::Failed : HistoryOutcome::Throttled);
        break;
    case 10:
        setFeed(!m_isUp);
        break;
    case 11:
        // Nothing comes for a while before anybody notices.
        if (m_isUp) {
            m_isMute = true;
            advance(static_cast<int>(1 + amount % 100));
            setFeed(false);
        }
        break;
    case 12:
        lateTrade(amount);
        break;
    case 13: {
        std::set<SeriesKey> keys;
        for (unsigned i = 0; i < 1 + amount % 4; ++i)
            keys.insert(m_keys[random(m_keys.size())]);
        want(keys, *keys.begin());
        break;
    }
    case 14:
        if (amount % 4 == 0)
            sleep(static_cast<int>(100 + amount % 400));
        break;
    default:
        roundTrip();
        break;
    }
    check();
}

} // namespace strikedesk::market::test
