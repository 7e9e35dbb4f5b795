// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/venue/venue_fixture.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace strikedesk::trade::test {
namespace {

/// One random thing a trader, the market or the clock may do; the numbers choose details modulo what exists.
struct Action {
    int kind = 0;
    int a = 0;
    int b = 0;
    int c = 0;
};

rc::Gen<Action> anyAction() {
    const auto numbers = rc::gen::tuple(rc::gen::inRange(0, 14), rc::gen::inRange(0, 1'000),
                                        rc::gen::inRange(0, 1'000), rc::gen::inRange(0, 1'000));
    // The full range of every number, however short the list.
    return rc::gen::resize(100, rc::gen::map(numbers, [](const std::tuple<int, int, int, int>& t) {
                               return Action{std::get<0>(t), std::get<1>(t), std::get<2>(t), std::get<3>(t)};
                           }));
}

const Symbol& symbolOf(int n) {
    static const Symbol symbols[] = {kCall, kHighCall, kPut, kShare};
    return symbols[n % 4];
}

BrokerOrderId anyOrder(const VenueBook& book, int n) {
    const auto& orders = book.state().orders;
    return orders.empty() ? BrokerOrderId("none")
                          : orders[static_cast<std::size_t>(n) % orders.size()].order.id;
}

VenueInput spreadOf(const Action& action) {
    OrderRequest request;
    request.orderClass = OrderClass::MultiLeg;
    request.quantity = Quantity::whole(1 + action.b % 3);
    request.limitPrice = Price::fromCents(action.c % 400 - 200);
    const Side first = action.a % 2 == 0 ? Side::Buy : Side::Sell;
    const Side second = first == Side::Buy ? Side::Sell : Side::Buy;
    request.legs = {{kCall, 1, first, PositionIntent::Unspecified},
                    {kHighCall, 1, second, PositionIntent::Unspecified}};
    return SubmitOrder{request};
}

VenueInput inputOf(const Action& action, const VenueBook& book, Timestamp now) {
    const Symbol& symbol = symbolOf(action.a);
    const Side side = action.b % 2 == 0 ? Side::Buy : Side::Sell;
    const std::int64_t count = 1 + action.b % 12;
    const int cents = 50 + action.c % 300;
    ReplaceRequest change;
    switch (action.kind) {
    case 0:
        return SubmitOrder{Venue::marketOrder(symbol, side, count)};
    case 1:
        return SubmitOrder{Venue::stopOrder(symbol, side, count, cents)};
    case 2:
        return CancelOrder{anyOrder(book, action.c)};
    case 3:
    case 4:
        change.orderId = anyOrder(book, action.a);
        if (action.b % 3 != 0)
            change.quantity = Quantity::whole(count);
        if (action.b % 3 != 1)
            change.limitPrice = Price::fromCents(cents);
        return ReplaceOrder{change};
    case 5:
        return ClosePosition{
            symbol, {}, action.b % 2 == 0 ? std::optional(Quantity::whole(50)) : std::nullopt};
    case 6: {
        market::TradePrint trade;
        trade.symbol = symbol;
        trade.price = Price::fromCents(cents);
        trade.size = action.b % 7;
        return TradeSeen{trade};
    }
    case 7:
        return spreadOf(action);
    case 8:
        return action.c % 10 == 0 ? VenueInput(CloseAllPositions{true})
                                  : VenueInput(ExercisePosition{symbol});
    case 9:
    case 10:
        return QuoteSeen{{symbol, Price::fromCents(cents), Price::fromCents(cents + action.a % 9 - 1),
                          action.b % 9, action.a % 11, now}};
    case 11:
        return action.c % 12 == 0 ? VenueInput(CancelAllOrders{}) : VenueInput(TimeAdvanced{});
    default:
        return SubmitOrder{Venue::limitOrder(symbol, side, count, cents)};
    }
}

Duration stepOf(const Action& action) {
    if (action.c % 29 == 0)
        return Duration::hours(1 + action.a % 9);
    return Duration::milliseconds(action.b % 900);
}

VenueConfig configOf(int n) {
    VenueConfig config = n % 2 == 0 ? VenueConfig() : VenueConfig::paperFriction();
    config.seed = static_cast<std::uint64_t>(n);
    config.regulatoryFeePerContract = Money::fromUnits(275);
    if (n % 3 == 0)
        config.cancelDelay = config.replaceDelay = config.routeDelay = Duration::milliseconds(700);
    if (n % 5 == 0)
        config.stopTrigger = StopTrigger::LastTrade;
    return config;
}

/// What the outside could tell from the events alone.
struct Watcher {
    std::map<BrokerOrderId, OrderStatus> statuses;
    std::map<BrokerOrderId, Quantity> filled;

    void see(const OrderUpdate& update) {
        const BrokerOrder& order = update.order;
        const auto known = statuses.find(order.id);
        const bool wasTerminal = known != statuses.end() && isTerminal(known->second);
        // After the end only words about what did not happen any more.
        if (wasTerminal)
            RC_ASSERT(update.kind == OrderEventKind::CancelRejected ||
                      update.kind == OrderEventKind::ReplaceRejected);
        Quantity& sum = filled[order.id];
        if (update.quantity)
            sum += *update.quantity;
        RC_ASSERT(sum == order.filledQuantity);
        RC_ASSERT(sum <= *order.quantity);
        if (update.kind == OrderEventKind::Fill)
            RC_ASSERT(sum == *order.quantity);
        if (update.kind == OrderEventKind::New)
            RC_ASSERT(known == statuses.end() || known->second == OrderStatus::PendingNew ||
                      known->second == OrderStatus::Accepted);
        statuses[order.id] = order.status;
    }
};

void checkBook(const VenueBook& book, const Watcher& watcher) {
    const VenueState& state = book.state();
    Money cash = state.config.startingCash;
    std::map<Symbol, Quantity> positions;
    std::map<BrokerOrderId, Quantity> filled;
    for (const BrokerActivity& activity : state.activities) {
        cash += activity.netAmount.value_or(Money());
        if (activity.type == "FILL") {
            positions[activity.symbol] +=
                activity.side == Side::Buy ? *activity.quantity : -*activity.quantity;
            filled[activity.orderId] += *activity.quantity;
            RC_ASSERT(filled[activity.orderId] == *activity.cumulativeQuantity);
            const Money value =
                notional(*activity.price, *activity.quantity, activity.symbol == kShare ? 1 : 100);
            RC_ASSERT(*activity.netAmount == (activity.side == Side::Buy ? -value : value));
        } else if (activity.type != "FEE") {
            positions[activity.symbol] += activity.quantity.value_or(Quantity());
        }
    }
    RC_ASSERT(cash == state.cash);
    for (const auto& [symbol, quantity] : positions) {
        const auto position = book.position(symbol);
        RC_ASSERT(quantity == (position ? position->quantity : Quantity()));
    }
    for (const auto& position : book.positions()) {
        const bool isShort = position.quantity.isNegative();
        const bool isHeldTooMuch =
            isShort ? position.available->isPositive() : position.available->isNegative();
        RC_ASSERT(!isHeldTooMuch);
    }
    for (const VenueOrder& order : state.orders) {
        RC_ASSERT(!order.remaining().isNegative());
        const auto told = watcher.statuses.find(order.order.id);
        if (told != watcher.statuses.end() && isTerminal(told->second))
            RC_ASSERT(order.order.status == told->second);
    }
}

VenueBook play(const std::vector<Action>& actions, int seed, bool checkEachStep) {
    Venue venue(configOf(seed));
    Watcher watcher;
    for (const Action& action : actions) {
        venue.now = venue.now + stepOf(action);
        const VenueInput input = inputOf(action, venue.book, venue.now);
        const VenueResult result = venue.book.step(venue.now, input);
        if (!checkEachStep)
            continue;
        for (const OrderUpdate& update : result.updates)
            watcher.see(update);
        checkBook(venue.book, watcher);
        if (result.reply.httpStatus >= 400)
            RC_ASSERT(result.reply.error && result.reply.error->code / 10'000 >= 4'001);
    }
    return venue.book;
}

TEST(VenueLaws, MoneyPositionsAndEventsAgreeWhateverHappens) {
    EXPECT_TRUE(rc::check("cash = start + Σ net; position = Σ fills + bookings; events in a legal order", [] {
        const auto actions = *rc::gen::resize(120, rc::gen::container<std::vector<Action>>(anyAction()));
        play(actions, *rc::gen::inRange(0, 60), true);
    }));
}

TEST(VenueLaws, ASavedBookGoesOnAsTheOriginal) {
    EXPECT_TRUE(rc::check("load(save(book)) behaves as book", [] {
        const auto before = *rc::gen::resize(60, rc::gen::container<std::vector<Action>>(anyAction()));
        const auto after = *rc::gen::resize(30, rc::gen::container<std::vector<Action>>(anyAction()));
        VenueBook original = play(before, *rc::gen::inRange(0, 60), false);
        auto loaded = VenueBook::tryLoad(original.save());
        RC_ASSERT(loaded.ok());
        Timestamp now = original.state().now;
        for (const Action& action : after) {
            now = now + stepOf(action);
            const VenueInput input = inputOf(action, original, now);
            const auto one = original.step(now, input);
            const auto two = loaded->step(now, input);
            RC_ASSERT(one.updates.size() == two.updates.size());
            RC_ASSERT(one.reply.httpStatus == two.reply.httpStatus);
        }
        RC_ASSERT(original.save() == loaded->save());
    }));
}

TEST(VenueLaws, ClosingNeverAddsExposure) {
    EXPECT_TRUE(rc::check("cancel, close and close all only shrink positions", [] {
        const auto actions = *rc::gen::resize(80, rc::gen::container<std::vector<Action>>(anyAction()));
        VenueBook book = play(actions, *rc::gen::inRange(0, 60), false);
        std::map<Symbol, Quantity> before;
        for (const auto& position : book.positions())
            before[position.symbol] = position.quantity;
        const Timestamp now = book.state().now;
        book.step(now, CancelAllOrders{});
        Timestamp later = now + Duration::seconds(5);
        std::set<BrokerOrderId> opening;
        for (const VenueOrder& order : book.state().orders) {
            if (!isTerminal(order.order.status))
                opening.insert(order.order.id);
        }
        if (!opening.empty())
            return;
        for (int turn = 0; turn < 3; ++turn) {
            book.step(later, CloseAllPositions{true});
            later = later + Duration::seconds(5);
            for (const auto& position : book.positions()) {
                if (!before.contains(position.symbol))
                    continue;
                const Quantity old = before[position.symbol];
                RC_ASSERT(abs(position.quantity) <= abs(old));
                RC_ASSERT(position.quantity.isNegative() == old.isNegative());
            }
        }
    }));
}

} // namespace
} // namespace strikedesk::trade::test
