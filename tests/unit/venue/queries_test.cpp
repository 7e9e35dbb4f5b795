// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

class OrderLists : public testing::Test {
protected:
    OrderLists() {
        venue.quote(kCall, 200, 210);
        add(Venue::limitOrder(kCall, Side::Buy, 1, 210), "filled");
        add(Venue::limitOrder(kCall, Side::Buy, 1, 100), "open");
        add(Venue::limitOrder(kHighCall, Side::Buy, 1, 100), "canceled");
        venue.cancel(venue.book.orderByClientId(ClientOrderId("canceled"))->id);
        add(Venue::limitOrder(kShare, Side::Buy, 1, 100), "share");
        OrderRequest spread;
        spread.orderClass = OrderClass::MultiLeg;
        spread.quantity = Quantity::whole(1);
        spread.limitPrice = Price::fromCents(10);
        spread.legs = {{kHighCall, 1, Side::Buy, PositionIntent::Unspecified},
                       {kPut, 1, Side::Buy, PositionIntent::Unspecified}};
        add(spread, "spread");
    }

    void add(OrderRequest request, const char* name) {
        request.clientOrderId = ClientOrderId(name);
        ASSERT_TRUE(venue.submit(request).reply.ok()) << name;
        venue.wait(Duration::seconds(1));
    }

    std::string list(const OrderQuery& query) const {
        const auto answer = venue.book.orders(query);
        if (const auto* error = std::get_if<VenueError>(&answer))
            return std::to_string(error->httpStatus);
        std::string names;
        for (const BrokerOrder& order : std::get<0>(answer)) {
            const bool isLeg = order.orderClass == OrderClass::MultiLeg && !order.symbol.isEmpty();
            names += (names.empty() ? "" : " ") + (isLeg ? std::string("leg") : order.clientOrderId.text());
        }
        return names;
    }
    BrokerOrderId id(const char* name) const { return venue.book.orderByClientId(ClientOrderId(name))->id; }

    Venue venue;
};

TEST_F(OrderLists, ShowOpenOrdersNewestFirstByDefault) {
    EXPECT_EQ(list({}), "leg leg spread share open");
    OrderQuery nested;
    nested.nested = true;
    EXPECT_EQ(list(nested), "spread share open");
    EXPECT_EQ(std::get<0>(venue.book.orders(nested))[0].legs.size(), 2U);
}

TEST_F(OrderLists, FilterByStateSideClassAndSymbol) {
    OrderQuery query;
    query.nested = true;
    query.status = OrderListStatus::Closed;
    EXPECT_EQ(list(query), "canceled filled");
    query.status = OrderListStatus::All;
    query.direction = ListDirection::Ascending;
    EXPECT_EQ(list(query), "filled open canceled share spread");
    query.side = Side::Sell;
    EXPECT_EQ(list(query), "");
    query.side = Side::Buy;
    EXPECT_EQ(list(query), "filled open canceled share");
    query.side.reset();
    query.assetClasses = {AssetClass::UsEquity};
    EXPECT_EQ(list(query), "share");
    query.assetClasses = {AssetClass::UsOption};
    query.symbols = {kShare};
    EXPECT_EQ(list(query), "filled open canceled spread") << "an underlying names its contracts";
    query.assetClasses.clear();
    EXPECT_EQ(list(query), "share");
    query.symbols = {kPut};
    EXPECT_EQ(list(query), "spread");
}

TEST_F(OrderLists, PageByTimeAndById) {
    OrderQuery query;
    query.status = OrderListStatus::All;
    query.nested = true;
    query.limit = 2;
    EXPECT_EQ(list(query), "spread share");
    query.beforeOrderId = id("share");
    EXPECT_EQ(list(query), "canceled open");
    query.beforeOrderId = {};
    query.afterOrderId = id("canceled");
    query.direction = ListDirection::Ascending;
    EXPECT_EQ(list(query), "share spread");
    OrderQuery timed;
    timed.status = OrderListStatus::All;
    timed.nested = true;
    timed.after = venue.book.orderById(id("filled"))->submittedAt;
    timed.until = venue.book.orderById(id("share"))->submittedAt;
    EXPECT_EQ(list(timed), "canceled open") << "both ends exclusive";
}

TEST_F(OrderLists, RefuseBadFilters) {
    OrderQuery query;
    query.limit = 0;
    EXPECT_EQ(list(query), "422");
    query.limit = 501;
    EXPECT_EQ(list(query), "422");
    query.limit = 50;
    query.beforeOrderId = id("open");
    query.afterOrderId = id("open");
    EXPECT_EQ(list(query), "422");
    query.afterOrderId = {};
    query.after = venue.now;
    EXPECT_EQ(list(query), "422");
    query.after.reset();
    query.beforeOrderId = BrokerOrderId("none");
    EXPECT_EQ(list(query), "404");
}

TEST(Activities, PageByTheLastRowReceived) {
    Venue venue;
    for (int i = 0; i < 5; ++i)
        venue.book.step(venue.now, BookActivity{"CSD", Money::dollars(i + 1), {}, ""});
    venue.holdCalls(1);
    const auto amounts = [&venue](const ActivityQuery& query) {
        std::string text;
        const auto answer = venue.book.activities(query);
        for (const BrokerActivity& activity : std::get<0>(answer))
            text += activity.netAmount->text() + " ";
        return text;
    };
    ActivityQuery query;
    query.types = {"CSD"};
    query.pageSize = 2;
    EXPECT_EQ(amounts(query), "5.00 4.00 ");
    query.pageToken = std::get<0>(venue.book.activities(query)).back().id;
    EXPECT_EQ(amounts(query), "3.00 2.00 ");
    query.direction = ListDirection::Ascending;
    EXPECT_EQ(amounts(query), "5.00 ");
    ActivityQuery trades;
    trades.category = ActivityQuery::Category::Trade;
    EXPECT_EQ(amounts(trades), "-210.00 ");
    trades.after = venue.now;
    EXPECT_EQ(amounts(trades), "");
    query.pageToken = "nonsense";
    EXPECT_TRUE(std::holds_alternative<VenueError>(venue.book.activities(query)));
    query.pageToken.clear();
    query.pageSize = 101;
    EXPECT_TRUE(std::holds_alternative<VenueError>(venue.book.activities(query)));
    EXPECT_EQ(venue.book.state().activities[0].id.substr(0, 19), "20260302150000000::");
}

} // namespace
} // namespace strikedesk::trade::test
