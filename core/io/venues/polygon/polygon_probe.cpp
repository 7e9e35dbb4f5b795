// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/polygon_probe.h"

#include "core/io/venues/polygon/codec/market_codec.h"

#include <memory>
#include <utility>

namespace strikedesk::polygon {

namespace {

using market::Capability;
using market::Grant;
using market::GrantState;

constexpr const char* kStockPath = "/v3/snapshot?ticker.any_of=SPY&limit=1";
constexpr const char* kChainPath = "/v3/snapshot/options/SPY?limit=1";
constexpr const char* kDayPath = "/v2/aggs/ticker/SPY/prev";
constexpr const char* kNewsPath = "/v2/reference/news?limit=1";

GrantState refusedState(const Error& error) {
    const bool isRefusal = error.kind == ErrorKind::Refused || error.kind == ErrorKind::Unauthorised;
    return {isRefusal ? Grant::None : Grant::Unknown, error.message};
}

GrantState byTimeframe(Timeframe timeframe) {
    switch (timeframe) {
    case Timeframe::RealTime:
        return {Grant::RealTime, {}};
    case Timeframe::Delayed:
        return {Grant::Delayed, "15 minutes late under this plan."};
    case Timeframe::Unknown:
        break;
    }
    return {Grant::Unknown, "The answer does not say how late it is."};
}

/// Plans gate the quote inside a row that is otherwise given (protocol facts, section 3).
GrantState quoteState(const Result<SnapshotRow>& row) {
    if (!row)
        return refusedState(row.error());
    if (!row->lastQuote)
        return {Grant::None, "The plan has no quotes."};
    return byTimeframe(row->quoteTimeframe);
}

GrantState chainState(const Result<SnapshotRow>& row, const GrantState& quotes) {
    if (!row || quotes.grant != Grant::None)
        return quotes;
    return {Grant::Delayed, "Greeks and volumes without quotes: the plan has none."};
}

Result<SnapshotRow> firstRow(const net::HttpOutcome& outcome, const PolygonRest& rest) {
    if (!outcome.isSuccess() || !outcome.isJson())
        return rest.explain(outcome);
    auto page = decodeSnapshots(outcome.body);
    if (!page)
        return page.error();
    if (!page->rows.empty())
        return std::move(page->rows.front());
    const bool isRefused = !page->errors.empty() && page->errors.front().error == "NOT_ENTITLED";
    return Error{isRefused ? ErrorKind::Refused : ErrorKind::NotFound,
                 "polygon.probe.empty",
                 isRefused ? "The plan does not include it." : "There was no row to judge by.",
                 {},
                 {}};
}

struct Run {
    ProbeAnswers answers{Error{}, Error{}, {}, false, {}};
    int left = 4;
    std::function<void(const market::GrantReport&)> answered;

    void part() {
        if (--left == 0)
            answered(reportOf(answers));
    }
};

void askDay(PolygonRest& rest, const std::shared_ptr<Run>& run) {
    rest.get(net::Lane::History, kDayPath, [run, &rest](const net::HttpOutcome& outcome) {
        if (!outcome.isSuccess() || !outcome.isJson())
            run->answers.dayBars = rest.explain(outcome);
        else if (const auto page = decodeBars(outcome.body); page)
            run->answers.areDayBarsDelayed = page->isDelayed;
        else
            run->answers.dayBars = page.error();
        run->part();
    });
}

} // namespace

market::GrantReport reportOf(const ProbeAnswers& answers) {
    market::GrantReport report;
    const GrantState stocks = quoteState(answers.stock);
    const GrantState options = quoteState(answers.contract);
    report.grants[Capability::StockQuotes] = report.grants[Capability::StockStream] = stocks;
    report.grants[Capability::OptionQuotes] = report.grants[Capability::OptionStream] = options;
    report.grants[Capability::Chain] = chainState(answers.contract, options);
    GrantState bars{Grant::RealTime, {}};
    if (answers.dayBars)
        bars = refusedState(*answers.dayBars);
    else if (answers.areDayBarsDelayed || stocks.grant == Grant::None || stocks.grant == Grant::Delayed)
        bars = {Grant::Delayed, "Bars of today come late or at the day's end under this plan."};
    report.grants[Capability::StockBars] = bars;
    report.grants[Capability::OptionBars] = GrantState{};
    report.grants[Capability::News] =
        answers.news ? refusedState(*answers.news) : GrantState{Grant::RealTime, {}};
    // The free plan has neither snapshots of options nor quotes of stocks.
    if (answers.contract.ok() || stocks.grant == Grant::RealTime || stocks.grant == Grant::Delayed)
        report.perMinute = kPaidPlanPerMinute;
    const bool isWrongKey = !answers.stock.ok() && answers.stock.error().kind == ErrorKind::Unauthorised;
    if (isWrongKey)
        report.advice.emplace_back("Polygon does not accept the key: copy it again from its dashboard.");
    else if (stocks.grant != Grant::RealTime && stocks.grant != Grant::Unknown)
        report.advice.emplace_back("Polygon's plan has no real-time stock quotes: it can step in for history "
                                   "and news only.");
    return report;
}

void probe(PolygonRest& rest, std::function<void(const market::GrantReport&)> answered) {
    auto run = std::make_shared<Run>();
    run->answered = std::move(answered);
    rest.get(net::Lane::History, kStockPath, [run, &rest](const net::HttpOutcome& outcome) {
        run->answers.stock = firstRow(outcome, rest);
        run->part();
    });
    rest.get(net::Lane::History, kChainPath, [run, &rest](const net::HttpOutcome& outcome) {
        run->answers.contract = firstRow(outcome, rest);
        run->part();
    });
    askDay(rest, run);
    rest.get(net::Lane::History, kNewsPath, [run, &rest](const net::HttpOutcome& outcome) {
        if (!outcome.isSuccess() || !outcome.isJson())
            run->answers.news = rest.explain(outcome);
        run->part();
    });
}

} // namespace strikedesk::polygon
