// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>

namespace strikedesk::trade::test {
namespace {

/// A book in the middle of everything: delays running, a partial, a pending replacement, a resting exit.
Venue busy() {
    VenueConfig config = VenueConfig::paperFriction();
    config.cancelDelay = Duration::seconds(2);
    config.replaceDelay = Duration::seconds(3);
    Venue venue(config);
    venue.quote(kCall, 200, 210, 5);
    venue.submit(Venue::limitOrder(kCall, Side::Buy, 9, 210));
    venue.wait(Duration::seconds(1));
    venue.submit(Venue::limitOrder(kCall, Side::Sell, 2, 400));
    const auto changed = venue.submit(Venue::limitOrder(kHighCall, Side::Buy, 2, 100)).reply.order->id;
    venue.wait(Duration::seconds(1));
    ReplaceRequest request;
    request.orderId = changed;
    request.quantity = Quantity::whole(4);
    venue.replace(request);
    venue.cancel(venue.submit(Venue::limitOrder(kPut, Side::Buy, 1, 10)).reply.order->id);
    return venue;
}

std::string goOn(Venue venue) {
    std::string told;
    const auto add = [&told](const VenueResult& result) {
        BinaryWriter writer;
        writer.field("updates", result.updates);
        writer.field("activities", result.activities);
        told += writer.take();
    };
    add(venue.quote(kCall, 205, 210, 3));
    add(venue.quote(kHighCall, 90, 95, 1));
    add(venue.wait(Duration::seconds(5)));
    add(venue.quote(kHighCall, 90, 95, 10));
    add(venue.quote(kCall, 390, 400, 100));
    add(venue.moveTo("2026-03-05T15:00:00Z"));
    return told + venue.book.save();
}

TEST(SavedBook, GoesOnExactlyAsTheOriginal) {
    Venue original = busy();
    const std::string bytes = original.book.save();
    Venue loaded = original;
    auto read = VenueBook::tryLoad(bytes);
    ASSERT_TRUE(read.ok());
    loaded.book = *read;
    EXPECT_EQ(loaded.book.save(), bytes);
    EXPECT_EQ(goOn(loaded), goOn(original));
}

TEST(SavedBook, SameSeedSameBytes) { EXPECT_EQ(goOn(busy()), goOn(busy())); }

TEST(SavedBook, RefusesEveryCutAndSurvivesEveryFlippedByte) {
    const std::string bytes = busy().book.save();
    EXPECT_FALSE(VenueBook::tryLoad("").ok());
    EXPECT_FALSE(VenueBook::tryLoad(bytes + "x").ok());
    for (std::size_t size = 0; size < bytes.size(); size += 7)
        EXPECT_FALSE(VenueBook::tryLoad(std::string_view(bytes).substr(0, size)).ok());
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        std::string damaged = bytes;
        damaged[place] = static_cast<char>(damaged[place] ^ 0x41);
        const auto read = VenueBook::tryLoad(damaged);
        EXPECT_TRUE(read.ok() || !read.error().message.empty());
    }
}

} // namespace
} // namespace strikedesk::trade::test
