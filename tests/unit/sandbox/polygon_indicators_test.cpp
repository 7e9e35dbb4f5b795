// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/routes_indicators.h"
#include "tests/unit/sandbox/polygon_desk.h"

namespace strikedesk::sandbox {
namespace {

using nlohmann::json;

SandboxConfig atNoon() {
    SandboxConfig config;
    config.start = *Timestamp::tryFromRfc3339("2026-11-18T17:00:00Z");
    return config;
}

TEST(Indicators, AreTheirFormulas) {
    const std::vector<double> series{1, 2, 3, 4, 8, 6};
    const IndicatorSeries mean = movingAverage(series, 3);
    EXPECT_EQ(mean.first, 2U);
    EXPECT_EQ(mean.values, (std::vector<double>{2, 3, 5, 6}));
    const IndicatorSeries exponential = exponentialAverage(series, 3);
    EXPECT_EQ(exponential.first, 2U);
    EXPECT_EQ(exponential.values, (std::vector<double>{2, 3, 5.5, 5.75}));
    const IndicatorSeries strength = relativeStrength(series, 3);
    EXPECT_EQ(strength.first, 3U);
    ASSERT_EQ(strength.values.size(), 3U);
    EXPECT_DOUBLE_EQ(strength.values[0], 100);
    EXPECT_DOUBLE_EQ(strength.values[1], 100);
    // Gains 1, 1, 1, 4 then a loss of 2: (1·2+4)/3 = 2, then 4/3 against 2/3.
    EXPECT_NEAR(strength.values[2], 100.0 * 2 / 3, 1e-9);
    EXPECT_EQ(relativeStrength({5, 5, 5, 5}, 2).values, (std::vector<double>{50, 50}));
    EXPECT_TRUE(movingAverage({1, 2}, 3).values.empty());
    EXPECT_TRUE(exponentialAverage({1, 2}, 3).values.empty());
    EXPECT_TRUE(relativeStrength({1, 2, 3}, 3).values.empty());
}

TEST(PolygonIndicators, AverageTheClosesOfTheBars) {
    PolygonDesk desk(atNoon());
    const json bars = desk.get("/v2/aggs/ticker/SPY/range/1/day/2026-10-01/2026-11-17?sort=desc")["results"];
    const json answer =
        desk.get("/v1/indicators/sma/SPY?timespan=day&window=5&limit=3&timestamp.lte=2026-11-17");
    EXPECT_EQ(answer["status"], "OK");
    const json& values = answer["results"]["values"];
    ASSERT_EQ(values.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        double sum = 0;
        for (std::size_t back = 0; back < 5; ++back)
            sum += bars[i + back]["c"].get<double>();
        EXPECT_EQ(values[i]["timestamp"], bars[i]["t"]);
        EXPECT_NEAR(values[i]["value"].get<double>(), sum / 5, 1e-9);
    }
    EXPECT_FALSE(answer["results"]["underlying"].contains("aggregates"));
    const json expanded = desk.get("/v1/indicators/sma/SPY?window=5&limit=3&timestamp.lte=2026-11-17"
                                   "&expand_underlying=true");
    EXPECT_EQ(expanded["results"]["underlying"]["aggregates"][0]["c"], bars[0]["c"]);
    const json high =
        desk.get("/v1/indicators/sma/SPY?window=1&limit=1&series_type=high&timestamp=2026-11-17");
    EXPECT_EQ(high["results"]["values"][0]["value"], bars[0]["h"]);
}

TEST(PolygonIndicators, PageWithoutGapsAndWithTheSameValues) {
    PolygonDesk desk(atNoon());
    const json whole = desk.get("/v1/indicators/ema/AAPL?timespan=hour&window=20&limit=40");
    ASSERT_EQ(whole["results"]["values"].size(), 40U);
    json joined = json::array();
    json page = desk.get("/v1/indicators/ema/AAPL?timespan=hour&window=20&limit=15");
    while (joined.size() < 40 && page["results"].contains("values")) {
        for (const json& value : page["results"]["values"])
            if (joined.size() < 40)
                joined.push_back(value);
        page = desk.next(page);
    }
    ASSERT_EQ(joined.size(), 40U);
    for (std::size_t i = 0; i < 40; ++i) {
        EXPECT_EQ(joined[i]["timestamp"], whole["results"]["values"][i]["timestamp"]);
        EXPECT_NEAR(joined[i]["value"].get<double>(), whole["results"]["values"][i]["value"].get<double>(),
                    1e-6);
    }
    const json up = desk.get("/v1/indicators/ema/AAPL?timespan=hour&window=20&limit=40&order=asc"
                             "&timestamp.gte=2026-11-16");
    const std::string first = up["results"]["values"][0]["timestamp"].dump();
    EXPECT_GE(std::stoll(first), 1'794'805'200'000) << "midnight of the 16th in New York";
    EXPECT_LT(std::stoll(first), 1'794'805'200'000 + 5 * 3'600'000);
}

TEST(PolygonIndicators, KnowMacdAndRsi) {
    PolygonDesk desk(atNoon());
    const auto newest = [&](const std::string& target) { return desk.get(target)["results"]["values"][0]; };
    const json macd = newest("/v1/indicators/macd/SPY?limit=1");
    const double fast = newest("/v1/indicators/ema/SPY?window=12&limit=1")["value"];
    const double slow = newest("/v1/indicators/ema/SPY?window=26&limit=1")["value"];
    EXPECT_NEAR(macd["value"].get<double>(), fast - slow, 1e-3);
    EXPECT_NEAR(macd["histogram"].get<double>(), macd["value"].get<double>() - macd["signal"].get<double>(),
                1e-12);
    const json rsi = desk.get("/v1/indicators/rsi/SPY?limit=50")["results"]["values"];
    ASSERT_EQ(rsi.size(), 50U);
    for (const json& value : rsi) {
        EXPECT_GT(value["value"].get<double>(), 5);
        EXPECT_LT(value["value"].get<double>(), 95);
    }
}

TEST(PolygonIndicators, RefuseWhatTheyDoNotKnow) {
    PolygonDesk desk(atNoon());
    for (const char* wrong : {"sma/SPY?window=0", "sma/SPY?timespan=fortnight", "rsi/SPY?order=up",
                              "ema/SPY?limit=5001", "macd/SPY?signal_window=x", "sma/SPY?timestamp=then",
                              "sma/SPY?series_type=volume", "sma/SPY?expand_underlying=1"})
        EXPECT_EQ(desk.call(std::string("/v1/indicators/") + wrong).status, 400) << wrong;
    EXPECT_EQ(desk.call("/v1/indicators/sma/NOPE").status, 404);
    EXPECT_EQ(desk.call("/v1/indicators/moon/SPY").status, 404);
    EXPECT_FALSE(desk.get("/v1/indicators/sma/SPY?timestamp.gt=2026-12-01")["results"].contains("values"));
}

TEST(PolygonShorts, AppearOnTheEighthBusinessDay) {
    const auto newestAt = [](const char* start) {
        SandboxConfig config;
        config.start = *Timestamp::tryFromRfc3339(start);
        PolygonDesk desk(config);
        return desk
            .get("/stocks/v1/short-interest?ticker=AAPL&sort=settlement_date.desc")["results"][0]
                                                                                   ["settlement_date"]
            .get<std::string>();
    };
    EXPECT_EQ(newestAt("2026-12-09T17:00:00Z"), "2026-11-13");
    EXPECT_EQ(newestAt("2026-12-10T17:00:00Z"), "2026-11-30");
}

} // namespace
} // namespace strikedesk::sandbox
