// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/routes_indicators.h"

#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/polygon/aggregates.h"
#include "core/run/sandbox/polygon/wire_polygon.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::int64_t kLargestLimit = 5'000;
constexpr std::int64_t kLargestWindow = 1'000;
/// What an exponential mean was begun with weighs less than a ten-thousandth after so many windows.
constexpr std::size_t kWarmUpWindows = 10;
constexpr std::size_t kBasePage = 50'000;
constexpr int kMostPages = 4;
/// The year 2100; later stamps are no milliseconds.
constexpr std::int64_t kLastMillisecond = 4'102'444'800'000;

enum class Kind : std::uint8_t { Sma, Ema, Rsi, Macd };

struct Request {
    Kind kind = Kind::Sma;
    AggregateQuery bars;
    std::string timespan = "day";
    std::size_t window = 50;
    std::size_t shortWindow = 12;
    std::size_t longWindow = 26;
    std::size_t signalWindow = 9;
    std::string seriesType = "close";
    bool expands = false;
    bool descending = true;
    std::size_t limit = 10;
    Timestamp from; ///< of the values told
    Timestamp to;
};

/// Reads parameters and remembers the first bad one.
class Reader {
public:
    explicit Reader(const PolygonCall& call) : m_call(call) {}
    const std::string& bad() const { return m_bad; }

    std::size_t number(const char* name, std::size_t fallback, std::int64_t most) {
        const std::string_view text = m_call.request().parameter(name);
        if (text.empty())
            return fallback;
        const auto value = parseDecimal(text, 0, ExtraDigits::Refuse);
        if (value && *value >= 1 && *value <= most)
            return static_cast<std::size_t>(*value);
        m_bad = name;
        return fallback;
    }
    std::string word(const char* name, std::initializer_list<std::string_view> allowed,
                     const char* fallback) {
        const std::string_view text = m_call.request().parameter(name);
        if (text.empty())
            return fallback;
        if (std::find(allowed.begin(), allowed.end(), text) == allowed.end())
            m_bad = name;
        return std::string(text);
    }
    /// A day, meant from its first to its last moment, or milliseconds.
    struct Span {
        Timestamp first;
        Timestamp last;
    };
    std::optional<Span> time(const char* name) {
        const std::string_view text = m_call.request().parameter(name);
        if (text.empty())
            return std::nullopt;
        if (const auto day = Date::tryFromIso(text))
            return Span{m_call.calendar().newYork(*day, 0),
                        m_call.calendar().newYork(*day + 1, 0) - Duration::nanoseconds(1)};
        const auto ms = parseDecimal(text, 0, ExtraDigits::Refuse);
        if (ms && *ms >= 0 && *ms <= kLastMillisecond)
            return Span{Timestamp::fromMilliseconds(*ms), Timestamp::fromMilliseconds(*ms)};
        m_bad = name;
        return std::nullopt;
    }

private:
    const PolygonCall& m_call;
    std::string m_bad;
};

void readTimes(Reader& reader, Request& request, Timestamp seenAt) {
    request.to = seenAt;
    const auto upTo = [&](Timestamp at) { request.to = std::min(request.to, at); };
    const auto since = [&](Timestamp at) { request.from = std::max(request.from, at); };
    if (const auto at = reader.time("timestamp")) {
        since(at->first);
        upTo(at->last);
    }
    if (const auto at = reader.time("timestamp.gte"))
        since(at->first);
    if (const auto at = reader.time("timestamp.gt"))
        since(at->last + Duration::nanoseconds(1));
    if (const auto at = reader.time("timestamp.lte"))
        upTo(at->last);
    if (const auto at = reader.time("timestamp.lt"))
        upTo(at->first - Duration::nanoseconds(1));
}

std::optional<Kind> kindNamed(std::string_view name) {
    constexpr std::string_view kNames[] = {"sma", "ema", "rsi", "macd"};
    const auto found = std::find(std::begin(kNames), std::end(kNames), name);
    if (found == std::end(kNames))
        return std::nullopt;
    return static_cast<Kind>(found - std::begin(kNames));
}

/// How many windows before a value its making needs.
std::size_t warmUp(const Request& request) {
    switch (request.kind) {
    case Kind::Sma:
        return request.window - 1;
    case Kind::Macd:
        return kWarmUpWindows * (request.longWindow + request.signalWindow);
    default:
        return kWarmUpWindows * request.window;
    }
}

/// Minutes of an hour, trading days of longer windows.
std::size_t basePerWindow(std::string_view timespan) {
    if (timespan == "hour")
        return 60;
    if (timespan == "week")
        return 5;
    if (timespan == "month")
        return 23;
    if (timespan == "quarter")
        return 66;
    return timespan == "year" ? 253 : 1;
}

