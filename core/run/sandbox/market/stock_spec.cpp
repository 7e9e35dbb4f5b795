// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/sandbox/market/stock_spec.h"

#include "core/run/sandbox/market/contract_names.h"

#include <string>

namespace strikedesk::sandbox {

namespace {

struct Prices {
    double anchor;
    double dayVolatility;
    double marketWeight;
    double dayVolume;
    int spreadCents;
    int printsPerMinute;
};
struct Chain {
    ExpiryPlan expiries;
    Price strikeStep;
    double impliedVolatility;
    double skew;
    double spread;
    double prints;
    double openInterest;
};
struct Company {
    Sector sector;
    double sectorWeight;
    int earningsDay;
    double newsPerDay;
};

Asset asset(const char* id, const char* symbol, const char* name, const char* exchange, char tape,
            AssetKind kind, bool optionsLateClose) {
    const std::string given = id;
    return Asset{given.empty() ? stableUuid(std::string("asset ") + symbol) : given,
                 Symbol::of(symbol),
                 name,
                 exchange,
                 tape,
                 kind,
                 optionsLateClose};
}

class SpecList {
public:
    void add(const Asset& asset, const Prices& prices, const Chain& chain, const Company& company,
             const DividendPlan& dividend, const SplitPlan& split) {
        StockSpec spec;
        spec.asset = asset;
        spec.anchorPrice = prices.anchor;
        spec.dayVolatility = prices.dayVolatility;
        spec.marketWeight = prices.marketWeight;
        spec.dayVolume = prices.dayVolume;
        spec.spreadCents = prices.spreadCents;
        spec.printsPerMinute = prices.printsPerMinute;
        spec.strikeStep = chain.strikeStep;
        spec.impliedVolatility = chain.impliedVolatility;
        spec.skew = chain.skew;
        spec.expiries = chain.expiries;
        spec.optionSpread = chain.spread;
        spec.optionPrints = chain.prints;
        spec.openInterest = chain.openInterest;
        spec.sector = company.sector;
        spec.sectorWeight = company.sectorWeight;
        spec.earningsDay = company.earningsDay;
        spec.newsPerDay = company.newsPerDay;
        spec.dividend = dividend;
        spec.split = split;
        m_specs.push_back(std::move(spec));
    }
    /// The broad funds, the names most traded by the day, then the rest.
    void addFirstDozen();
    /// Later names: splits, dividends, and a high-priced, a low-priced and a thin one.
    void addLater();

