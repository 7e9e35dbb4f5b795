// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/http/http_message.h"

namespace strikedesk::sandbox {

namespace {

constexpr std::size_t kMaxParameters = 64;

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsBlank) {
            decoded += ' ';
        } else if (text[i] == '%') {
            if (i + 2 >= text.size() || hexDigit(text[i + 1]) < 0 || hexDigit(text[i + 2]) < 0)
                return std::nullopt;
            decoded += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

bool parseQuery(std::string_view text, std::map<std::string, std::string>& query) {
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view part = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (part.empty())
            continue;
        const std::size_t equal = part.find('=');
        const auto name = percentDecoded(part.substr(0, equal), true);
        // A literal plus in a value is a zone offset ("+00:00") or a blank; only times and lists occur here.
        const auto value = equal == std::string_view::npos ? std::optional<std::string>("")
                                                           : percentDecoded(part.substr(equal + 1), false);
        if (!name || !value || query.size() >= kMaxParameters)
            return false;
        // A list may come as one parameter with commas or as one parameter an entry; clients do both.
        std::string& held = query[*name];
        held += (held.empty() ? "" : ",") + *value;
    }
    return true;
}

} // namespace

std::optional<HttpRequest> parseTarget(std::string_view method, std::string_view target) {
    if (target.empty() || target.front() != '/')
        return std::nullopt;
    HttpRequest request;
    request.method = method;
    const std::size_t mark = target.find('?');
    const auto path = percentDecoded(target.substr(0, mark), false);
    if (!path || (mark != std::string_view::npos && !parseQuery(target.substr(mark + 1), request.query)))
        return std::nullopt;
    request.path = *path;
    std::string_view rest = request.path;
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::size_t slash = rest.find('/');
        request.segments.emplace_back(rest.substr(0, slash));
        rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
    }
    return request;
}

std::optional<std::vector<std::string>> commaList(std::string_view text, std::size_t limit) {
    std::vector<std::string> entries;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        if (comma != 0)
            entries.emplace_back(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    if (entries.size() > limit)
        return std::nullopt;
    return entries;
}

std::string pageToken(std::string_view text) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string token;
    for (const char c : text) {
        token += kDigits[static_cast<unsigned char>(c) >> 4];
        token += kDigits[static_cast<unsigned char>(c) & 15];
    }
    return token;
}

std::optional<std::string> readPageToken(std::string_view token) {
    if (token.size() % 2 != 0 || token.size() > 256)
        return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < token.size(); i += 2) {
        const int high = hexDigit(token[i]);
        const int low = hexDigit(token[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        text += static_cast<char>(high * 16 + low);
    }
    return text;
}

bool equalInConstantTime(std::string_view a, std::string_view b) {
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (std::size_t i = 0; i < a.size() && !b.empty(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i % b.size()]);
    return difference == 0;
}

} // namespace strikedesk::sandbox
