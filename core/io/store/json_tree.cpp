// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/store/json_tree.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>

namespace strikedesk::store {

namespace {

constexpr std::size_t kMaxText = 4 * 1024 * 1024;
constexpr std::size_t kMaxDepth = 64;

/// Builds the tree without recursion; a false answer ends the parse.
class TreeBuilder {
public:
    explicit TreeBuilder(JsonNode& root) : m_root(root) {}

    bool null() { return place({}) != nullptr; }
    bool boolean(bool value) {
        JsonNode* node = place(JsonNode::Kind::Boolean);
        node->boolean = value;
        return true;
    }
    bool number_integer(std::int64_t value) {
        place(JsonNode::Kind::Integer)->integer = value;
        return true;
    }
    bool number_unsigned(std::uint64_t value) {
        if (value <= static_cast<std::uint64_t>(INT64_MAX))
            return number_integer(static_cast<std::int64_t>(value));
        place(JsonNode::Kind::Unsigned)->positive = value;
        return true;
    }
    bool number_float(double value, const std::string&) {
        place(JsonNode::Kind::Real)->real = value;
        return std::isfinite(value);
    }
    bool string(std::string& value) {
        place(JsonNode::Kind::Text)->text = std::move(value);
        return true;
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        m_open.back()->names.push_back(std::move(name));
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) { return false; }

private:
    JsonNode* place(JsonNode::Kind kind) {
        JsonNode* node = m_open.empty() ? &m_root : &m_open.back()->items.emplace_back();
        node->kind = kind;
        return node;
    }
    bool open(JsonNode::Kind kind) {
        if (m_open.size() >= kMaxDepth)
            return false;
        // Pointers into items stay good: a node gets no siblings while it is open.
        m_open.push_back(place(kind));
        return true;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }

    JsonNode& m_root;
    std::vector<JsonNode*> m_open;
};

/// Length of the UTF-8 sequence at the front, 0 when it is none (RFC 3629: no surrogates, no overlong forms).
std::size_t utf8Length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i, unsigned low, unsigned high) {
        return i < text.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

void appendEscape(std::string& out, char c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(c);
    out += "\\u00";
    out.push_back(kDigits[value >> 4]);
    out.push_back(kDigits[value & 0xF]);
}

} // namespace

const JsonNode* JsonNode::find(std::string_view name, std::size_t& hint) const {
    if (kind != Kind::Object)
        return nullptr;
    for (std::size_t tried = 0, i = hint < names.size() ? hint : 0; tried < names.size(); ++tried) {
        if (names[i] == name) {
            hint = i + 1;
            return &items[i];
        }
        i = i + 1 < names.size() ? i + 1 : 0;
    }
    return nullptr;
}

Result<JsonNode> parseJson(std::string_view text) {
    JsonNode root;
    TreeBuilder builder(root);
    const bool parsed =
        text.size() <= kMaxText && nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (!parsed)
        return invalidInput("store.json", "A stored record cannot be read. Restore the data from a backup.",
                            "JSON of " + std::to_string(text.size()) + " bytes");
    return root;
}

void appendJsonText(std::string& out, std::string_view value) {
    out.push_back('"');
    while (!value.empty()) {
        const char c = value.front();
        std::size_t length = 1;
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            appendEscape(out, c);
        } else {
            const std::size_t sequence = utf8Length(value);
            length = sequence == 0 ? 1 : sequence;
            out += sequence == 0 ? std::string_view("\xEF\xBF\xBD") : value.substr(0, length);
        }
        value.remove_prefix(length);
    }
    out.push_back('"');
}

void appendJsonNumber(std::string& out, double value) {
    if (!std::isfinite(value)) {
        out += std::isnan(value) ? "\"nan\"" : value > 0 ? "\"inf\"" : "\"-inf\"";
        return;
    }
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
    out.append(buffer, end.ptr);
}

} // namespace strikedesk::store
