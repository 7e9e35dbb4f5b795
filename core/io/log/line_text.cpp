// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/log/line_text.h"

#include "core/io/log/redactor.h"

namespace strikedesk {

namespace {

constexpr char kHex[] = "0123456789abcdef";

/// Appends an escape for the control character at `at` and returns its length in bytes; 0 when there is none.
std::size_t appendControl(std::string& out, std::string_view text, std::size_t at) {
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const unsigned first = byte(at);
    if (first == '\n' || first == '\r' || first == '\t') {
        out += '\\';
        out += first == '\n' ? 'n' : (first == '\r' ? 'r' : 't');
        return 1;
    }
    if (first < 0x20 || first == 0x7F) {
        out += {'\\', 'x', kHex[first >> 4], kHex[first & 0xF]};
        return 1;
    }
    // U+0080 to U+009F (terminal controls, next line) and U+2028, U+2029 (line and paragraph separator).
    if (first == 0xC2 && byte(at + 1) >= 0x80 && byte(at + 1) <= 0x9F) {
        out += std::string("\\u00") + kHex[byte(at + 1) >> 4] + kHex[byte(at + 1) & 0xF];
        return 2;
    }
    if (first == 0xE2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0xA8 || byte(at + 2) == 0xA9)) {
        out += byte(at + 2) == 0xA8 ? "\\u2028" : "\\u2029";
        return 3;
    }
    return 0;
}

std::string escaped(std::string_view text, bool alsoQuotes) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t length = appendControl(out, text, at)) {
            at += length;
            continue;
        }
        if (alsoQuotes && (text[at] == '"' || text[at] == '\\'))
            out += '\\';
        out += text[at++];
    }
    return out;
}

/// Cuts at a character of UTF-8, not inside one, and says how much is missing.
void cut(std::string& line) {
    if (line.size() <= kLongestLine)
        return;
    std::size_t end = kLongestLine;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
        --end;
    const std::size_t missing = line.size() - end;
    line.resize(end);
    line += " … (" + std::to_string(missing) + " bytes more)";
}

} // namespace

std::string escapedText(std::string_view text) { return escaped(text, false); }

std::string escapedValue(std::string_view text) {
    const std::string value = escaped(text, true);
    const bool isWord = !text.empty() && value == text && text.find_first_of(" =") == std::string_view::npos;
    return isWord ? value : '"' + value + '"';
}

std::string composedLine(const Redactor& redactor, std::string_view area, std::string_view message,
                         std::span<const LogField> fields) {
    std::string line = escapedText(redactor.redact(area)) + ": " + escapedText(redactor.redact(message));
    for (const LogField& field : fields)
        line += " " + escapedText(field.key) + "=" + escapedValue(redactor.redact(field.value));
    // Once more over the whole: a secret may have come in pieces that only now stand side by side.
    line = redactor.redact(line);
    cut(line);
    return line;
}

} // namespace strikedesk
