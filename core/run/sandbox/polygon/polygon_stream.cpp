// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/polygon_stream.h"

#include "core/run/sandbox/http/bounded_json.h"
#include "core/run/sandbox/polygon/venue_tables.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr Duration kAuthenticationTime = Duration::seconds(10);
constexpr std::size_t kMaxObjectsPerFrame = 500;
constexpr std::size_t kMaxItems = 10'000;
/// Of one channel on one connection; for option quotes the vendor's own bound is less.
constexpr std::size_t kMaxSymbols = 20'000;
constexpr std::size_t kMaxOptionQuotes = 1'000;

struct ChannelName {
    std::string_view name;
    PolygonChannel channel;
    bool onStocks;
    bool onOptions;
    bool onIndices;
};
constexpr ChannelName kChannels[] = {
    {"T", PolygonChannel::Trades, true, true, false},  {"Q", PolygonChannel::Quotes, true, true, false},
    {"A", PolygonChannel::Seconds, true, true, true},  {"AM", PolygonChannel::Minutes, true, true, true},
    {"V", PolygonChannel::Values, false, false, true}, {"LULD", PolygonChannel::Bands, true, false, false},
};

TickerKind kindOf(Cluster cluster) {
    return cluster == Cluster::Options   ? TickerKind::Option
           : cluster == Cluster::Indices ? TickerKind::Index
                                         : TickerKind::Stock;
}

std::string textOf(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string tickerText(const Symbol& symbol, Cluster cluster) {
    return cluster == Cluster::Options   ? "O:" + symbol.text()
           : cluster == Cluster::Indices ? "I:" + symbol.text()
                                         : symbol.text();
}

json tradeMessage(const market::TradePrint& print, Cluster cluster, char tape,
                  const SessionCalendar& calendar) {
    json out = {{"ev", "T"}, {"sym", tickerText(print.symbol, cluster)}};
    out["x"] = exchangeIdOf(print);
    out["p"] = numberJson(print.price);
    out["s"] = print.size;
    if (json ids = conditionIds(print); !ids.empty())
        out["c"] = std::move(ids);
    out["t"] = print.at.milliseconds();
    out["q"] = sequenceOf(print.at, calendar);
    if (cluster == Cluster::Stocks) {
        out["i"] = print.id;
        out["z"] = tapeId(tape);
    }
    return out;
}

json quoteMessage(const market::Quote& quote, Cluster cluster, char tape, const SessionCalendar& calendar) {
    const int exchange = quoteExchangeId(cluster == Cluster::Options, tape);
    json out = {{"ev", "Q"}, {"sym", tickerText(quote.symbol, cluster)}};
    out["bx"] = quote.bid.isPositive() ? exchange : 0;
    out["bp"] = numberJson(quote.bid);
    out["bs"] = quote.bidSize;
    out["ax"] = quote.ask.isPositive() ? exchange : 0;
    out["ap"] = numberJson(quote.ask);
    out["as"] = quote.askSize;
    out["t"] = quote.at.milliseconds();
    out["q"] = sequenceOf(quote.at, calendar);
    if (cluster == Cluster::Stocks) {
        out["c"] = 1;
        out["z"] = tapeId(tape);
    }
    return out;
}

} // namespace

PolygonStream::PolygonStream(PolygonHub& hub, SocketPeer& peer, Cluster cluster)
    : m_hub(hub), m_peer(peer), m_cluster(cluster) {
    const DataPlan stocks = DataPlan::named(hub.config().polygonPlan).value_or(DataPlan());
    m_plan = cluster == Cluster::Options ? DataPlan::named(hub.config().polygonOptionsPlan).value_or(stocks)
                                         : stocks;
    m_hub.m_streams.insert(this);
}

PolygonStream::~PolygonStream() { m_hub.m_streams.erase(this); }

void PolygonStream::say(const char* status, const std::string& message) {
    const json frame = json::array({{{"ev", "status"}, {"status", status}, {"message", message}}});
    m_peer.send(frame.dump(-1, ' ', false, json::error_handler_t::replace), false);
}

void PolygonStream::opened(MonoTime now) {
    m_openedAt = now;
    say("connected", "Connected Successfully");
}

