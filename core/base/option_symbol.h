// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/price.h"
#include "core/base/symbol.h"

namespace strikedesk {

/// Call or put.
enum class OptionRight : std::uint8_t { Call, Put };

/// One listed option contract by its OCC name: root (1 to 6 characters, a trailing digit marks an adjusted
/// contract), expiry day, right, strike in thousandths of a dollar. Immutable once built.
/// Source of the format: Options Clearing Corporation, Options Symbology Initiative (21 characters, root
/// padded).
class OptionSymbol {
public:
    /// Errors: bad root, no such day, strike not positive, finer than 0.001 or above 99,999.999.
    static Result<OptionSymbol> tryFrom(std::string_view root, Date expiry, OptionRight right, Price strike);
    /// Padded ("TWX   140621C00070000") or not ("TWX140621C00070000").
    static Result<OptionSymbol> tryFromOcc(std::string_view text);
    static Result<OptionSymbol> tryFrom(const Symbol& symbol) { return tryFromOcc(symbol.view()); }

    const Symbol& root() const { return m_root; }
    Date expiry() const { return m_expiry; }
    OptionRight right() const { return m_right; }
    Price strike() const { return m_strike; }
    /// The root ends in an adjustment digit: the deliverable differs from 100 shares.
    bool isAdjusted() const;
    /// The stock or fund the contract is on, as far as its name says: the root without an adjustment digit.
    Symbol underlying() const;

    /// As the broker writes it, without padding.
    Symbol symbol() const;
    /// The 21-character form with the root padded by blanks.
    std::string padded() const;

    friend auto operator<=>(const OptionSymbol&, const OptionSymbol&) = default;

private:
    OptionSymbol() = default;
    std::string tail() const;

    Symbol m_root;
    Date m_expiry;
    OptionRight m_right = OptionRight::Call;
    Price m_strike;
};

/// As traders say a contract: "NVDA 18 Nov 180 C"; any other symbol as it is written. A whole strike is said
/// without decimals.
std::string contractName(const Symbol& symbol);

} // namespace strikedesk