/// The bars up to the newest value told, newest first: as many as the page and what came before it need.
std::vector<market::Bar> barsFor(const PolygonCall& call, const Request& request, Timestamp seenAt) {
    const std::size_t wanted = warmUp(request) + (request.descending ? call.skip() + request.limit + 1 : 0);
    AggregateQuery query = request.bars;
    query.from =
        call.calendar().newYork(Date::tryFromYmd(TradingCalendar::kFirstYear, 1, 1).valueOr(Date()), 0);
    query.to = request.to;
    query.descending = true;
    query.limit = kBasePage;
    if (request.descending)
        query.limit = std::min(kBasePage, (wanted + 1) * basePerWindow(request.timespan));
    std::vector<market::Bar> bars;
    const auto isEnough = [&] {
        // Oldest first, the making of the first value asked for must be there, wherever that one lies.
        return bars.size() >= wanted &&
               (request.descending || wanted == 0 || bars[bars.size() - wanted].start < request.from);
    };
    for (int page = 0; page < kMostPages && !isEnough(); ++page) {
        const AggregatePage found = aggregatePage(call.source(), call.calendar(), query, seenAt);
        bars.insert(bars.end(), found.bars.begin(), found.bars.end());
        if (!found.rest || *found.rest <= query.from)
            break;
        query.to = *found.rest - Duration::nanoseconds(1);
    }
    // What lies behind the page's last value and its making says nothing.
    if (request.descending && bars.size() > wanted)
        bars.resize(wanted);
    return bars;
}

double valueOf(const market::Bar& bar, std::string_view type) {
    const Price price = type == "open"   ? bar.open
                        : type == "high" ? bar.high
                        : type == "low"  ? bar.low
                                         : bar.close;
    return price.toDoubleLossy();
}

/// Values with the index of their bar, oldest first.
std::vector<std::pair<std::size_t, json>> valuesOf(const Request& request,
                                                   const std::vector<double>& series) {
    std::vector<std::pair<std::size_t, json>> out;
    if (request.kind != Kind::Macd) {
        const IndicatorSeries found = request.kind == Kind::Sma   ? movingAverage(series, request.window)
                                      : request.kind == Kind::Ema ? exponentialAverage(series, request.window)
                                                                  : relativeStrength(series, request.window);
        for (std::size_t i = 0; i < found.values.size(); ++i)
            out.emplace_back(found.first + i, json{{"value", found.values[i]}});
        return out;
    }
    const IndicatorSeries fast = exponentialAverage(series, request.shortWindow);
    const IndicatorSeries slow = exponentialAverage(series, request.longWindow);
    const std::size_t first = std::max(fast.first, slow.first);
    std::vector<double> line;
    if (!fast.values.empty() && !slow.values.empty())
        for (std::size_t i = first; i < series.size(); ++i)
            line.push_back(fast.values[i - fast.first] - slow.values[i - slow.first]);
    const IndicatorSeries signal = exponentialAverage(line, request.signalWindow);
    for (std::size_t i = 0; i < signal.values.size(); ++i) {
        const double value = line[signal.first + i];
        out.emplace_back(
            first + signal.first + i,
            json{{"value", value}, {"signal", signal.values[i]}, {"histogram", value - signal.values[i]}});
    }
    return out;
}

json underlyingOf(const PolygonCall& call, const Request& request, const std::vector<market::Bar>& bars) {
    json out;
    const std::string_view host = call.request().header("host");
    std::string url = "http://" + std::string(host.empty() ? "127.0.0.1" : host) + "/v2/aggs/ticker/" +
                      call.segments()[3] + "/range/1/" + request.timespan + "/";
    const Timestamp first = bars.empty() ? request.to : bars.front().start;
    url += std::to_string(first.milliseconds()) + "/" + std::to_string(request.to.milliseconds());
    out["url"] = url + "?limit=50000&sort=" + (request.descending ? "desc" : "asc");
    if (!request.expands)
        return out;
    out["aggregates"] = json::array();
    for (const market::Bar& bar : bars)
        out["aggregates"].push_back(aggregateJson(bar, request.bars.ticker.kind));
    if (request.descending)
        std::reverse(out["aggregates"].begin(), out["aggregates"].end());
    return out;
}

