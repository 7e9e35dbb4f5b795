// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/chain/chain_columns.h"

#include "ui/theme/format.h"

#include <array>

namespace strikedesk::ui {

namespace {

struct Info {
    ChainColumn column;
    const char* id;
    const char* title;
    const char* hint;
    int width;
};

using enum ChainColumn;

constexpr std::array<Info, kChainColumnCount> kInfos = {{
    {Bid, "bid", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Bid"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Bid"), 52},
    {Ask, "ask", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Ask"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Ask"), 52},
    {Volatility, "iv", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "IV"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Implied volatility, percent a year"), 44},
    {Delta, "delta", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Δ"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Delta"), 48},
    {Volume, "volume", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Vol"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Volume of the day, contracts"), 54},
    {OpenInterest, "open-interest", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "OI"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Open interest, contracts"), 58},
    {Last, "last", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Last"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Last trade"), 52},
    {Mid, "mid", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Mid"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Middle of bid and ask"), 54},
    {Gamma, "gamma", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Γ"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Gamma"), 50},
    {Theta, "theta", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Θ"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Theta, dollars a day"), 50},
    {Vega, "vega", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Vega"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Vega, dollars per point of volatility"), 50},
    {Spread, "spread", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Sprd %"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Spread, percent of the middle"), 48},
    {BreakEven, "break-even", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "B/E"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Break-even at expiry when bought at the middle"), 58},
    {Age, "age", QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Age"),
     QT_TRANSLATE_NOOP("strikedesk::ui::ChainColumns", "Time since the quote was confirmed"), 66},
}};

const Info& infoOf(ChainColumn column) { return kInfos[static_cast<std::size_t>(column)]; }

QString sidePrice(Price price) { return price.isPositive() ? priceText(price) : unknownText(); }

QString greek(const ChainSide& side, double options::Greeks::*value, int decimals) {
    return side.greeks ? numberText((*side.greeks).*value, decimals) : unknownText();
}

} // namespace

std::optional<Price> midOf(const ChainSide& side) {
    if (!side.bid.isPositive() || side.bid >= side.ask)
        return std::nullopt;
    return midpoint(side.bid, side.ask);
}

std::optional<double> spreadPercentOf(const ChainSide& side) {
    const auto mid = midOf(side);
    if (!mid || !mid->isPositive())
        return std::nullopt;
    return (side.ask - side.bid).toDoubleLossy() / mid->toDoubleLossy() * 100.0;
}

bool isStale(const ChainSide& side, const DisplayAge& age) {
    return !side.isStreamed || age.isStale(side.confirmed);
}

const ChainColumns::List& ChainColumns::all() {
    static const List kAll = {Bid,   Ask,   Mid,  Last,   Spread,       Volatility, Delta,
                              Gamma, Theta, Vega, Volume, OpenInterest, BreakEven,  Age};
    return kAll;
}

ChainColumns::List ChainColumns::standard() { return {Bid, Ask, Volatility, Delta, Volume, OpenInterest}; }

ChainColumns::List ChainColumns::prices() { return {Bid, Ask, Mid, Last, Spread, Volume, OpenInterest}; }

ChainColumns::List ChainColumns::greeks() { return {Bid, Ask, Volatility, Delta, Gamma, Theta, Vega}; }

QString ChainColumns::id(ChainColumn column) { return QString::fromLatin1(infoOf(column).id); }

std::optional<ChainColumn> ChainColumns::fromId(const QString& id) {
    for (const Info& info : kInfos)
        if (id == QLatin1String(info.id))
            return info.column;
    return std::nullopt;
}

QString ChainColumns::title(ChainColumn column) { return tr(infoOf(column).title); }

QString ChainColumns::hint(ChainColumn column) { return tr(infoOf(column).hint); }

int ChainColumns::width(ChainColumn column) { return infoOf(column).width; }

QString ChainColumns::text(const ChainSide& side, ChainColumn column, bool isCall, Price strike,
                           Timestamp now) {
    switch (column) {
    case Bid:
        return sidePrice(side.bid);
    case Ask:
        return sidePrice(side.ask);
    case Volatility:
        return side.impliedVolatility ? numberText(*side.impliedVolatility * 100.0, 1) : unknownText();
    case Delta:
        return greek(side, &options::Greeks::delta, 2);
    case Volume:
        return volumeText(side.volume);
    case OpenInterest:
        return side.openInterest ? volumeText(*side.openInterest) : unknownText();
    case Last:
        return priceText(side.last);
    case Mid:
        return priceText(midOf(side));
    case Gamma:
        return greek(side, &options::Greeks::gamma, 3);
    case Theta:
        return greek(side, &options::Greeks::theta, 3);
    case Vega:
        return greek(side, &options::Greeks::vega, 3);
    case Spread: {
        const auto percent = spreadPercentOf(side);
        return percent ? numberText(*percent, 1) : unknownText();
    }
    case BreakEven: {
        const auto mid = midOf(side);
        return mid ? priceText(isCall ? strike + *mid : strike - *mid) : unknownText();
    }
    case Age:
        return side.confirmed.isSet() && now.isSet() ? durationText(now - side.confirmed) : unknownText();
    }
    return unknownText();
}

Token ChainColumns::colour(const ChainSide& side, ChainColumn column, const DisplayAge& age) {
    constexpr double kTight = 2.5;
    constexpr double kFair = 5.0;
    constexpr double kWide = 10.0;
    const bool stale = isStale(side, age);
    if (column == Age && stale)
        return Token::Warn;
    if (column == Spread && !stale) {
        const auto percent = spreadPercentOf(side);
        if (!percent)
            return Token::Muted;
        if (*percent > kFair)
            return *percent > kWide ? Token::Down : Token::Warn;
        return *percent <= kTight ? Token::Up : Token::Text;
    }
    const bool isQuote = column == Bid || column == Ask || column == Mid;
    return isQuote && !stale ? Token::Text : Token::Muted;
}

} // namespace strikedesk::ui