void PolygonStream::tick(MonoTime now) {
    const bool isOpen = m_openedAt != MonoTime();
    if (!isOpen || m_authenticated || m_closing || now - m_openedAt <= kAuthenticationTime)
        return;
    say("auth_timeout", "No authentication in time.");
    m_closing = true;
    m_peer.close();
}

void PolygonStream::evict() {
    say("max_connections", "Maximum number of connections exceeded.");
    m_closing = true;
    m_peer.close();
}

void PolygonStream::received(std::string_view message, bool /*binary*/) {
    if (m_closing)
        return;
    const json request = parseJson(message);
    const std::string action = request.is_object() ? textOf(request, "action") : std::string();
    const std::string params = request.is_object() ? textOf(request, "params") : std::string();
    if (action == "auth")
        authenticate(params);
    else if (action != "subscribe" && action != "unsubscribe")
        say("error", "unknown action");
    else if (!m_authenticated)
        say("auth_required", "not authenticated");
    else
        change(params, action == "subscribe");
}

void PolygonStream::authenticate(const std::string& key) {
    if (m_authenticated) {
        say("auth_success", "authenticated");
        return;
    }
    const bool isKnown = equalInConstantTime(key, m_hub.config().polygonKey);
    if (!isKnown || !m_plan.hasSnapshots) {
        say("auth_failed", isKnown ? "Your plan doesn't include websocket access." : "invalid api key");
        m_closing = true;
        m_peer.close();
        return;
    }
    m_authenticated = true;
    say("auth_success", "authenticated");
    m_hub.closeOthers(*this);
}

void PolygonStream::change(const std::string& params, bool isSubscribe) {
    const auto items = commaList(params, kMaxItems);
    if (!items || items->empty()) {
        say("error", items ? "no channel was named" : "too many channels at once");
        return;
    }
    for (const std::string& item : *items) {
        if (isSubscribe)
            subscribe(item);
        else
            unsubscribe(item);
    }
}

/// "AM.SPY": the channel up to the first point, then a ticker of this cluster or a star.
std::optional<PolygonStream::Item> PolygonStream::read(std::string_view text) const {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos)
        return std::nullopt;
    for (const ChannelName& name : kChannels) {
        const bool isHere = m_cluster == Cluster::Stocks    ? name.onStocks
                            : m_cluster == Cluster::Options ? name.onOptions
                                                            : name.onIndices;
        if (!isHere || name.name != text.substr(0, point))
            continue;
        const std::string_view rest = text.substr(point + 1);
        if (rest == "*")
            return Item{name.channel, true, Symbol()};
        const auto ticker = Ticker::tryFrom(rest);
        if (!ticker || ticker->kind != kindOf(m_cluster))
            return std::nullopt;
        return Item{name.channel, false, ticker->symbol};
    }
    return std::nullopt;
}

bool PolygonStream::isEntitled(PolygonChannel channel) const {
    if (channel == PolygonChannel::Trades)
        return m_plan.hasTrades;
    return (channel != PolygonChannel::Quotes && channel != PolygonChannel::Bands) || m_plan.hasQuotes;
}

void PolygonStream::subscribe(const std::string& text) {
    const auto item = read(text);
    if (!item) {
        say("error", "invalid subscription: " + text);
        return;
    }
    if (!isEntitled(item->channel)) {
        say("not_authorized", "You are not entitled to " + text + ". Choose a larger plan for the sandbox.");
        return;
    }
    Wanted& channel = wanted(item->channel);
    if (item->all ? channel.all : channel.symbols.contains(item->symbol))
        return;
    const bool isOptionQuote = m_cluster == Cluster::Options && item->channel == PolygonChannel::Quotes;
    if (isOptionQuote && item->all) {
        say("error", "option quotes need contracts: " + text);
        return;
    }
    if (channel.symbols.size() >= (isOptionQuote ? kMaxOptionQuotes : kMaxSymbols)) {
        say("error", "too many subscriptions: " + text);
        return;
    }
    if (item->all)
        channel.all = true;
    else
        channel.symbols.insert(item->symbol);
    if (m_cluster == Cluster::Options && !item->all)
        m_hub.source().watch(item->symbol);
    say("success", "subscribed to: " + text);
}

