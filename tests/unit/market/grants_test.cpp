// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/market/grants.h"

#include <gtest/gtest.h>

namespace strikedesk::market {
namespace {

using Vendors = std::vector<Vendor>;

TEST(Vendors, AreReadInTheOrderOfTheSetting) {
    EXPECT_EQ(*vendorsFrom("alpaca,polygon"), (Vendors{Vendor::Alpaca, Vendor::Polygon}));
    EXPECT_EQ(*vendorsFrom("polygon"), Vendors{Vendor::Polygon});
    for (const char* bad :
         {"", "alpaca,", ",alpaca", "alpaca,alpaca", "bloomberg", "alpaca polygon", "Alpaca"})
        EXPECT_FALSE(vendorsFrom(bad).ok()) << bad;
}

TEST(GrantTable, WhatIsNotKnownIsTriedAndWhatIsNotIncludedIsNot) {
    GrantTable grants({Vendor::Alpaca, Vendor::Polygon});
    EXPECT_EQ(grants.candidates(Capability::Chain, true), (Vendors{Vendor::Alpaca, Vendor::Polygon}));
    grants.set(Vendor::Alpaca, Capability::Chain, {Grant::None, "The plan has no options."});
    EXPECT_EQ(grants.candidates(Capability::Chain, true), Vendors{Vendor::Polygon});
    EXPECT_EQ(grants.candidates(Capability::News, true), (Vendors{Vendor::Alpaca, Vendor::Polygon}))
        << "each capability for itself";
}

TEST(GrantTable, LateDataComesLastAndNeverWherePromptDataIsNeeded) {
    GrantTable grants({Vendor::Alpaca, Vendor::Polygon});
    grants.set(Vendor::Alpaca, Capability::StockQuotes, {Grant::Delayed, ""});
    grants.set(Vendor::Polygon, Capability::StockQuotes, {Grant::RealTime, ""});
    EXPECT_EQ(grants.candidates(Capability::StockQuotes, false), (Vendors{Vendor::Polygon, Vendor::Alpaca}));
    EXPECT_EQ(grants.candidates(Capability::StockQuotes, true), Vendors{Vendor::Polygon});
}

} // namespace
} // namespace strikedesk::market
