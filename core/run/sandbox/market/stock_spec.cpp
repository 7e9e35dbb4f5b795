// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/sandbox/market/stock_spec.h"

namespace strikedesk::sandbox {

namespace {

Asset asset(const char* id, const char* symbol, const char* name, const char* exchange, char tape) {
    return Asset{id, Symbol::of(symbol), name, exchange, tape};
}

} // namespace

std::vector<StockSpec> syntheticSpecs() {
    return {
        {asset("b28f4066-5c6d-479b-a2af-85dc1a8f16fb", "SPY", "SPDR S&P 500 ETF Trust", "ARCA", 'B'), 662.0,
         0.0085, 0.97, 68e6, 1, 90, Price::fromCents(100), 0.145, -0.16},
        {asset("b0b6dd9d-8b9b-48a9-ba46-b9d54906e415", "AAPL", "Apple Inc. Common Stock", "NASDAQ", 'C'),
         268.0, 0.0145, 0.62, 46e6, 1, 60, Price::fromCents(250), 0.245, -0.09},
        {asset("4ce9353c-66d1-46c2-898f-fce867ab0247", "NVDA", "NVIDIA Corporation Common Stock", "NASDAQ",
               'C'),
         186.0, 0.024, 0.66, 175e6, 1, 75, Price::fromCents(250), 0.41, -0.07},
        {asset("6513270e-269e-4d37-b2a7-4de452e6b438", "QQQ", "Invesco QQQ Trust", "NASDAQ", 'C'), 598.0,
         0.0112, 0.95, 52e6, 1, 85, Price::fromCents(100), 0.185, -0.14},
        {asset("d23f0824-128b-4f33-8c5c-7fd0a6a3a450", "IWM", "iShares Russell 2000 ETF", "ARCA", 'B'), 238.0,
         0.0128, 0.86, 31e6, 1, 60, Price::fromCents(100), 0.205, -0.13},
        {asset("9531985d-5d9d-49f8-9818-e811892f902b", "SOFI", "SoFi Technologies, Inc. Common Stock",
               "NASDAQ", 'C'),
         29.2, 0.031, 0.58, 62e6, 1, 50, Price::fromCents(50), 0.58, -0.04},
        {asset("36f675cc-81e7-4ef5-a8e2-5d940ed90475", "TSLA", "Tesla, Inc. Common Stock", "NASDAQ", 'C'),
         402.0, 0.029, 0.55, 88e6, 2, 80, Price::fromCents(250), 0.49, -0.05},
        {asset("6b0d549b-6f03-475a-9600-a35a099950d8", "AMD", "Advanced Micro Devices, Inc. Common Stock",
               "NASDAQ", 'C'),
         214.0, 0.029, 0.62, 44e6, 1, 60, Price::fromCents(250), 0.5, -0.05},
        {asset("8d116ece-1738-47d9-bd9c-172411e20b8f", "PLTR", "Palantir Technologies Inc. Common Stock",
               "NASDAQ", 'C'),
         171.0, 0.031, 0.56, 55e6, 1, 60, Price::fromCents(250), 0.55, -0.05},
        {asset("90c192cf-d3ac-44af-8f21-ddb66cad4a26", "MSFT", "Microsoft Corporation Common Stock", "NASDAQ",
               'C'),
         492.0, 0.0125, 0.7, 22e6, 1, 50, Price::fromCents(250), 0.225, -0.1},
        {asset("a170b338-3926-4059-b28c-105d1fb17c23", "META", "Meta Platforms, Inc. Common Stock", "NASDAQ",
               'C'),
         604.0, 0.0175, 0.64, 15e6, 3, 45, Price::fromCents(500), 0.31, -0.08},
        {asset("0fd630f1-f29d-4da9-953f-48f1a09f76b5", "GOOGL", "Alphabet Inc. Common Stock Class A",
               "NASDAQ", 'C'),
         288.0, 0.0155, 0.63, 32e6, 1, 50, Price::fromCents(250), 0.29, -0.08},
    };
}

} // namespace strikedesk::sandbox
