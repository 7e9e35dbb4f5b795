// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/http/bounded_json.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr int kMaxDepth = 16;

/// Walks a document without building it and stops where it nests too deep: the library reads MessagePack by
/// recursion, so a frame of nothing but array openers would use up the stack.
class DepthGuard final : public json::json_sax_t {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool key(string_t&) override { return true; }
    bool start_object(std::size_t) override { return ++m_depth <= kMaxDepth; }
    bool end_object() override {
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) override { return ++m_depth <= kMaxDepth; }
    bool end_array() override {
        --m_depth;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    int m_depth = 0;
};

json discarded() { return json(json::value_t::discarded); }

} // namespace

json parseJson(std::string_view text) {
    DepthGuard guard;
    if (!json::sax_parse(text, &guard))
        return discarded();
    return json::parse(text, nullptr, false);
}

json parseMessagePack(std::string_view bytes) {
    DepthGuard guard;
    if (!json::sax_parse(bytes, &guard, json::input_format_t::msgpack))
        return discarded();
    return json::from_msgpack(bytes, true, false);
}

} // namespace strikedesk::sandbox
