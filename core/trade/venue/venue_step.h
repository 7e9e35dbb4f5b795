// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trade/venue/venue_checks.h"
#include "core/trade/venue/venue_result.h"
#include "core/trade/venue/venue_state.h"

#include <utility>

namespace strikedesk::trade {

/// One step in progress: the state it changes and what it tells the outside.
struct VenueStep {
    VenueState& state;
    VenueResult& out;
};

/// Answers the request in hand with an error.
inline void refuse(VenueStep& step, VenueError error) {
    step.out.reply.httpStatus = error.httpStatus;
    step.out.reply.error = std::move(error);
}

/// The order as the broker shows it, legs inside their parent.
BrokerOrder viewOf(const VenueState& state, const VenueOrder& order);
/// Sends an event of the order as it stands now.
void announce(VenueStep& step, std::uint64_t index, OrderEventKind kind);
/// Ends an order, its legs and its pending replacement, and says so.
void finish(VenueStep& step, std::uint64_t index, OrderStatus status);
/// Puts a checked plan into the book without announcing it; returns its index.
std::uint64_t enter(VenueStep& step, const OrderPlan& plan);
/// Cancels the newest closing orders until what they hold fits the position (after an exercise or a
/// position that was closed from the other side).
void releaseExcessHolds(VenueStep& step, const Symbol& symbol);

// Requests. Each writes step.out.reply.
void submit(VenueStep& step, const OrderRequest& request, const TrailTerms& trail = {});
void replace(VenueStep& step, const ReplaceOrder& input);
void cancel(VenueStep& step, const BrokerOrderId& id);
void cancelAll(VenueStep& step);
void closePosition(VenueStep& step, const ClosePosition& request);
void closeAllPositions(VenueStep& step, const CloseAllPositions& request);
void exercise(VenueStep& step, const Symbol& symbol);
void doNotExercise(VenueStep& step, const Symbol& symbol);

// Brackets, oco and oto.
/// The index of an order, or of the one that replaced it in the end.
std::uint64_t newestOf(const VenueState& state, const BrokerOrderId& id);
/// What the end of one member does to the others.
void familyAfterFinish(VenueStep& step, std::uint64_t index, OrderStatus status);
/// A take-profit was filled in part: the stop shrinks with it.
void shrinkStop(VenueState& state, const VenueOrder& order);
/// Whether a held stop is watched: its entry is filled, or its take-profit works.
bool isWatched(const VenueState& state, const VenueOrder& order);
/// A held stop was reached: the take-profit goes, the stop becomes an order.
void releaseStop(VenueStep& step, std::uint64_t index);
/// A replacement takes the old one's place among the members.
void relinkFamily(VenueState& state, std::uint64_t oldIndex, std::uint64_t newIndex);

// Corporate actions and halts.
void setHalt(VenueStep& step, const SetHalt& input);
void applySplit(VenueStep& step, const ApplySplit& input);
void goExDividend(VenueStep& step, const GoExDividend& input);
/// Pays the dividend that stands at `index`.
void payDividend(VenueStep& step, std::uint64_t index);
/// The day's early assignments, by chance.
void assignEarly(VenueStep& step, Date day);

// The fill model.
void onQuote(VenueStep& step, const market::Quote& quote);
void onTrade(VenueStep& step, const market::TradePrint& trade);
/// Fills what an order can have of the quote in hand.
void evaluate(VenueStep& step, std::uint64_t index);

// Time.
/// Handles everything due up to `until`, each at its own time, and leaves the state at `until`.
void processDue(VenueStep& step, Timestamp until);
std::optional<Timestamp> nextDueAt(const VenueState& state);
/// pending_replace ends: the new order takes over, or is rejected.
void finishReplace(VenueStep& step, std::uint64_t index);
/// A contract's last moment has passed: worthless, exercised, assigned or settled in cash.
void expirePosition(VenueStep& step, const Symbol& symbol);
/// Turns `count` long (or short, negative) contracts into shares or cash.
void deliver(VenueStep& step, const options::Contract& contract, Quantity count, const char* type);

} // namespace strikedesk::trade