    std::vector<StockSpec> m_specs;
};

void SpecList::addFirstDozen() {
    add(asset("b28f4066-5c6d-479b-a2af-85dc1a8f16fb", "SPY", "SPDR S&P 500 ETF Trust", "ARCA", 'B',
              AssetKind::Fund, true),
        Prices{662.0, 0.0085, 0.97, 6.8e+07, 1, 90},
        Chain{ExpiryPlan::Daily, Price::fromCents(100), 0.145, -0.16, 0.1, 0.9, 30000},
        Company{Sector::None, 0, 0, 4}, DividendPlan{1.92, 4, 3, 3, 5, 14, 42}, SplitPlan{});
    add(asset("b0b6dd9d-8b9b-48a9-ba46-b9d54906e415", "AAPL", "Apple Inc. Common Stock", "NASDAQ", 'C',
              AssetKind::Stock, false),
        Prices{268.0, 0.0145, 0.62, 4.6e+07, 1, 60},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(250), 0.245, -0.09, 0.3, 0.45, 16000},
        Company{Sector::Technology, 0.35, 33, 5}, DividendPlan{0.27, 4, 2, 2, 5, 11, 6}, SplitPlan{});
    add(asset("4ce9353c-66d1-46c2-898f-fce867ab0247", "NVDA", "NVIDIA Corporation Common Stock", "NASDAQ",
              'C', AssetKind::Stock, false),
        Prices{186.0, 0.024, 0.66, 1.75e+08, 1, 75},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(250), 0.41, -0.07, 0.2, 0.75, 24000},
        Company{Sector::Technology, 0.45, 56, 6}, DividendPlan{0.01, 4, 3, 1, 4, 14, 27}, SplitPlan{});
    add(asset("6513270e-269e-4d37-b2a7-4de452e6b438", "QQQ", "Invesco QQQ Trust", "NASDAQ", 'C',
              AssetKind::Fund, true),
        Prices{598.0, 0.0112, 0.95, 5.2e+07, 1, 85},
        Chain{ExpiryPlan::Daily, Price::fromCents(100), 0.185, -0.14, 0.12, 0.75, 22000},
        Company{Sector::Technology, 0.2, 0, 2}, DividendPlan{0.72, 4, 3, 4, 1, 4, 38}, SplitPlan{});
    add(asset("d23f0824-128b-4f33-8c5c-7fd0a6a3a450", "IWM", "iShares Russell 2000 ETF", "ARCA", 'B',
              AssetKind::Fund, true),
        Prices{238.0, 0.0128, 0.86, 3.1e+07, 1, 60},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(100), 0.205, -0.13, 0.2, 0.45, 18000},
        Company{Sector::None, 0, 0, 1}, DividendPlan{0.66, 4, 3, 3, 2, 3, 5}, SplitPlan{});
    add(asset("9531985d-5d9d-49f8-9818-e811892f902b", "SOFI", "SoFi Technologies, Inc. Common Stock",
              "NASDAQ", 'C', AssetKind::Stock, false),
        Prices{29.2, 0.031, 0.58, 6.2e+07, 1, 50},
        Chain{ExpiryPlan::Weekly, Price::fromCents(50), 0.58, -0.04, 0.3, 0.3, 15000},
        Company{Sector::Financial, 0.2, 28, 2}, DividendPlan{}, SplitPlan{});
    add(asset("36f675cc-81e7-4ef5-a8e2-5d940ed90475", "TSLA", "Tesla, Inc. Common Stock", "NASDAQ", 'C',
              AssetKind::Stock, false),
        Prices{402.0, 0.029, 0.55, 8.8e+07, 2, 80},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(250), 0.49, -0.05, 0.25, 0.75, 18000},
        Company{Sector::Consumer, 0.3, 22, 6}, DividendPlan{}, SplitPlan{});
    add(asset("6b0d549b-6f03-475a-9600-a35a099950d8", "AMD", "Advanced Micro Devices, Inc. Common Stock",
              "NASDAQ", 'C', AssetKind::Stock, false),
        Prices{214.0, 0.029, 0.62, 4.4e+07, 1, 60},
        Chain{ExpiryPlan::Weekly, Price::fromCents(250), 0.5, -0.05, 0.3, 0.375, 12000},
        Company{Sector::Technology, 0.45, 34, 3}, DividendPlan{}, SplitPlan{});
    add(asset("8d116ece-1738-47d9-bd9c-172411e20b8f", "PLTR", "Palantir Technologies Inc. Common Stock",
              "NASDAQ", 'C', AssetKind::Stock, false),
        Prices{171.0, 0.031, 0.56, 5.5e+07, 1, 60},
        Chain{ExpiryPlan::Weekly, Price::fromCents(250), 0.55, -0.05, 0.3, 0.45, 14000},
        Company{Sector::Technology, 0.3, 33, 3}, DividendPlan{}, SplitPlan{});
    add(asset("90c192cf-d3ac-44af-8f21-ddb66cad4a26", "MSFT", "Microsoft Corporation Common Stock", "NASDAQ",
              'C', AssetKind::Stock, false),
        Prices{492.0, 0.0125, 0.7, 2.2e+07, 1, 50},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(250), 0.225, -0.1, 0.35, 0.3, 10000},
        Company{Sector::Technology, 0.35, 28, 4}, DividendPlan{0.91, 4, 2, 3, 4, 21, 21}, SplitPlan{});
    add(asset("a170b338-3926-4059-b28c-105d1fb17c23", "META", "Meta Platforms, Inc. Common Stock", "NASDAQ",
              'C', AssetKind::Stock, false),
        Prices{604.0, 0.0175, 0.64, 1.5e+07, 3, 45},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(500), 0.31, -0.08, 0.4, 0.3, 9000},
        Company{Sector::Technology, 0.35, 29, 4}, DividendPlan{0.525, 4, 3, 3, 1, 25, 10}, SplitPlan{});
    add(asset("0fd630f1-f29d-4da9-953f-48f1a09f76b5", "GOOGL", "Alphabet Inc. Common Stock Class A", "NASDAQ",
              'C', AssetKind::Stock, false),
        Prices{288.0, 0.0155, 0.63, 3.2e+07, 1, 50},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(250), 0.29, -0.08, 0.35, 0.3, 10000},
        Company{Sector::Technology, 0.35, 28, 4}, DividendPlan{0.21, 4, 3, 2, 1, 40, 7}, SplitPlan{});
}

