// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/ctl/books_check.h"

#include "core/io/store/journal_repository.h"
#include "core/io/store/migrations.h"
#include "core/io/store/order_log.h"
#include "core/run/workers/order_record_codec.h"
#include "core/trade/orders/trade_book.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <variant>

namespace strikedesk::test {

using nlohmann::json;

namespace {

const Money kStartingCash = Money::dollars(100'000);

/// Folds the order log, whose opening checks every page and the chain of hashes.
void readOrderLog(const std::filesystem::path& folder, const std::string& account, trade::TradeBook& book) {
    store::OrderLogOptions options;
    options.directory = folder;
    options.environment = "demo";
    options.account = AccountId(account);
    options.buildId = "test";
    auto opening = store::OrderLog::open(options);
    ASSERT_TRUE(opening.ok()) << opening.error().message;
    ASSERT_TRUE(std::holds_alternative<std::unique_ptr<store::OrderLog>>(*opening))
        << std::get<store::OrderLogDamage>(*opening).what;
    const Status read = std::get<std::unique_ptr<store::OrderLog>>(*opening)->readAll(
        [&book](const store::OrderLogEntry& entry) -> Status {
            auto record = workers::fromLogRecord(entry.record);
            if (!record)
                return record.error();
            book.apply(*record);
            return done();
        });
    EXPECT_TRUE(read.ok()) << read.error().message;
}

std::string fillText(const std::string& orderId, const std::string& side, Quantity cumulative, Price price) {
    return orderId + " " + side + " up to " + cumulative.text() + " at " + price.text();
}

void expectSameFills(const VenueControl& venue, const trade::TradeBook& book) {
    std::multiset<std::string> theirs;
    for (const json& row : venue.get("/v2/account/activities/FILL?page_size=100")) {
        const auto cumulative = Quantity::tryFromText(row.at("cum_qty").get<std::string>());
        const auto price = Price::tryFromText(row.at("price").get<std::string>());
        ASSERT_TRUE(cumulative && price) << row.dump();
        theirs.insert(fillText(row.at("order_id").get<std::string>(), row.at("side").get<std::string>(),
                               *cumulative, *price));
    }
    std::multiset<std::string> ours;
    Quantity bought;
    Quantity sold;
    for (const trade::Fill& fill : book.ledger().fills()) {
        ours.insert(fillText(fill.brokerOrderId.text(), std::string(trade::toWire(fill.side)),
                             fill.cumulativeAfter, fill.price));
        (fill.side == trade::Side::Buy ? bought : sold) += fill.quantity;
    }
    EXPECT_EQ(ours, theirs);
    EXPECT_EQ(bought, sold);
    EXPECT_EQ(book.conflictingFills(), 0u);
}

void expectSameOrders(const VenueControl& venue, const trade::TradeBook& book) {
    std::set<std::string> ids;
    for (const json& row : venue.get("/v2/orders?status=all&limit=500")) {
        const std::string id = row.at("client_order_id").get<std::string>();
        EXPECT_TRUE(ids.insert(id).second) << "two orders at the venue under " << id;
        const trade::OrderState* order = book.order(ClientOrderId(id));
        ASSERT_NE(order, nullptr) << "the venue has an order our log does not know: " << row.dump();
        EXPECT_EQ(order->brokerId.text(), row.at("id").get<std::string>());
        EXPECT_FALSE(order->isLive()) << id << " is " << trade::toText(order->phase);
    }
    for (const auto& [id, order] : book.orders())
        if (!ids.contains(id.text())) {
            EXPECT_TRUE(order.end == trade::OrderEnd::Unseen || order.end == trade::OrderEnd::NotSent ||
                        order.end == trade::OrderEnd::Rejected)
                << id.text() << " never reached the venue and is " << trade::toText(order.phase);
        }
}

void expectJournal(const std::filesystem::path& folder, const std::string& account, Money cash,
                   const trade::TradeBook& book) {
    const auto database = store::openStore(folder / "store.db");
    ASSERT_TRUE(database.ok()) << database.error().message;
    store::JournalFilter filter;
    filter.account = AccountId(account);
    const auto rows = store::JournalRepository(**database).list(filter);
    ASSERT_TRUE(rows.ok()) << rows.error().message;
    std::set<std::string> held;
    for (const auto& [id, trade] : book.trades())
        if (const trade::TradeTotals* totals = book.ledger().trade(id);
            totals != nullptr && totals->entered.isPositive())
            held.insert(id.text());
    std::multiset<std::string> journaled;
    Money sum;
    for (const store::JournalEntry& row : *rows) {
        journaled.insert(row.id);
        sum += row.netPnl;
    }
    EXPECT_EQ(journaled, std::multiset<std::string>(held.begin(), held.end()));
    EXPECT_EQ(held.size(), 1u) << "one trade was asked for";
    EXPECT_EQ(cash - kStartingCash, sum) << "the venue's cash and the journal differ";
}

} // namespace

void expectBooksAgree(const VenueControl& venue, const std::filesystem::path& folder) {
    EXPECT_LE(venue.mostArrivalsOfOneId(), 1) << venue.get("/sandbox/v1/arrivals").dump(1);
    EXPECT_TRUE(venue.get("/v2/positions").empty()) << venue.get("/v2/positions").dump();
    const json account = venue.get("/v2/account");
    const std::string number = account.at("account_number").get<std::string>();
    const auto cash = Money::tryFromText(account.at("cash").get<std::string>());
    ASSERT_TRUE(cash.ok());
    trade::TradeBook book;
    readOrderLog(folder, number, book);
    expectSameOrders(venue, book);
    expectSameFills(venue, book);
    expectJournal(folder, number, *cash, book);
}

} // namespace strikedesk::test
