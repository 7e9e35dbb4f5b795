// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/option_model.h"

#include "core/options/pricing.h"
#include "core/options/tick.h"

namespace strikedesk::sandbox {

namespace {

options::PricingInput inputOf(const ModelOption& option) {
    return options::PricingInput{option.spot, option.strike,     kSandboxRate,
                                 0.0,         option.volatility, option.years};
}

} // namespace

double modelValue(const ModelOption& option) {
    return options::europeanPrice(option.right, inputOf(option)).value_or(0.0);
}

std::optional<ModelSolution> solveModel(const ModelOption& option, double price) {
    options::PricingInput input = inputOf(option);
    const auto volatility = options::impliedVolatility(option.right, price, input);
    if (!volatility)
        return std::nullopt;
    input.volatility = *volatility;
    const auto greeks = options::europeanGreeks(option.right, input);
    if (!greeks)
        return std::nullopt;
    return ModelSolution{*volatility, options::displayed(*greeks)};
}

Price optionTick(const Symbol& underlying, Price price) {
    return options::tickSize(options::tickClassOf(underlying), price);
}

} // namespace strikedesk::sandbox
