// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trade/venue/venue_book.h"

#include "core/base/archive_reader.h"
#include "core/trade/venue/venue_account.h"
#include "core/trade/venue/venue_sessions.h"
#include "core/trade/venue/venue_step.h"

#include <algorithm>

namespace strikedesk::trade {

namespace {

/// Handles one input; one overload per alternative keeps the visit exhaustive.
struct InputHandler {
    VenueStep& step;

    void operator()(const SubmitOrder& input) { submit(step, input.request, input.trail); }
    void operator()(const ReplaceOrder& input) { replace(step, input); }
    void operator()(const CancelOrder& input) { cancel(step, input.id); }
    void operator()(const CancelAllOrders&) { cancelAll(step); }
    void operator()(const ClosePosition& input) { closePosition(step, input); }
    void operator()(const CloseAllPositions& input) { closeAllPositions(step, input); }
    void operator()(const ExercisePosition& input) { exercise(step, input.symbol); }
    void operator()(const DoNotExercise& input) { doNotExercise(step, input.symbol); }
    void operator()(const QuoteSeen& input) { onQuote(step, input.quote); }
    void operator()(const TradeSeen& input) { onTrade(step, input.trade); }
    void operator()(const TimeAdvanced&) {}
    void operator()(const SetSessions& input) { takeSessions(step.state, input.days); }

    void operator()(const SetLimits& input) { step.state.limits = input.limits; }
    void operator()(const SetBehaviour& input) {
        VenueConfig& config = step.state.config;
        config.stuckCancelPermille = input.stuckCancelPermille;
        config.earlyAssignmentPermille = input.earlyAssignmentPermille;
        config.refusesWhenHalted = input.refusesWhenHalted;
    }
    void operator()(const SetHalt& input) { setHalt(step, input); }
    void operator()(const ApplySplit& input) { applySplit(step, input); }
    void operator()(const GoExDividend& input) { goExDividend(step, input); }

    void operator()(const RegisterContract& input) {
        const options::Contract& contract = input.contract;
        const bool isUsable = contract.multiplier > 0 && contract.size > 0 && !contract.symbol.isEmpty();
        if (!isUsable)
            return;
        step.state.contracts[contract.symbol] = contract;
        watch(contract.symbol);
        watch(contract.underlying);
    }
    void operator()(const RegisterAsset& input) {
        if (input.asset.symbol.isEmpty())
            return;
        step.state.assets[input.asset.symbol] = input.asset;
        watch(input.asset.symbol);
    }
    void operator()(const RegisterIndex& input) {
        watch(input.symbol);
        if (input.optionsLateClose && !input.symbol.isEmpty())
            step.state.lateIndexes.insert(input.symbol);
        else
            step.state.lateIndexes.erase(input.symbol);
    }
    void operator()(const BookActivity& input) {
        BrokerActivity activity;
        activity.type = input.type;
        activity.symbol = input.symbol;
        activity.netAmount = input.amount;
        activity.description = input.description;
        book(step.state, step.out, std::move(activity));
    }