HttpAnswer answerOf(const PolygonCall& call, const Request& request) {
    const TickerKind kind = request.bars.ticker.kind;
    std::vector<market::Bar> bars = barsFor(call, request, call.seenAt(kind));
    std::reverse(bars.begin(), bars.end());
    std::vector<double> series;
    for (const market::Bar& bar : bars)
        series.push_back(valueOf(bar, request.seriesType));
    json values = json::array();
    for (auto& [index, row] : valuesOf(request, series)) {
        const Timestamp at = bars[index].start;
        if (at < request.from || request.to < at)
            continue;
        row["timestamp"] = at.milliseconds();
        values.push_back(std::move(row));
    }
    if (request.descending)
        std::reverse(values.begin(), values.end());
    const std::size_t first = std::min(call.skip(), values.size());
    const std::size_t last = std::min(first + request.limit, values.size());
    json out = call.envelope(kind);
    json& results = out["results"];
    results["underlying"] = underlyingOf(call, request, bars);
    if (first < last)
        results["values"] = json(values.begin() + static_cast<std::ptrdiff_t>(first),
                                 values.begin() + static_cast<std::ptrdiff_t>(last));
    if (last < values.size())
        out["next_url"] = call.nextUrl(last);
    return jsonAnswer(200, out);
}

} // namespace

IndicatorSeries movingAverage(const std::vector<double>& series, std::size_t window) {
    IndicatorSeries out;
    out.first = window - 1;
    double sum = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        sum += series[i];
        if (i >= window)
            sum -= series[i - window];
        if (i + 1 >= window)
            out.values.push_back(sum / static_cast<double>(window));
    }
    return out;
}

IndicatorSeries exponentialAverage(const std::vector<double>& series, std::size_t window) {
    IndicatorSeries out;
    out.first = window - 1;
    if (series.size() < window)
        return out;
    double sum = 0;
    for (std::size_t i = 0; i < window; ++i)
        sum += series[i];
    double value = sum / static_cast<double>(window);
    out.values.push_back(value);
    const double weight = 2.0 / (static_cast<double>(window) + 1.0);
    for (std::size_t i = window; i < series.size(); ++i) {
        value += weight * (series[i] - value);
        out.values.push_back(value);
    }
    return out;
}

IndicatorSeries relativeStrength(const std::vector<double>& series, std::size_t window) {
    IndicatorSeries out;
    out.first = window;
    if (series.size() <= window)
        return out;
    const auto count = static_cast<double>(window);
    double gain = 0;
    double loss = 0;
    for (std::size_t i = 1; i < series.size(); ++i) {
        const double change = series[i] - series[i - 1];
        const double up = std::max(change, 0.0);
        const double down = std::max(-change, 0.0);
        gain = i <= window ? gain + up / count : (gain * (count - 1) + up) / count;
        loss = i <= window ? loss + down / count : (loss * (count - 1) + down) / count;
        if (i >= window)
            out.values.push_back(gain + loss > 0 ? 100.0 * gain / (gain + loss) : 50.0);
    }
    return out;
}

std::optional<HttpAnswer> polygonIndicatorRoute(const PolygonCall& call) {
    const auto& segments = call.segments();
    if (segments.size() != 4 || segments[0] != "v1" || segments[1] != "indicators")
        return std::nullopt;
    const auto kind = kindNamed(segments[2]);
    if (!kind)
        return std::nullopt;
    Request request;
    request.kind = *kind;
    Reader reader(call);
    request.timespan =
        reader.word("timespan", {"minute", "hour", "day", "week", "month", "quarter", "year"}, "day");
    request.window = reader.number("window", *kind == Kind::Rsi ? 14 : 50, kLargestWindow);
    request.shortWindow = reader.number("short_window", 12, kLargestWindow);
    request.longWindow = reader.number("long_window", 26, kLargestWindow);
    request.signalWindow = reader.number("signal_window", 9, kLargestWindow);
    request.seriesType = reader.word("series_type", {"close", "open", "high", "low"}, "close");
    request.expands = reader.word("expand_underlying", {"true", "false"}, "false") == "true";
    request.bars.adjusted = reader.word("adjusted", {"true", "false"}, "true") == "true";
    request.descending = reader.word("order", {"asc", "desc"}, "desc") == "desc";
    request.limit = reader.number("limit", 10, kLargestLimit);
    const auto shape = Ticker::tryFrom(segments[3]);
    readTimes(reader, request, call.seenAt(shape ? shape->kind : TickerKind::Stock));
    if (!reader.bad().empty())
        return call.badParameter(reader.bad());
    const auto ticker = Ticker::known(call.source(), segments[3], call.today());
    const auto window = readAggregateWindow("1", request.timespan);
    if (!ticker || !window)
        return call.notFound("Data not found.");
    request.bars.ticker = *ticker;
    request.bars.window = *window;
    return answerOf(call, request);
}

} // namespace strikedesk::sandbox
