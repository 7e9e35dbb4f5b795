// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/polygon/polygon_call.h"

#include "core/run/sandbox/alpaca/wire_trading.h"
#include "core/run/sandbox/market/contract_names.h"
#include "core/run/sandbox/market/hash_random.h"

#include <nlohmann/json.hpp>

namespace strikedesk::sandbox {

using nlohmann::json;

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kMaxCursor = 8'192;
constexpr char kEndOfName = '\x1f';
constexpr char kEndOfValue = '\x1e';
/// Names no client sends: what a page needs beside the parameters.
constexpr const char* kSkip = "@skip";
constexpr const char* kPinned = "@at";

std::string hex(std::uint64_t number) {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[number >> shift & 15];
    return text;
}

std::string requestIdOf(const Api& api, const HttpRequest& request) {
    std::string what = request.path;
    for (const auto& [name, value] : request.query)
        what += name + value;
    HashRandom random(textKey(what), {static_cast<std::uint64_t>(api.mono.nanoseconds())});
    const std::uint64_t first = random.next();
    return hex(first) + hex(random.next());
}

/// A path that can stand in an address again.
std::string encodedPath(std::string_view path) {
    constexpr std::string_view kPlain = "/:.-_~";
    std::string text;
    for (const char c : path) {
        const bool isWord = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (isWord || kPlain.find(c) != std::string_view::npos)
            text += c;
        else
            text += '%' + hex(static_cast<unsigned char>(c)).substr(14);
    }
    return text;
}

std::optional<std::int64_t> whole(std::string_view text) {
    const auto number = parseDecimal(text, 0, ExtraDigits::Refuse);
    return number && *number >= 0 ? std::optional(*number) : std::nullopt;
}

} // namespace

std::string cursorOf(std::string_view text) {
    std::string cursor;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6)
            cursor += kAlphabet[bits >> (held - 6) & 63];
    }
    if (held > 0)
        cursor += kAlphabet[bits << (6 - held) & 63];
    return cursor;
}

std::optional<std::string> readCursorText(std::string_view cursor) {
    if (cursor.size() > kMaxCursor)
        return std::nullopt;
    std::string text;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : cursor) {
        const std::size_t value = kAlphabet.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            text += static_cast<char>(bits >> held & 255);
        }
    }
    return text;
}

PolygonCall::PolygonCall(Api& api, const HttpRequest& request) : m_api(api), m_request(request) {
    const SandboxConfig& config = api.config;
    m_stockPlan = DataPlan::named(config.polygonPlan).value_or(DataPlan());
    m_optionPlan = DataPlan::named(config.polygonOptionsPlan).value_or(m_stockPlan);
    m_requestId = requestIdOf(api, request);
    m_request.query.erase("apiKey");
    readCursor();
}

void PolygonCall::readCursor() {
    const auto found = m_request.query.find("cursor");
    if (found == m_request.query.end())
        return;
    const auto text = readCursorText(found->second);
    m_request.query.erase(found);
    m_badCursor = !text || text->empty() || text->back() != kEndOfValue;
    std::string_view rest = m_badCursor ? std::string_view() : std::string_view(*text);
    while (!rest.empty()) {
        const std::size_t end = rest.find(kEndOfValue);
        const std::string_view entry = rest.substr(0, end);
        rest = rest.substr(end + 1);
        const std::size_t mark = entry.find(kEndOfName);
        if (mark == std::string_view::npos) {
            m_badCursor = true;
            return;
        }
        m_request.query[std::string(entry.substr(0, mark))] = entry.substr(mark + 1);
    }
    const auto skip = whole(m_request.parameter(kSkip));
    const auto pinned = whole(m_request.parameter(kPinned));
    if ((!skip && m_request.query.contains(kSkip)) || (!pinned && m_request.query.contains(kPinned)))
        m_badCursor = true;
    m_skip = static_cast<std::size_t>(skip.value_or(0));
    // Nobody gets to see what has not happened yet.
    if (pinned)
        m_pinned = std::min(Timestamp::fromNanoseconds(*pinned), m_api.now);
    m_request.query.erase(kSkip);
    m_request.query.erase(kPinned);
}

Timestamp PolygonCall::seenAt(TickerKind kind) const { return plan(kind).seenAt(pinnedNow(), calendar()); }

json PolygonCall::envelope(bool delayed) const {
    return json{{"status", delayed ? "DELAYED" : "OK"}, {"request_id", m_requestId}};
}

json PolygonCall::envelope(TickerKind kind) const { return envelope(plan(kind).isDelayed()); }

std::string PolygonCall::nextUrl(std::size_t skip) const {
    return nextUrl(m_request.path, m_request.query, skip);
}

std::string PolygonCall::nextUrl(const std::string& path,
                                 const std::map<std::string, std::string>& parameters,
                                 std::size_t skip) const {
    const auto entry = [](const std::string& name, const std::string& value) {
        return name + kEndOfName + value + kEndOfValue;
    };
    std::string text;
    for (const auto& [name, value] : parameters)
        text += entry(name, value);
    text += entry(kPinned, std::to_string(pinnedNow().nanoseconds()));
    if (skip > 0)
        text += entry(kSkip, std::to_string(skip));
    const std::string_view host = m_request.header("host");
    return "http://" + std::string(host.empty() ? "127.0.0.1" : host) + encodedPath(path) +
           "?cursor=" + cursorOf(text);
}

HttpAnswer PolygonCall::error(int status, std::string_view text) const {
    return jsonAnswer(status, json{{"status", "ERROR"}, {"request_id", m_requestId}, {"error", text}});
}

HttpAnswer PolygonCall::badParameter(std::string_view name) const {
    return error(400, "The value of '" + std::string(name) + "' is not valid.");
}

HttpAnswer PolygonCall::notFound(std::string_view text) const {
    return jsonAnswer(404, json{{"status", "NOT_FOUND"}, {"request_id", m_requestId}, {"message", text}});
}

HttpAnswer PolygonCall::notEntitled() const {
    return jsonAnswer(
        403, json{{"status", "NOT_AUTHORIZED"},
                  {"request_id", m_requestId},
                  {"message", "You are not entitled to this data. Choose a larger plan for the sandbox."}});
}

} // namespace strikedesk::sandbox
