// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/alpaca_probe.h"

#include <gtest/gtest.h>

namespace strikedesk::alpaca {
namespace {

using market::Capability;
using market::Grant;

Error refused() {
    return {ErrorKind::Refused, "alpaca.http.forbidden", "The plan does not allow it.", {}, {}};
}
Error away() { return {ErrorKind::Unavailable, "alpaca.http.server", "The server is away.", {}, {}}; }

TEST(AlpacaProbe, AFreeKeyHasOneExchangeAndLateOptions) {
    ProbeAnswers answers;
    answers.sip = answers.opra = refused();
    const market::GrantReport report = reportOf(answers, "iex", "indicative");
    EXPECT_EQ(report.grants.at(Capability::StockStream).grant, Grant::RealTime);
    EXPECT_EQ(report.grants.at(Capability::OptionStream).grant, Grant::Delayed);
    EXPECT_EQ(report.grants.at(Capability::Chain).grant, Grant::Delayed);
    EXPECT_TRUE(report.advice.empty()) << "nothing to change but the plan";
}

TEST(AlpacaProbe, AFeedBeyondThePlanIsNamedWithTheSettingToChange) {
    ProbeAnswers answers;
    answers.chosenStocks = answers.sip = answers.opra = refused();
    const market::GrantReport report = reportOf(answers, "sip", "opra");
    EXPECT_EQ(report.grants.at(Capability::StockQuotes).grant, Grant::None);
    EXPECT_EQ(report.grants.at(Capability::OptionQuotes).grant, Grant::None);
    ASSERT_EQ(report.advice.size(), 2U);
    EXPECT_NE(report.advice[0].find("alpaca.stock_feed"), std::string::npos);
    EXPECT_NE(report.advice[1].find("alpaca.option_feed"), std::string::npos);
}

TEST(AlpacaProbe, APaidKeyOnFreeFeedsIsToldWhatItMayHave) {
    const market::GrantReport report = reportOf(ProbeAnswers(), "iex", "indicative");
    EXPECT_EQ(report.advice.size(), 2U);
    EXPECT_TRUE(reportOf(ProbeAnswers(), "sip", "opra").advice.empty());
}

TEST(AlpacaProbe, AServerThatIsAwaySettlesNothing) {
    ProbeAnswers answers;
    answers.chosenStocks = answers.sip = answers.stockBars = answers.opra = answers.indicative = away();
    answers.news = away();
    const market::GrantReport report = reportOf(answers, "sip", "opra");
    for (const auto& [capability, state] : report.grants)
        EXPECT_EQ(state.grant, Grant::Unknown) << nameOf(capability);
    EXPECT_TRUE(report.advice.empty());
}

} // namespace
} // namespace strikedesk::alpaca