    void watch(const Symbol& symbol) {
        if (!symbol.isEmpty())
            step.state.markets.try_emplace(symbol).first->second.quote.symbol = symbol;
    }
};

/// Broken rules are bugs of the venue, whatever was asked of it.
void assertInvariants(const VenueState& state) {
    std::map<Symbol, Quantity> held;
    for (const std::uint64_t index : state.working) {
        const VenueOrder& order = state.orders[index];
        STRIKEDESK_ASSERT(!isTerminal(order.order.status), "a finished order is still working");
        STRIKEDESK_ASSERT(!order.remaining().isNegative(), "an order was filled beyond its quantity");
        const bool closes = !order.order.symbol.isEmpty() && !opensPosition(order.order.intent);
        if (closes)
            held[order.order.symbol] += exposureOf(state, order);
    }
    for (const auto& [symbol, quantity] : held)
        STRIKEDESK_ASSERT(quantity <= abs(positionOf(state, symbol)), "orders hold more than the position");
}

/// What the rest of the venue relies on without asking again.
bool hasItsTerms(const VenueOrder& order) {
    const BrokerOrder& terms = order.order;
    if (!terms.quantity || order.remaining().isNegative() || order.multiplier < 1 || order.ratio < 1)
        return false;
    const bool isLeg = !order.parent.isEmpty();
    if (isLeg)
        return terms.side.has_value() && !terms.symbol.isEmpty();
    const bool needsLimit = terms.type == OrderType::Limit || terms.type == OrderType::StopLimit;
    const bool needsStop = terms.type == OrderType::Stop || terms.type == OrderType::StopLimit;
    if (terms.type == OrderType::TrailingStop)
        return terms.side.has_value() && !terms.symbol.isEmpty() && order.trail.isSet() && !terms.limitPrice;
    const bool hasInstrument = order.legs.empty() ? terms.side.has_value() && !terms.symbol.isEmpty() : true;
    return hasInstrument && needsLimit == terms.limitPrice.has_value() &&
           needsStop == terms.stopPrice.has_value();
}

bool hasSoundPositions(const VenueState& state) {
    for (const auto& [symbol, position] : state.positions) {
        if (position.quantity.isZero() || position.multiplier < 1)
            return false;
    }
    for (const auto& [symbol, contract] : state.contracts) {
        if (contract.multiplier < 1 || contract.size < 1 || contract.symbol != symbol)
            return false;
    }
    return true;
}

/// The chain of replacements goes forward only, so that following it ends.
bool isReplacedLater(const VenueState& state, const VenueOrder& order, std::size_t index) {
    const auto next = state.byId.find(order.order.replacedBy);
    return next != state.byId.end() && next->second > index;
}

/// The indexes of a loaded book must agree with its orders.
bool isConsistent(const VenueState& state) {
    if (state.byId.size() != state.orders.size() || state.byClientId.size() != state.orders.size())
        return false;
    for (std::size_t index = 0; index < state.orders.size(); ++index) {
        const VenueOrder& order = state.orders[index];
        const auto id = state.byId.find(order.order.id);
        const auto clientId = state.byClientId.find(order.order.clientOrderId);
        if (id == state.byId.end() || id->second != index || clientId == state.byClientId.end() ||
            clientId->second != index)
            return false;
        if (isTerminal(order.order.status) == state.working.contains(index) || !hasItsTerms(order))
            return false;
        const auto isKnown = [&state](const BrokerOrderId& other) { return state.byId.contains(other); };
        if (!std::all_of(order.legs.begin(), order.legs.end(), isKnown) ||
            !std::all_of(order.children.begin(), order.children.end(), isKnown) ||
            (order.role != FamilyRole::None && !isKnown(order.family)) ||
            (!order.parent.isEmpty() && !isKnown(order.parent)) ||
            (!order.order.replacedBy.isEmpty() && !isReplacedLater(state, order, index)) ||
            (!order.replacement.isEmpty() && !isKnown(order.replacement)))
            return false;
    }
    Money cash = state.config.startingCash;
    for (const BrokerActivity& activity : state.activities)
        cash += activity.netAmount.value_or(Money());
    const bool areIndexesInside = state.working.empty() || *state.working.rbegin() < state.orders.size();
    return areIndexesInside && hasSoundPositions(state) && cash == state.cash &&
           state.config.marginMultiplier > 0;
}

} // namespace

VenueConfig VenueConfig::brokerPaper() {
    VenueConfig config;
    config.partialPermille = 100;
    config.limitBySize = false;
    return config;
}

VenueConfig VenueConfig::paperFriction() {
    VenueConfig config;
    config.fillDelay = Duration::milliseconds(100);
    config.crossingPermille = 750;
    config.partialPermille = 200;
    config.unknownSizeNoFillPermille = 50;
    config.slippageCapPermille = 20;
    config.commissionPerContract = Money::fromCents(70);
    return config;
}

VenueBook::VenueBook(VenueConfig config) {
    if (config.marginMultiplier < 1)
        config.marginMultiplier = 1;
    m_state.ids = IdSource(config.seed);
    m_state.cash = config.startingCash;
    m_state.lastEquity = config.startingCash;
    m_state.config = std::move(config);
}

VenueResult VenueBook::step(Timestamp now, const VenueInput& input) {
    VenueResult result;
    VenueStep step{m_state, result};
    const Timestamp at = std::max(now, m_state.now);
    processDue(step, at);
    std::visit(InputHandler{step}, input);
    processDue(step, at);
    if (!result.updates.empty() || !result.activities.empty())
        assertInvariants(m_state);
    return result;
}

std::optional<Timestamp> VenueBook::nextDue() const { return nextDueAt(m_state); }

std::string VenueBook::save() const {
    BinaryWriter writer;
    writer.field("venue", *this);
    return writer.take();
}

namespace {

/// The part of the state that is neither orders nor activities.
template <class State>
struct Rest {
    State& state;
    template <class A>
    void archive(A& a) {
        state.archiveRest(a);
    }
};

Error unreadable(const std::string& where) {
    return invalidInput("venue.book.unreadable",
                        "The saved account of the built-in venue cannot be read. Start with a fresh account.",
                        where);
}

/// Reads one piece; false when its bytes are not one.
template <class T>
bool readPiece(std::string_view bytes, T& piece) {
    BinaryReader reader(bytes);
    reader.field("piece", piece);
    return reader.finished();
}

template <class T>
std::string pieceOf(const T& piece) {
    BinaryWriter writer;
    writer.field("piece", piece);
    return writer.take();
}

} // namespace

std::string VenueBook::saveRest() const {
    // Writing only reads the state.
    Rest<VenueState> rest{const_cast<VenueState&>(m_state)};
    return pieceOf(rest);
}

std::string VenueBook::saveOrder(std::size_t index) const { return pieceOf(m_state.orders.at(index)); }

std::string VenueBook::saveActivity(std::size_t index) const { return pieceOf(m_state.activities.at(index)); }

Result<VenueBook> VenueBook::tryJoin(const VenueParts& parts) {
    VenueBook book;
    VenueState& state = book.m_state;
    Rest<VenueState> rest{state};
    if (!readPiece(parts.rest, rest))
        return unreadable("rest");
    for (const std::string& bytes : parts.orders) {
        VenueOrder order;
        if (!readPiece(bytes, order))
            return unreadable("order " + std::to_string(state.orders.size()));
        const std::uint64_t index = state.orders.size();
        state.byId[order.order.id] = index;
        state.byClientId[order.order.clientOrderId] = index;
        if (!isTerminal(order.order.status))
            state.working.insert(index);
        state.orders.push_back(std::move(order));
    }
    for (const std::string& bytes : parts.activities) {
        state.activities.emplace_back();
        if (!readPiece(bytes, state.activities.back()))
            return unreadable("activity");
    }
    if (!isConsistent(state))
        return unreadable("parts");
    return book;
}

Result<VenueBook> VenueBook::tryLoad(std::string_view bytes) {
    BinaryReader reader(bytes);
    VenueBook book;
    reader.field("venue", book);
    if (!reader.finished() || !isConsistent(book.m_state))
        return unreadable(reader.where());
    return book;
}

} // namespace strikedesk::trade
