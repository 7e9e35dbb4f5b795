// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/stock_message.h"

#include "core/io/venues/alpaca/codec/stream_control.h"

#include <optional>

namespace strikedesk::alpaca {

namespace {

/// Fills one value from its characters; counts what was not readable.
class Filler {
public:
    explicit Filler(FastClock& clock) : m_clock(clock) {}

    void price(std::string_view token, Price& out, bool isNeeded = true) {
        if (token.empty()) {
            m_ok = m_ok && !isNeeded;
            return;
        }
        const auto value = fastPrice(token);
        m_ok = m_ok && value;
        out = value.value_or(Price());
    }
    void count(std::string_view token, std::int64_t& out) {
        if (token.empty())
            return;
        const auto value = fastCount(token);
        m_ok = m_ok && value;
        out = value.value_or(0);
    }
    void time(std::string_view token, Timestamp& out) {
        const auto value = m_clock.read(token);
        m_ok = m_ok && value;
        out = value.value_or(Timestamp());
    }
    void symbol(std::string_view token, Symbol& out) { m_ok = fastSymbol(token, out) && m_ok; }
    bool ok() const { return m_ok; }

private:
    FastClock& m_clock;
    bool m_ok = true;
};

bool deliverQuote(const StockFields& f, Filler fill, StreamSink& sink) {
    market::Quote quote;
    fill.symbol(f.symbol, quote.symbol);
    fill.time(f.time, quote.at);
    fill.price(f.bidPrice, quote.bid);
    fill.price(f.askPrice, quote.ask);
    fill.count(f.bidSize, quote.bidSize);
    fill.count(f.askSize, quote.askSize);
    if (fill.ok())
        sink.onQuote(quote);
    return fill.ok();
}

bool deliverTrade(const StockFields& f, Filler fill, StreamSink& sink) {
    market::TradePrint print;
    fill.symbol(f.symbol, print.symbol);
    fill.time(f.time, print.at);
    fill.price(f.price, print.price);
    fill.count(f.size, print.size);
    print.exchange = f.exchange;
    print.id = f.id;
    print.conditions = f.conditions;
    if (fill.ok())
        sink.onTrade(print);
    return fill.ok();
}

bool deliverBar(const StockFields& f, Filler fill, market::BarKind kind, StreamSink& sink) {
    Symbol symbol;
    market::Bar bar;
    fill.symbol(f.symbol, symbol);
    fill.time(f.time, bar.start);
    fill.price(f.open, bar.open);
    fill.price(f.high, bar.high);
    fill.price(f.low, bar.low);
    fill.price(f.close, bar.close);
    fill.price(f.vwap, bar.vwap, false);
    fill.count(f.volume, bar.volume);
    fill.count(f.count, bar.tradeCount);
    if (fill.ok())
        sink.onBar(symbol, bar, kind);
    return fill.ok();
}

/// Halts and resumptions differ by tape (protocol facts, section 16): CTA 2 halt, 3 resume; UTP H halt,
/// P volatility pause, T trading resumption. A quotation resumption (Q) still has no trading.
market::TradingPhase phaseOf(std::string_view statusCode) {
    if (statusCode == "2" || statusCode == "H" || statusCode == "P" || statusCode == "Q")
        return market::TradingPhase::Halted;
    return statusCode == "3" || statusCode == "T" ? market::TradingPhase::Trading
                                                  : market::TradingPhase::Other;
}

bool deliverStatus(const StockFields& f, Filler fill, StreamSink& sink) {
    market::TradingStatus status;
    fill.symbol(f.symbol, status.symbol);
    fill.time(f.time, status.at);
    status.code = f.statusCode;
    status.phase = phaseOf(f.statusCode);
    status.reason = f.reasonCode;
    if (!f.reasonWords.empty())
        status.reason += (status.reason.empty() ? "" : " ") + std::string(f.reasonWords);
    if (fill.ok())
        sink.onStatus(status);
    return fill.ok();
}

bool deliverCancel(const StockFields& f, Filler fill, StreamSink& sink) {
    TradeCancel cancel;
    fill.symbol(f.symbol, cancel.symbol);
    fill.time(f.time, cancel.at);
    fill.price(f.price, cancel.price);
    fill.count(f.size, cancel.size);
    cancel.id = f.id;
    cancel.exchange = f.exchange;
    cancel.action = f.action;
    if (fill.ok())
        sink.onTradeCancel(cancel);
    return fill.ok();
}

bool deliverCorrection(const StockFields& f, Filler fill, StreamSink& sink) {
    TradeCorrection correction;
    fill.symbol(f.symbol, correction.original.symbol);
    fill.time(f.time, correction.corrected.at);
    correction.corrected.symbol = correction.original.symbol;
    correction.original.exchange = correction.corrected.exchange = f.exchange;
    fill.price(f.oldPrice, correction.original.price);
    fill.price(f.newPrice, correction.corrected.price);
    fill.count(f.oldSize, correction.original.size);
    fill.count(f.newSize, correction.corrected.size);
    correction.original.id = f.oldId;
    correction.corrected.id = f.newId;
    correction.original.conditions = f.oldConditions;
    correction.corrected.conditions = f.newConditions;
    if (fill.ok())
        sink.onTradeCorrection(correction);
    return fill.ok();
}

bool deliverBand(const StockFields& f, Filler fill, StreamSink& sink) {
    PriceBand band;
    fill.symbol(f.symbol, band.symbol);
    fill.time(f.time, band.at);
    fill.price(f.up, band.up);
    fill.price(f.down, band.down);
    band.indicator = f.id;
    if (fill.ok())
        sink.onPriceBand(band);
    return fill.ok();
}

bool deliverImbalance(const StockFields& f, Filler fill, StreamSink& sink) {
    Imbalance imbalance;
    fill.symbol(f.symbol, imbalance.symbol);
    fill.time(f.time, imbalance.at);
    fill.price(f.price, imbalance.price);
    if (fill.ok())
        sink.onImbalance(imbalance);
    return fill.ok();
}

/// One letter's message; nothing for a letter we do not know.
std::optional<bool> deliverKind(const StockFields& fields, const Filler& fill, StreamSink& sink) {
    switch (fields.kind[0]) {
    case 'q':
        return deliverQuote(fields, fill, sink);
    case 't':
        return deliverTrade(fields, fill, sink);
    case 'b':
        return deliverBar(fields, fill, market::BarKind::Minute, sink);
    case 'u':
        return deliverBar(fields, fill, market::BarKind::Updated, sink);
    case 'd':
        return deliverBar(fields, fill, market::BarKind::Daily, sink);
    case 's':
        return deliverStatus(fields, fill, sink);
    case 'x':
        return deliverCancel(fields, fill, sink);
    case 'c':
        return deliverCorrection(fields, fill, sink);
    case 'l':
        return deliverBand(fields, fill, sink);
    case 'i':
        return deliverImbalance(fields, fill, sink);
    default:
        return std::nullopt;
    }
}

} // namespace

void StockFields::clear() {
    // A message that repeats members may fill the list of touched ones: then all are emptied.
    if (touchedCount == touched.size()) {
        for (std::string_view* slot :
             {&kind,        &symbol, &time,     &exchange, &price,   &size,     &id,         &tape,
              &action,      &up,     &down,     &bidPrice, &bidSize, &askPrice, &askSize,    &open,
              &high,        &low,    &close,    &volume,   &count,   &vwap,     &statusCode, &reasonCode,
              &reasonWords, &oldId,  &oldPrice, &oldSize,  &newId,   &newPrice, &newSize})
            *slot = {};
    }
    for (std::size_t i = 0; i < touchedCount; ++i)
        *touched[i] = {};
    touchedCount = 0;
    conditions.clear();
    oldConditions.clear();
    newConditions.clear();
}

StockMessage deliverStockMessage(const StockFields& fields, FastClock& clock, StreamSink& sink) {
    if (fields.kind.empty())
        return StockMessage::Broken;
    if (fields.kind == "n" || isControlKind(fields.kind))
        return StockMessage::Control;
    if (fields.kind.size() != 1)
        return StockMessage::Unknown;
    const auto delivered = deliverKind(fields, Filler(clock), sink);
    if (!delivered)
        return StockMessage::Unknown;
    return *delivered ? StockMessage::Delivered : StockMessage::Broken;
}

} // namespace strikedesk::alpaca
