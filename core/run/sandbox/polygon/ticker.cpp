// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/ticker.h"

namespace strikedesk::sandbox {

std::optional<Ticker> Ticker::tryFrom(std::string_view text) {
    const bool isOption = text.starts_with("O:");
    const bool isIndex = text.starts_with("I:");
    const auto symbol = Symbol::tryFrom(isOption || isIndex ? text.substr(2) : text);
    if (!symbol || symbol->looksLikeOption() != isOption)
        return std::nullopt;
    const TickerKind kind = isOption ? TickerKind::Option : isIndex ? TickerKind::Index : TickerKind::Stock;
    return Ticker{kind, *symbol, std::string(text)};
}

Ticker Ticker::of(const Asset& asset) {
    if (asset.kind == AssetKind::Index)
        return Ticker{TickerKind::Index, asset.symbol, "I:" + asset.symbol.text()};
    return Ticker{TickerKind::Stock, asset.symbol, asset.symbol.text()};
}

Ticker Ticker::ofContract(const Symbol& symbol) {
    return Ticker{TickerKind::Option, symbol, "O:" + symbol.text()};
}

std::optional<Ticker> Ticker::known(MarketSource& source, std::string_view text, Date today) {
    auto ticker = tryFrom(text);
    if (!ticker)
        return std::nullopt;
    if (ticker->kind == TickerKind::Option)
        return source.contract(ticker->symbol, today) ? ticker : std::nullopt;
    const Asset* asset = assetOf(source, ticker->symbol);
    if (asset == nullptr || (asset->kind == AssetKind::Index) != (ticker->kind == TickerKind::Index))
        return std::nullopt;
    return ticker;
}

const Asset* assetOf(const MarketSource& source, const Symbol& symbol) {
    for (const Asset& asset : source.assets())
        if (asset.symbol == symbol)
            return &asset;
    return nullptr;
}

} // namespace strikedesk::sandbox
