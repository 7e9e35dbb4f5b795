// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_probe.h"

#include <memory>
#include <utility>

namespace strikedesk::alpaca {

namespace {

using market::Capability;
using market::Grant;
using market::GrantState;

/// Always traded, on every feed.
constexpr const char* kLiquid = "SPY";

bool isRefusal(const ProbeAnswers::Answer& answer) {
    return answer && (answer->kind == ErrorKind::Refused || answer->kind == ErrorKind::Unauthorised);
}

/// What a good answer would mean, or why there is none.
GrantState stateOf(const ProbeAnswers::Answer& answer, Grant granted, std::string meaning) {
    if (!answer)
        return {granted, std::move(meaning)};
    return {isRefusal(answer) ? Grant::None : Grant::Unknown, answer->message};
}

/// A delayed feed is a good answer with late data.
GrantState stockState(const ProbeAnswers& answers, const std::string& feed) {
    if (feed == "delayed_sip")
        return stateOf(answers.chosenStocks, Grant::Delayed, "All exchanges, 15 minutes late.");
    return stateOf(answers.chosenStocks, Grant::RealTime,
                   feed == "iex" ? "One exchange (IEX), a few percent of the volume."
                                 : "All exchanges (SIP).");
}

GrantState optionState(const ProbeAnswers& answers, const std::string& feed) {
    if (feed == "opra")
        return stateOf(answers.opra, Grant::RealTime, "All exchanges (OPRA).");
    return stateOf(answers.indicative, Grant::Delayed,
                   "Indicative: trades 15 minutes late, quotes altered. Never price an order by it.");
}

void advise(const ProbeAnswers& answers, const std::string& stockFeed, const std::string& optionFeed,
            std::vector<std::string>& advice) {
    if (!answers.sip && stockFeed != "sip")
        advice.emplace_back("The key may have all exchanges: set alpaca.stock_feed to sip.");
    if (isRefusal(answers.sip) && stockFeed == "sip")
        advice.emplace_back("The key's plan has no real-time SIP data: set alpaca.stock_feed to iex, or "
                            "change the plan at Alpaca.");
    if (!answers.opra && optionFeed != "opra")
        advice.emplace_back("The key may have real option quotes: set alpaca.option_feed to opra.");
    if (isRefusal(answers.opra) && optionFeed == "opra")
        advice.emplace_back("The key's plan has no OPRA data: set alpaca.option_feed to indicative, or "
                            "change the plan and sign the OPRA agreement at Alpaca.");
}

struct Question {
    ProbeAnswers::Answer ProbeAnswers::*answer;
    std::string path;
};

std::vector<Question> questionsOf(const AlpacaEndpoints& endpoints) {
    const std::string stock = std::string("/v2/stocks/quotes/latest?symbols=") + kLiquid + "&feed=";
    const std::string chain = std::string("/v1beta1/options/snapshots/") + kLiquid + "?limit=1&feed=";
    return {
        {&ProbeAnswers::chosenStocks, stock + percentEncoded(endpoints.stockFeed)},
        {&ProbeAnswers::sip, stock + "sip"},
        {&ProbeAnswers::stockBars, std::string("/v2/stocks/bars?symbols=") + kLiquid +
                                       "&timeframe=1Day&limit=1&feed=" + percentEncoded(endpoints.stockFeed)},
        {&ProbeAnswers::opra, chain + "opra"},
        {&ProbeAnswers::indicative, chain + "indicative"},
        {&ProbeAnswers::news, "/v1beta1/news?limit=1"}};
}

} // namespace

market::GrantReport reportOf(const ProbeAnswers& answers, const std::string& stockFeed,
                             const std::string& optionFeed) {
    market::GrantReport report;
    const GrantState stocks = stockState(answers, stockFeed);
    const GrantState options = optionState(answers, optionFeed);
    report.grants[Capability::StockQuotes] = stocks;
    report.grants[Capability::StockStream] = stocks;
    report.grants[Capability::StockBars] = stateOf(answers.stockBars, Grant::RealTime, {});
    for (const Capability capability :
         {Capability::OptionQuotes, Capability::Chain, Capability::OptionStream, Capability::OptionBars})
        report.grants[capability] = options;
    report.grants[Capability::News] = stateOf(answers.news, Grant::RealTime, {});
    advise(answers, stockFeed, optionFeed, report.advice);
    return report;
}

void probe(AlpacaRest& rest, const AlpacaEndpoints& endpoints,
           std::function<void(const market::GrantReport&)> answered) {
    struct Run {
        ProbeAnswers answers;
        std::size_t left = 0;
        std::optional<std::int64_t> perMinute;
        std::string stockFeed;
        std::string optionFeed;
        std::function<void(const market::GrantReport&)> answered;
    };
    const std::vector<Question> questions = questionsOf(endpoints);
    auto run = std::make_shared<Run>(
        Run{{}, questions.size(), {}, endpoints.stockFeed, endpoints.optionFeed, std::move(answered)});
    for (const Question& question : questions)
        rest.get(net::Lane::History, question.path,
                 [run, member = question.answer](const net::HttpOutcome& outcome) {
                     if (!outcome.isSuccess() || !outcome.isJson())
                         run->answers.*member = errorOf(outcome);
                     if (outcome.rate.limit)
                         run->perMinute = outcome.rate.limit;
                     if (--run->left > 0)
                         return;
                     market::GrantReport report = reportOf(run->answers, run->stockFeed, run->optionFeed);
                     report.perMinute = run->perMinute;
                     run->answered(report);
                 });
}

} // namespace strikedesk::alpaca