void SpecList::addLater() {
    add(asset("", "AMZN", "Amazon.com, Inc. Common Stock", "NASDAQ", 'C', AssetKind::Stock, false),
        Prices{231.0, 0.017, 0.64, 4.1e+07, 1, 55},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(250), 0.31, -0.08, 0.3, 0.375, 12000},
        Company{Sector::Consumer, 0.35, 30, 4}, DividendPlan{}, SplitPlan{4, 1, -142});
    add(asset("", "NFLX", "Netflix, Inc. Common Stock", "NASDAQ", 'C', AssetKind::Stock, false),
        Prices{1112.0, 0.0185, 0.5, 4.1e+06, 35, 30},
        Chain{ExpiryPlan::Weekly, Price::fromCents(1000), 0.34, -0.07, 0.6, 0.135, 2500},
        Company{Sector::Consumer, 0.25, 19, 2}, DividendPlan{}, SplitPlan{10, 1, 7});
    add(asset("", "JPM", "JPMorgan Chase & Co. Common Stock", "NYSE", 'A', AssetKind::Stock, false),
        Prices{303.0, 0.0125, 0.66, 9.2e+06, 3, 35},
        Chain{ExpiryPlan::Weekly, Price::fromCents(250), 0.225, -0.1, 0.45, 0.135, 5000},
        Company{Sector::Financial, 0.5, 15, 2}, DividendPlan{1.5, 4, 1, 1, 2, 20, 25}, SplitPlan{});
    add(asset("", "KO", "The Coca-Cola Company Common Stock", "NYSE", 'A', AssetKind::Stock, false),
        Prices{70.8, 0.0088, 0.35, 1.4e+07, 1, 30},
        Chain{ExpiryPlan::Weekly, Price::fromCents(100), 0.155, -0.08, 0.45, 0.105, 9000},
        Company{Sector::Consumer, 0.3, 24, 1}, DividendPlan{0.51, 4, 3, 2, 5, 30, 17}, SplitPlan{});
    add(asset("", "F", "Ford Motor Company Common Stock", "NYSE", 'A', AssetKind::Stock, false),
        Prices{13.1, 0.0195, 0.52, 6.1e+07, 1, 35},
        Chain{ExpiryPlan::Weekly, Price::fromCents(50), 0.33, -0.05, 0.3, 0.18, 22000},
        Company{Sector::Consumer, 0.3, 25, 1}, DividendPlan{0.15, 4, 2, 2, 3, 14, 20}, SplitPlan{});
    add(asset("", "TLT", "iShares 20+ Year Treasury Bond ETF", "NASDAQ", 'C', AssetKind::Fund, false),
        Prices{89.6, 0.0085, -0.12, 3.8e+07, 1, 40},
        Chain{ExpiryPlan::MonWedFri, Price::fromCents(50), 0.12, -0.02, 0.25, 0.225, 20000},
        Company{Sector::Bond, 0.9, 0, 1}, DividendPlan{0.33, 12, 1, 1, 1, 2, 4}, SplitPlan{});
    add(asset("", "BKNG", "Booking Holdings Inc. Common Stock", "NASDAQ", 'C', AssetKind::Stock, false),
        Prices{4870.0, 0.017, 0.55, 240000, 420, 8},
        Chain{ExpiryPlan::Weekly, Price::fromCents(1000), 0.29, -0.07, 1.0, 0.018, 220},
        Company{Sector::Consumer, 0.3, 28, 0.5}, DividendPlan{9.6, 4, 3, 1, 5, 15, 22}, SplitPlan{});
    add(asset("", "MGEE", "MGE Energy, Inc. Common Stock", "NASDAQ", 'C', AssetKind::Stock, false),
        Prices{82.4, 0.0125, 0.3, 130000, 9, 2},
        Chain{ExpiryPlan::Monthly, Price::fromCents(500), 0.21, -0.05, 1.2, 0.0045, 90},
        Company{Sector::Utility, 0.5, 36, 0.15}, DividendPlan{0.475, 4, 3, 1, 1, 13, 14}, SplitPlan{});
}

} // namespace

std::vector<StockSpec> syntheticSpecs() {
    SpecList list;
    list.addFirstDozen();
    list.addLater();
    return std::move(list.m_specs);
}

} // namespace strikedesk::sandbox
