// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/book_writer.h"
#include "tests/unit/sandbox/sandbox_rig.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

namespace strikedesk::sandbox::test {
namespace {

using nlohmann::json;

std::string freshPath(const char* name) {
    const auto path =
        std::filesystem::temp_directory_path() / (std::string(name) + "-" + std::to_string(getpid()) + ".db");
    for (const char* more : {"", "-wal", "-shm", ".lock"})
        std::filesystem::remove(path.string() + more);
    return path.string();
}

/// A book with this many orders behind it; the newest few are open.
trade::VenueBook bookWith(int orders) {
    trade::VenueBook book;
    const Timestamp open = *Timestamp::tryFromRfc3339("2026-11-18T14:30:00Z");
    book.step(open, trade::SetSessions{{{Date::ofUtc(open), open, open + Duration::minutes(390)}}});
    trade::VenueAsset asset;
    asset.id = "asset";
    asset.symbol = Symbol::of("SPY");
    book.step(open, trade::RegisterAsset{asset});
    market::Quote quote;
    quote.symbol = asset.symbol;
    quote.bid = Price::fromCents(66'000);
    quote.ask = Price::fromCents(66'001);
    quote.bidSize = quote.askSize = 100;
    for (int i = 0; i < orders; ++i) {
        quote.at = open + Duration::milliseconds(i);
        book.step(quote.at, trade::QuoteSeen{quote});
        trade::OrderRequest request;
        request.symbol = asset.symbol;
        request.side = i % 2 == 0 ? trade::Side::Buy : trade::Side::Sell;
        request.quantity = Quantity::whole(1);
        request.limitPrice = i % 2 == 0 ? quote.ask : quote.bid;
        book.step(quote.at, trade::SubmitOrder{request});
    }
    return book;
}

double millisecondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

TEST(BookWriters, WriteWhatChangedAndReadBackTheSameBook) {
    const std::string path = freshPath("book-writer");
    trade::VenueBook book = bookWith(20);
    VenueRecord record;
    record.accountNumber = "PA1";
    {
        auto store = VenueStore::tryOpen(path);
        ASSERT_TRUE(store.ok());
        BookWriter writer;
        ASSERT_TRUE(writer.save(**store, record, book).ok());
        trade::OrderRequest resting;
        resting.symbol = Symbol::of("SPY");
        resting.side = trade::Side::Buy;
        resting.quantity = Quantity::whole(5);
        resting.limitPrice = Price::fromCents(60'000);
        const auto result = book.step(book.state().now, trade::SubmitOrder{resting});
        ASSERT_TRUE(writer.save(**store, record, book).ok());
        book.step(book.state().now, trade::CancelOrder{result.reply.order->id});
        ASSERT_TRUE(writer.save(**store, record, book).ok());
    }
    auto store = VenueStore::tryOpen(path);
    ASSERT_TRUE(store.ok());
    auto loaded = (*store)->load();
    ASSERT_TRUE(loaded.ok() && loaded->has_value());
    const auto joined = trade::VenueBook::tryJoin((**loaded).book);
    ASSERT_TRUE(joined.ok());
    EXPECT_EQ(joined->save(), book.save());
    // A writer that takes up the stored book goes on from there.
    BookWriter writer;
    writer.startFrom(*joined);
    trade::VenueBook more = *joined;
    more.step(more.state().now, trade::BookActivity{"CSD", Money::dollars(5), {}, "Deposit"});
    ASSERT_TRUE(writer.save(**store, record, more).ok());
    EXPECT_EQ(trade::VenueBook::tryJoin((**(*store)->load()).book)->save(), more.save());
    // A new account leaves nothing of the old one.
    writer.startAnew();
    const trade::VenueBook empty = bookWith(0);
    ASSERT_TRUE(writer.save(**store, record, empty).ok());
    EXPECT_EQ(trade::VenueBook::tryJoin((**(*store)->load()).book)->save(), empty.save());
    freshPath("book-writer");
}

TEST(BookWriters, TakeAsLongForALongPastAsForAShortOne) {
    for (const int orders : {1'000, 10'000}) {
        const std::string path = freshPath("book-size");
        auto store = VenueStore::tryOpen(path);
        ASSERT_TRUE(store.ok());
        trade::VenueBook book = bookWith(orders);
        BookWriter writer;
        const double whole = millisecondsOf([&] { (void)writer.save(**store, {}, book).ok(); });
        const double inOnePiece = millisecondsOf([&] { EXPECT_FALSE(book.save().empty()); });
        double changes = 0;
        constexpr int kRounds = 20;
        for (int i = 0; i < kRounds; ++i) {
            trade::OrderRequest request;
            request.symbol = Symbol::of("SPY");
            request.side = trade::Side::Buy;
            request.quantity = Quantity::whole(1);
            request.limitPrice = Price::fromCents(60'000);
            book.step(book.state().now, trade::SubmitOrder{request});
            changes += millisecondsOf([&] { (void)writer.save(**store, {}, book).ok(); });
        }
        std::printf(
            "%d orders: first save %.1f ms, bytes of the whole book %.1f ms, save of a change %.2f ms\n",
            orders, whole, inOnePiece, changes / kRounds);
        std::size_t written = 0;
        for (std::size_t i = 0; i < book.state().orders.size(); ++i)
            written += book.saveOrder(i).size();
        EXPECT_LT(book.saveRest().size() * 20, written) << "the rest is the small part";
    }
    freshPath("book-size");
}

TEST(VenueFile, OfAnotherVersionIsSaidToBeThat) {
    const std::string path = freshPath("old-form");
    SandboxConfig config;
    config.venueDbPath = path;
    {
        Rig rig(config);
        ASSERT_TRUE(rig.sandbox);
    }
    {
        auto store = VenueStore::tryOpen(path);
        ASSERT_TRUE(store.ok());
        auto loaded = (*store)->load();
        VenueStore::Changes changes;
        changes.rest = "not a book";
        ASSERT_TRUE((*store)->save((**loaded).record, changes).ok());
    }
    const auto opened = Sandbox::tryOpen(config, MonoTime::fromNanoseconds(1));
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().messageId, "sandbox.venue.version");
    freshPath("old-form");
}

} // namespace
} // namespace strikedesk::sandbox::test
