// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/option_symbol.h"
#include "core/base/price.h"
#include "core/base/symbol.h"

#include <cstdint>
#include <optional>
#include <string>

namespace strikedesk::options {

/// When a contract may be exercised.
enum class ExerciseStyle : std::uint8_t { American, European };

/// One listed option contract as the broker describes it. `multiplier` turns price into value; `size` is
/// shares delivered and is never used as a multiplier.
struct Contract {
    std::string id; ///< the venue's id
    Symbol symbol;  ///< OCC, unpadded
    std::string name;
    Symbol underlying;
    Symbol root;
    Date expiry;
    OptionRight right = OptionRight::Call;
    ExerciseStyle style = ExerciseStyle::American;
    Price strike;
    std::int64_t multiplier = 100;
    std::int64_t size = 100;
    bool isActive = true;
    bool isTradable = true;
    std::optional<std::int64_t> openInterest;
    std::optional<Price> closePrice; ///< previous day

    template <class A>
    void archive(A& a) {
        a.field("id", id);
        a.field("symbol", symbol);
        a.field("name", name);
        a.field("underlying", underlying);
        a.field("root", root);
        a.field("expiry", expiry);
        a.field("right", right);
        a.field("style", style);
        a.field("strike", strike);
        a.field("multiplier", multiplier);
        a.field("size", size);
        a.field("isActive", isActive);
        a.field("isTradable", isTradable);
        a.field("openInterest", openInterest);
        a.field("closePrice", closePrice);
    }
};

/// Sensitivities per contract unit as the venue sends them: theta per calendar day, vega per volatility point
/// (0.01), rho per percentage point of the rate. Analytics only.
struct Greeks {
    double delta = 0;
    double gamma = 0;
    double theta = 0;
    double vega = 0;
    double rho = 0;

    template <class A>
    void archive(A& a) {
        a.field("delta", delta);
        a.field("gamma", gamma);
        a.field("theta", theta);
        a.field("vega", vega);
        a.field("rho", rho);
    }
};

} // namespace strikedesk::options
