// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/option_symbol.h"
#include "core/options/contract.h"

#include <optional>

namespace strikedesk::sandbox {

/// The yearly rate the sandbox discounts with, as a fraction.
inline constexpr double kSandboxRate = 0.04;

/// One European option to value: dollars, years (> 0), volatility as a fraction.
struct ModelOption {
    OptionRight right = OptionRight::Call;
    double spot = 0;
    double strike = 0;
    double years = 0;
    double volatility = 0;
};

/// Black–Scholes value with kSandboxRate, no dividends; 0 where the model has no answer.
double modelValue(const ModelOption& option);

/// Implied volatility and greeks of a mid price; nullopt where no volatility gives that price (the broker
/// then leaves both out).
struct ModelSolution {
    double impliedVolatility = 0;
    options::Greeks greeks;
};
std::optional<ModelSolution> solveModel(const ModelOption& option, double price);

/// The price increment of a contract at `price`, as the exchanges' penny classes have it.
Price optionTick(const Symbol& underlying, Price price);

} // namespace strikedesk::sandbox