void PolygonStream::unsubscribe(const std::string& text) {
    const auto item = read(text);
    if (!item) {
        say("error", "invalid subscription: " + text);
        return;
    }
    Wanted& channel = wanted(item->channel);
    const bool had = item->all ? channel.all : channel.symbols.erase(item->symbol) > 0;
    if (item->all)
        channel.all = false;
    if (had)
        say("success", "unsubscribed to: " + text);
}

bool PolygonStream::isOfCluster(const Symbol& symbol) const {
    const bool isOption = symbol.looksLikeOption();
    if (isOption || m_cluster == Cluster::Options)
        return isOption && m_cluster == Cluster::Options;
    const Asset* asset = assetOf(m_hub.source(), symbol);
    return asset != nullptr && (asset->kind == AssetKind::Index) == (m_cluster == Cluster::Indices);
}

bool PolygonStream::wants(PolygonChannel channel, const Symbol& symbol) const {
    const Wanted& of = wanted(channel);
    return (of.all || of.symbols.contains(symbol)) && isOfCluster(symbol);
}

bool PolygonStream::wantsAny(PolygonChannel channel) const {
    return wanted(channel).all || !wanted(channel).symbols.empty();
}

const std::set<Symbol>* PolygonStream::named(PolygonChannel channel) const {
    return wanted(channel).all ? nullptr : &wanted(channel).symbols;
}

void PolygonStream::push(json message) {
    m_batch.push_back(std::move(message));
    if (m_batch.size() >= kMaxObjectsPerFrame)
        flush();
}

void PolygonStream::flush() {
    if (!m_batch.empty() && isListening())
        m_peer.send(m_batch.dump(), false);
    m_batch = json::array();
}

void PolygonStream::add(const MarketEvent& event) {
    const Symbol& symbol = eventSymbol(event);
    const auto tape = [&] {
        const Asset* asset = assetOf(m_hub.source(), symbol);
        return asset != nullptr ? asset->tape : 'C';
    };
    const SessionCalendar& calendar = m_hub.calendar();
    if (const auto* quote = std::get_if<market::Quote>(&event)) {
        if (wants(PolygonChannel::Quotes, symbol))
            push(quoteMessage(*quote, m_cluster, tape(), calendar));
    } else if (const auto* print = std::get_if<market::TradePrint>(&event)) {
        if (wants(PolygonChannel::Trades, symbol))
            push(tradeMessage(*print, m_cluster, tape(), calendar));
    } else if (const auto* value = std::get_if<IndexValue>(&event)) {
        if (wants(PolygonChannel::Values, symbol))
            push(json{{"ev", "V"},
                      {"val", numberJson(value->value)},
                      {"T", tickerText(symbol, m_cluster)},
                      {"t", value->at.milliseconds()}});
    } else if (const auto* band = std::get_if<PriceBand>(&event)) {
        if (wants(PolygonChannel::Bands, symbol))
            push(json{{"ev", "LULD"},
                      {"T", symbol.text()},
                      {"h", numberJson(band->up)},
                      {"l", numberJson(band->down)},
                      {"z", tapeId(tape())},
                      {"t", band->at.milliseconds()},
                      {"q", sequenceOf(band->at, calendar)}});
    }
}

void PolygonStream::add(PolygonChannel channel, const LiveBar& live, Timestamp end,
                        const DayTotals::Total& day) {
    if (!wants(channel, live.symbol))
        return;
    const market::Bar& bar = live.bar;
    json out = {{"ev", channel == PolygonChannel::Seconds ? "A" : "AM"},
                {"sym", tickerText(live.symbol, m_cluster)}};
    if (day.open.isPositive())
        out["op"] = numberJson(day.open);
    out["o"] = numberJson(bar.open);
    out["h"] = numberJson(bar.high);
    out["l"] = numberJson(bar.low);
    out["c"] = numberJson(bar.close);
    out["s"] = bar.start.milliseconds();
    out["e"] = end.milliseconds();
    if (m_cluster != Cluster::Indices) {
        out["v"] = bar.volume;
        out["av"] = day.volume;
        out["vw"] = numberJson(bar.vwap);
        out["a"] = numberJson(day.vwap());
        out["z"] = bar.tradeCount > 0 ? bar.volume / bar.tradeCount : bar.volume;
    }
    push(std::move(out));
}

} // namespace strikedesk::sandbox
