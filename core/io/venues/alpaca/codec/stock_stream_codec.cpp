// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/fast_read.h"
#include "core/io/venues/alpaca/codec/stream_codec.h"
#include "core/io/venues/alpaca/codec/stream_control.h"

#include <simdjson.h>

#include <array>
#include <exception>
#include <utility>

// Compiled at -O2 in every build: GCC's -O3 makes loops over simdjson fields 2.4 times slower.

namespace strikedesk::alpaca {

namespace {

Error brokenFrame(const char* what) {
    return Error{ErrorKind::Protocol,
                 "alpaca.stream.broken",
                 "A market data message could not be read and was dropped.",
                 {},
                 std::string("stock stream: ") + what};
}

/// A member of a message by its name: one letter as itself, two letters packed, anything else 0.
constexpr std::uint16_t keyCode(std::string_view key) {
    if (key.size() == 1)
        return static_cast<unsigned char>(key[0]);
    if (key.size() == 2)
        return static_cast<std::uint16_t>(static_cast<unsigned char>(key[0]) << 8 |
                                          static_cast<unsigned char>(key[1]));
    return 0;
}

constexpr std::uint16_t code(char a, char b) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(a) << 8 | static_cast<unsigned char>(b));
}

/// The characters of one message's members; strings without quotes, numbers as written.
struct Fields {
    std::string_view kind, symbol, time, exchange, price, size, id, tape, action, up, down;
    std::string_view bidPrice, bidSize, askPrice, askSize;
    std::string_view open, high, low, close, volume, count, vwap;
    std::string_view statusCode, reasonCode, reasonWords;
    std::string_view oldId, oldPrice, oldSize, newId, newPrice, newSize;
    std::string conditions, oldConditions, newConditions;

    void clear() {
        std::string a = std::move(conditions);
        std::string b = std::move(oldConditions);
        std::string c = std::move(newConditions);
        *this = Fields();
        a.clear();
        b.clear();
        c.clear();
        conditions = std::move(a);
        oldConditions = std::move(b);
        newConditions = std::move(c);
    }
};

/// Where a scalar member goes; null for members we do not use. `i` and `c` are both a member of their own and
/// reused by kinds (a bar's close), which the caller sorts out.
std::string_view* slotOf(Fields& f, std::uint16_t key) {
    switch (key) {
    case 'T':
        return &f.kind;
    case 'S':
        return &f.symbol;
    case 't':
        return &f.time;
    case 'x':
        return &f.exchange;
    case 'p':
        return &f.price;
    case 's':
        return &f.size;
    case 'i':
        return &f.id;
    case 'a':
        return &f.action;
    case 'u':
        return &f.up;
    case 'd':
        return &f.down;
    case 'o':
        return &f.open;
    case 'h':
        return &f.high;
    case 'l':
        return &f.low;
    case 'c':
        return &f.close;
    case 'v':
        return &f.volume;
    case 'n':
        return &f.count;
    case code('v', 'w'):
        return &f.vwap;
    case code('b', 'p'):
        return &f.bidPrice;
    case code('b', 's'):
        return &f.bidSize;
    case code('a', 'p'):
        return &f.askPrice;
    case code('a', 's'):
        return &f.askSize;
    case code('s', 'c'):
        return &f.statusCode;
    case code('r', 'c'):
        return &f.reasonCode;
    case code('r', 'm'):
        return &f.reasonWords;
    case code('o', 'i'):
        return &f.oldId;
    case code('o', 'p'):
        return &f.oldPrice;
    case code('o', 's'):
        return &f.oldSize;
    case code('c', 'i'):
        return &f.newId;
    case code('c', 'p'):
        return &f.newPrice;
    case code('c', 's'):
        return &f.newSize;
    default:
        return nullptr;
    }
}

std::string* listOf(Fields& f, std::uint16_t key) {
    switch (key) {
    case 'c':
        return &f.conditions;
    case code('o', 'c'):
        return &f.oldConditions;
    case code('c', 'c'):
        return &f.newConditions;
    default:
        return nullptr;
    }
}

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
    void symbol(std::string_view token, Symbol& out) {
        const auto value = Symbol::tryFrom(token);
        if (value)
            out = *value;
        m_ok = m_ok && value.ok();
    }
    bool ok() const { return m_ok; }

private:
    FastClock& m_clock;
    bool m_ok = true;
};

