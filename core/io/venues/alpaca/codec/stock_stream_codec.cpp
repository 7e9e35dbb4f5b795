// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/alpaca/codec/stock_message.h"
#include "core/io/venues/alpaca/codec/stream_codec.h"
#include "core/io/venues/alpaca/codec/stream_control.h"

#include <simdjson.h>

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

/// A member's name of two letters in one number; one letter is itself.
constexpr std::uint16_t code(char a, char b) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(a) << 8 | static_cast<unsigned char>(b));
}

/// Where a scalar member goes; null for members we do not use. `i` and `c` are both a member of their own and
/// reused by kinds (a bar's close), which the caller sorts out.
std::string_view* slotOf(StockFields& f, std::uint16_t key) {
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

std::string* listOf(StockFields& f, std::uint16_t key) {
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

} // namespace

struct StockStreamDecoder::Impl {
    simdjson::ondemand::parser parser;
    std::string buffer;
    StockFields fields;
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
        fields.set(*slot, token);
        return true;
    }
    if (token.size() >= 2 && token.back() == '"' && token.find('\\') == std::string_view::npos) {
        fields.set(*slot, token.substr(1, token.size() - 2));
        return true;
    }
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return false;
    fields.set(*slot, text);
    return true;
}

bool StockStreamDecoder::Impl::deliver(StreamSink& sink, FrameCount& count) {
    switch (deliverStockMessage(fields, clock, sink)) {
    case StockMessage::Delivered:
        ++count.delivered;
        return true;
    case StockMessage::Control:
        hasControl = true;
        return true;
    case StockMessage::Unknown:
        ++count.unknown;
        return true;
    case StockMessage::Broken:
        return false;
    }
    return false;
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
