// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/common/json_writer.h"

namespace strikedesk::venues {

void JsonWriter::separate() {
    if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[' && m_out.back() != ':')
        m_out += ',';
}

void JsonWriter::quoted(std::string_view value) {
    static constexpr char kHex[] = "0123456789abcdef";
    m_out += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += c;
        } else if (byte < 0x20) {
            m_out += "\\u00";
            m_out += kHex[byte >> 4];
            m_out += kHex[byte & 15];
        } else {
            m_out += c;
        }
    }
    m_out += '"';
}

void JsonWriter::named(std::string_view name) {
    separate();
    if (name.empty())
        return;
    quoted(name);
    m_out += ':';
}

void JsonWriter::begin(std::string_view name, char bracket) {
    named(name);
    m_out += bracket;
}

void JsonWriter::end(char bracket) { m_out += bracket; }

void JsonWriter::text(std::string_view name, std::string_view value) {
    named(name);
    quoted(value);
}

void JsonWriter::boolean(std::string_view name, bool value) {
    named(name);
    m_out += value ? "true" : "false";
}

void JsonWriter::element(std::string_view value) {
    separate();
    quoted(value);
}

} // namespace strikedesk::venues