bool deliverQuote(const Fields& f, Filler fill, StreamSink& sink) {
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

bool deliverTrade(const Fields& f, Filler fill, StreamSink& sink) {
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

bool deliverBar(const Fields& f, Filler fill, market::BarKind kind, StreamSink& sink) {
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

bool deliverStatus(const Fields& f, Filler fill, StreamSink& sink) {
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

bool deliverCancel(const Fields& f, Filler fill, StreamSink& sink) {
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

bool deliverCorrection(const Fields& f, Filler fill, StreamSink& sink) {
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

bool deliverBand(const Fields& f, Filler fill, StreamSink& sink) {
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

bool deliverImbalance(const Fields& f, Filler fill, StreamSink& sink) {
    Imbalance imbalance;
    fill.symbol(f.symbol, imbalance.symbol);
    fill.time(f.time, imbalance.at);
    fill.price(f.price, imbalance.price);
    if (fill.ok())
        sink.onImbalance(imbalance);
    return fill.ok();
}

} // namespace

struct StockStreamDecoder::Impl {
    simdjson::ondemand::parser parser;
    std::string buffer;
    Fields fields;
    FastClock clock;
    bool hasControl = false;

    bool readMember(simdjson::ondemand::field& field);
    bool deliver(StreamSink& sink, FrameCount& count);
};

bool StockStreamDecoder::Impl::readMember(simdjson::ondemand::field& field) {
    const simdjson::ondemand::raw_json_string rawKey = field.key();
    const char* key = rawKey.raw();
    // Names of one and two letters only; the quote after them ends the comparison.
    std::uint16_t packed = 0;
    if (key[0] != '"' && key[1] == '"')
        packed = static_cast<unsigned char>(key[0]);
    else if (key[0] != '"' && key[1] != '"' && key[2] == '"')
        packed = code(key[0], key[1]);
    if (packed == 0)
        return true;
    simdjson::ondemand::value value = field.value();
    std::string_view token = value.raw_json_token();
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ')
        token.remove_suffix(1);
    if (token.empty())
        return false;
    const char first = token.front();
    if (first == '[') {
        std::string* list = fields.kind == "q" ? nullptr : listOf(fields, packed);
        if (list == nullptr)
            return true;
        simdjson::ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return false;
        list->clear();
        for (auto element : array) {
            std::string_view condition;
            if (element.get_string().get(condition) != simdjson::SUCCESS)
                return false;
            if (!list->empty())
                *list += ',';
            *list += condition;
        }
        return true;
    }
    std::string_view* slot = slotOf(fields, packed);
    if (slot == nullptr || first == 'n' || first == '{')
        return true;
    if (first != '"') {
        *slot = token;
        return true;
    }
    if (token.size() >= 2 && token.back() == '"' && token.find('\\') == std::string_view::npos) {
        *slot = token.substr(1, token.size() - 2);
        return true;
    }
    return value.get_string().get(*slot) == simdjson::SUCCESS;
}

bool StockStreamDecoder::Impl::deliver(StreamSink& sink, FrameCount& count) {
    const Filler fill(clock);
    if (fields.kind.size() != 1) {
        hasControl = hasControl || isControlKind(fields.kind);
        count.unknown += isControlKind(fields.kind) ? 0 : 1;
        return !fields.kind.empty();
    }
    ++count.delivered;
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
    case 'n':
        --count.delivered;
        hasControl = true;
        return true;
    default:
        --count.delivered;
        ++count.unknown;
        return true;
    }
}

StockStreamDecoder::StockStreamDecoder() : m_impl(std::make_unique<Impl>()) {}
StockStreamDecoder::~StockStreamDecoder() = default;

Result<FrameCount> StockStreamDecoder::decode(std::string_view json, StreamSink& sink) {
    FrameCount count;
    Impl& impl = *m_impl;
    impl.hasControl = false;
    try {
        impl.buffer.reserve(json.size() + simdjson::SIMDJSON_PADDING);
        impl.buffer.assign(json);
        simdjson::ondemand::document document;
        simdjson::ondemand::array messages;
        const simdjson::padded_string_view padded(impl.buffer.data(), json.size(), impl.buffer.capacity());
        if (impl.parser.iterate(padded).get(document) != simdjson::SUCCESS ||
            document.get_array().get(messages) != simdjson::SUCCESS)
            return brokenFrame("not an array");
        for (auto element : messages) {
            simdjson::ondemand::object message;
            if (element.get_object().get(message) != simdjson::SUCCESS)
                return brokenFrame("not an object");
            impl.fields.clear();
            for (auto member : message) {
                simdjson::ondemand::field field;
                if (std::move(member).get(field) != simdjson::SUCCESS || !impl.readMember(field))
                    return brokenFrame("a member could not be read");
            }
            if (!impl.deliver(sink, count))
                return brokenFrame("a message could not be read");
        }
        if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
            return brokenFrame("text after the array");
    } catch (const std::exception& thrown) {
        return brokenFrame(thrown.what());
    }
    // Control messages and news come rarely and alone; they take the careful way.
    if (impl.hasControl)
        return deliverControl(json, sink, count);
    return count;
}

} // namespace strikedesk::alpaca
