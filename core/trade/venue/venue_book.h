// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trade/venue/venue_query.h"
#include "core/trade/venue/venue_result.h"
#include "core/trade/venue/venue_state.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace strikedesk::trade {

/// A book taken apart. Orders and activities stand at their index; an order that is terminal never changes
/// again, and activities never do.
struct VenueParts {
    std::string rest;
    std::vector<std::string> orders;
    std::vector<std::string> activities;
};

/// A broker with an exchange behind it, as a pure value: Alpaca's order rules for one account, and the only
/// fill model of the product. Deterministic: the same config and the same inputs give the same bytes. Copy it
/// to try something. One thread.
///
/// Always true, and asserted after each step: Σ reserved closing quantity ≤ position; filled ≤ quantity; cash
/// = starting cash + Σ net amounts of all activities; a terminal order never changes.
///
/// Decided where the broker's rule is not documented: the quantity of a replacement is what is still to be
/// traded under the new id (its filled quantity starts at zero; what the old order fills between the request
/// and the replacement is taken off); a stop triggers as VenueConfig::stopTrigger says.
class VenueBook {
public:
    explicit VenueBook(VenueConfig config = {});

    /// One thing happens at `now` (never backwards: an earlier time counts as the latest one seen). First
    /// everything that became due by `now`, then the input.
    VenueResult step(Timestamp now, const VenueInput& input);

    /// The next moment at which time alone changes something, if any (for a timer that sends TimeAdvanced).
    std::optional<Timestamp> nextDue() const;

    /// Orders with their legs filled in; nullopt when there is none.
    std::optional<BrokerOrder> orderById(const BrokerOrderId& id) const;
    std::optional<BrokerOrder> orderByClientId(const ClientOrderId& id) const;
    /// The venue's own facts of an order (notional, expiry time, commission, leg ratio), or null. Valid until
    /// the next step.
    const VenueOrder* facts(const BrokerOrderId& id) const;
    /// GET /v2/orders; the error of a bad filter.
    std::variant<std::vector<BrokerOrder>, VenueError> orders(const OrderQuery& query) const;

    std::vector<BrokerPosition> positions() const; ///< by symbol
    std::optional<BrokerPosition> position(const Symbol& symbol) const;
    BrokerAccount account() const;
    BrokerClock clock() const; ///< unset open and close when the calendar ends
    /// GET /v2/account/activities; the error of a bad filter.
    std::variant<std::vector<BrokerActivity>, VenueError> activities(const ActivityQuery& query) const;

    /// Last quote and trade seen, or null. Valid until the next step.
    const VenueMarket* market(const Symbol& symbol) const;
    const options::Contract* contract(const Symbol& symbol) const;
    const VenueAsset* asset(const Symbol& symbol) const;
    const VenueState& state() const { return m_state; }

    /// The book in pieces, for a store that writes only what changed: the orders and activities from an index
    /// on (see VenueParts), and all the rest.
    std::string saveRest() const;
    std::string saveOrder(std::size_t index) const;
    std::string saveActivity(std::size_t index) const;
    static Result<VenueBook> tryJoin(const VenueParts& parts);
    /// The whole book as bytes and back (same build). Errors: bytes that are cut, foreign or inconsistent.
    std::string save() const;
    static Result<VenueBook> tryLoad(std::string_view bytes);

    template <class A>
    void archive(A& a) {
        a.field("state", m_state);
    }

private:
    VenueState m_state;
};

} // namespace strikedesk::trade
