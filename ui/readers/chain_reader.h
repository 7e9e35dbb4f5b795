// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/date.h"
#include "core/market/grade.h"
#include "core/options/contract.h"
#include "ui/readers/subscription.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// One contract in the chain. Zero prices mean an empty side.
struct ChainSide {
    Symbol contract;
    Price bid;
    Price ask;
    std::int64_t bidSize = 0;
    std::int64_t askSize = 0;
    std::optional<Price> last;
    Timestamp lastAt; ///< the venue's time of the last trade
    std::int64_t volume = 0;
    std::optional<std::int64_t> openInterest;
    std::optional<double> impliedVolatility; ///< yearly fraction
    std::optional<options::Greeks> greeks;
    Timestamp quotedAt;  ///< the venue's time of the quote
    Timestamp confirmed; ///< when the venue last confirmed the quote; unset when never
    market::Grade grade = market::Grade::RealTime; ///< of the feed the quote is of
    bool isStreamed = true; ///< false: beyond the data plan's number of symbols, read now and then

    friend bool operator==(const ChainSide& a, const ChainSide& b) {
        const auto delta = [](const ChainSide& side) { return side.greeks ? side.greeks->delta : 0.0; };
        return a.contract == b.contract && a.bid == b.bid && a.ask == b.ask && a.bidSize == b.bidSize &&
               a.askSize == b.askSize && a.last == b.last && a.volume == b.volume &&
               a.openInterest == b.openInterest && a.impliedVolatility == b.impliedVolatility &&
               a.confirmed == b.confirmed && a.grade == b.grade && a.isStreamed == b.isStreamed &&
               a.greeks.has_value() == b.greeks.has_value() && delta(a) == delta(b);
    }
};

/// One strike: call left, put right.
struct ChainRow {
    Price strike;
    std::optional<ChainSide> call;
    std::optional<ChainSide> put;
    friend bool operator==(const ChainRow&, const ChainRow&) = default;
};

/// One expiry tab.
struct ChainExpiry {
    Date date;
    int daysToExpiry = 0; ///< calendar days in New York
    friend bool operator==(const ChainExpiry&, const ChainExpiry&) = default;
};

enum class ChainState : std::uint8_t {
    Empty,   ///< no underlying chosen
    Loading, ///< asked for, nothing to show yet
    Ready,
    Failed, ///< `why` says what to do; older rows may still be there
};

/// The chain of one underlying and expiry. Immutable.
struct ChainView {
    Symbol underlying;
    ChainState state = ChainState::Empty;
    std::string why;
    std::vector<ChainExpiry> expiries; ///< rising
    std::optional<Date> expiry;        ///< the one the rows belong to
    std::optional<Price> spot;
    std::optional<Price> expectedMove; ///< ± by expiry, from the at-the-money straddle; nothing when unknown
    std::vector<ChainRow> rows;        ///< rising strikes
    std::uint64_t version = 0;
    Timestamp readAt;
};

/// One panel's window on chains; every chain panel has its own. GUI thread; nothing here waits.
class ChainReader {
public:
    virtual ~ChainReader() = default;

    /// The underlying and expiry to show; without an expiry the nearest one that still trades. An expiry that
    /// is not listed is an error state, never another expiry.
    virtual void show(const Symbol& underlying, std::optional<Date> expiry) = 0;
    /// Never null.
    virtual std::shared_ptr<const ChainView> chain() const = 0;
    /// At most once a display frame.
    virtual Subscription subscribe(std::function<void()> changed) = 0;
    /// The contracts now visible to the person: their quotes are streamed first.
    virtual void setVisible(const std::vector<Symbol>& contracts) = 0;
};

} // namespace strikedesk::ui
