// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/chain_reader.h"
#include "ui/readers/display_age.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace strikedesk::ui {

/// What one side of a chain can show of a contract.
enum class ChainColumn : std::uint8_t {
    Bid,
    Ask,
    Volatility,
    Delta,
    Volume,
    OpenInterest,
    Last,
    Mid,
    Gamma,
    Theta,
    Vega,
    Spread,    ///< percent of mid
    BreakEven, ///< of the bought contract at expiry, at mid
    Age,       ///< of the quote
};
inline constexpr int kChainColumnCount = 14;

/// Names, texts and colours of the chain's columns.
class ChainColumns {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::ChainColumns)
public:
    using List = std::vector<ChainColumn>;

    /// Every column in the order of the chooser.
    static const List& all();
    static List standard();
    static List prices();
    static List greeks();
    /// Kept in layouts: "bid".
    static QString id(ChainColumn column);
    static std::optional<ChainColumn> fromId(const QString& id);
    static QString title(ChainColumn column);
    static QString hint(ChainColumn column);
    /// Preferred, device-independent pixels at 1×.
    static int width(ChainColumn column);

    static QString text(const ChainSide& side, ChainColumn column, bool isCall, Price strike, Timestamp now);
    static Token colour(const ChainSide& side, ChainColumn column, const DisplayAge& age);
};

/// Mid of bid < ask; nothing for an empty, locked or crossed quote.
std::optional<Price> midOf(const ChainSide& side);
/// Percent of mid.
std::optional<double> spreadPercentOf(const ChainSide& side);
/// Not streamed, or an old quote.
bool isStale(const ChainSide& side, const DisplayAge& age);

} // namespace strikedesk::ui
