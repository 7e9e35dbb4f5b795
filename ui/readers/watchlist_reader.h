// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/price.h"
#include "core/base/result.h"
#include "core/base/symbol.h"
#include "core/base/timestamp.h"
#include "ui/readers/subscription.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace strikedesk::ui {

/// One named list, in a person's order.
struct WatchlistName {
    std::string id;
    std::string name;
    friend bool operator==(const WatchlistName&, const WatchlistName&) = default;
};

/// One symbol's line.
struct WatchRow {
    Symbol symbol;
    std::optional<Price> last;            ///< mark of the stock: last print, else mid
    std::optional<Price> previousClose;   ///< of the last completed day
    std::int64_t volume = 0;              ///< of the day, shares
    std::optional<double> relativeVolume; ///< against the same time of earlier days; nothing when unknown
    std::vector<float> spark;             ///< closes of the day so far, oldest first; dollars
    Timestamp confirmed;                  ///< of the quote; unset when none
    bool isHalted = false;
    bool isStreamed = true; ///< false: beyond the data plan's number of symbols

    std::optional<Price> change() const {
        return last && previousClose ? std::optional(*last - *previousClose) : std::nullopt;
    }
    /// Percent of the previous close.
    std::optional<double> changePercent() const {
        if (!last || !previousClose || !previousClose->isPositive())
            return std::nullopt;
        return (last->toDoubleLossy() / previousClose->toDoubleLossy() - 1.0) * 100.0;
    }
    friend bool operator==(const WatchRow&, const WatchRow&) = default;
};

/// The watchlists and their live lines. Changes are stored; a refusal (unknown symbol, a duplicate) comes
/// back as an error for the person. GUI thread; nothing here waits.
class WatchlistReader {
public:
    using Answered = std::function<void(Status)>;
    virtual ~WatchlistReader() = default;

    virtual std::vector<WatchlistName> lists() const = 0;
    virtual std::vector<WatchRow> rows(const std::string& listId) const = 0;
    virtual Subscription subscribe(std::function<void()> changed) = 0;

    virtual void add(const std::string& listId, const std::string& symbolText, Answered answered) = 0;
    virtual void remove(const std::string& listId, const Symbol& symbol, Answered answered) = 0;
    /// Moves a symbol to a place in the list, 0 the first.
    virtual void move(const std::string& listId, const Symbol& symbol, std::size_t to, Answered answered) = 0;
    virtual void createList(const std::string& name, Answered answered) = 0;
    virtual void renameList(const std::string& listId, const std::string& name, Answered answered) = 0;
    virtual void removeList(const std::string& listId, Answered answered) = 0;
};

} // namespace strikedesk::ui
