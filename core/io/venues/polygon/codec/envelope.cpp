// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/codec/envelope.h"

#include "core/io/venues/polygon/codec/nodes.h"

#include <algorithm>

namespace strikedesk::polygon {

namespace {

constexpr std::size_t kLongestWords = 500;
constexpr std::size_t kLongestLink = 8'000;

bool isErrorWord(std::string_view status) {
    return status == "ERROR" || status == "NOT_AUTHORIZED" || status == "NOT_FOUND" ||
           status == "NOT_ENTITLED";
}

std::string quoting(std::string_view advice, const VenueError& error) {
    if (error.message.empty())
        return std::string(advice);
    return std::string(advice) + " The data provider says: " + error.message;
}

Error brokenLink(const char* why) {
    return Error{ErrorKind::Protocol,
                 "polygon.page.link",
                 "The data provider's answer goes on at an address that is not its own, and it was not used. "
                 "Check the provider's address in the settings.",
                 {},
                 why};
}

/// A path's part before its query, with the colon of tickers written out.
std::string plainPath(std::string_view path) {
    std::string plain(path.substr(0, path.find('?')));
    for (std::size_t at = plain.find("%3A"); at != std::string::npos; at = plain.find("%3A"))
        plain.replace(at, 3, ":");
    return plain;
}

/// The first three segments name the request and, for most, the instrument.
std::string_view requestOf(std::string_view path) {
    std::size_t end = 0;
    for (int segment = 0; segment < 3 && end != std::string_view::npos; ++segment)
        end = path.find('/', end + 1);
    return path.substr(0, end);
}

} // namespace

Result<VenueError> venueErrorFrom(JsonTree::Node root) {
    FieldReader in(root, "error");
    VenueError error;
    in.text("status", error.status);
    in.text("request_id", error.requestId);
    in.text("message", error.message);
    in.text("error", error.message);
    if (in.ok() && error.message.empty() && !isErrorWord(error.status))
        in.fail("error", "missing");
    if (!in.ok())
        return in.error();
    for (std::string* words : {&error.status, &error.message, &error.requestId})
        words->resize(std::min(words->size(), kLongestWords));
    return error;
}

Result<VenueError> decodeVenueError(std::string_view json) {
    return decodeRoot(json, JsonTree::Kind::Object, venueErrorFrom);
}

std::string sentenceFor(const VenueError& error, int httpStatus) {
    if (httpStatus == 403 || error.status == "NOT_AUTHORIZED" || error.status == "NOT_ENTITLED")
        return quoting(
            "The plan of this data key does not include what was asked for. Choose another provider "
            "for it, or a larger plan.",
            error);
    switch (httpStatus) {
    case 401:
        return "The data provider did not accept the key. Check the key in the settings.";
    case 404:
        return quoting("The data provider has nothing under this name for this day.", error);
    case 429:
        return "The plan's requests of this minute are used up. The program waits and goes on by itself.";
    case 400:
        return quoting("The data provider refused the request's fields.", error);
    default:
        break;
    }
    if (httpStatus >= 500)
        return quoting("The data provider has a problem of its own. The program asks again.", error);
    return quoting("The data provider refused this.", error);
}

Error errorFrom(std::string_view body, int httpStatus) {
    const auto read = decodeVenueError(body);
    const VenueError words = read ? *read : VenueError();
    const std::string sentence = sentenceFor(words, httpStatus);
    const std::string context = "status " + std::to_string(httpStatus) + ", request " + words.requestId;
    const bool isNotEntitled =
        httpStatus == 403 || words.status == "NOT_AUTHORIZED" || words.status == "NOT_ENTITLED";
    if (httpStatus == 401)
        return {ErrorKind::Unauthorised, "polygon.http.unauthorised", sentence, {}, context};
    if (isNotEntitled)
        return {ErrorKind::Refused, "polygon.http.not_entitled", sentence, {}, context};
    // Only the venue's own words mean "no such thing"; a gateway's page does not.
    if ((httpStatus == 404 || words.status == "NOT_FOUND") && read)
        return {ErrorKind::NotFound, "polygon.http.not_found", sentence, {}, context};
    if (httpStatus == 429)
        return {ErrorKind::RateLimited, "polygon.http.rate_limited", sentence, {}, context};
    if (httpStatus >= 500)
        return {ErrorKind::Unavailable, "polygon.http.server", sentence, {}, context};
    if (read)
        return {ErrorKind::Refused, "polygon.http.refused", sentence, {}, context};
    return {ErrorKind::Protocol,
            "polygon.http.unexpected",
            "The data provider's answer was not what was asked for. Check the network for a login page.",
            {},
            context};
}

Status checkEnvelope(JsonTree::Node root, bool* isDelayed) {
    const std::string_view status = root["status"].text();
    if (isDelayed != nullptr)
        *isDelayed = status == "DELAYED";
    if (status.empty() || status == "OK" || status == "DELAYED")
        return done();
    const auto error = venueErrorFrom(root);
    if (!error)
        return unexpectedAnswer("status " + std::string(status.substr(0, kLongestWords)));
    return Error{isErrorWord(status) && status != "ERROR" ? ErrorKind::Refused : ErrorKind::Unavailable,
                 "polygon.answer.error",
                 sentenceFor(*error, 0),
                 {},
                 "status " + error->status + ", request " + error->requestId};
}

Result<std::string> nextPath(std::string_view nextUrl, std::string_view path) {
    if (nextUrl.empty())
        return std::string();
    if (nextUrl.size() > kLongestLink)
        return brokenLink("too long");
    for (const std::string_view scheme : {std::string_view("https://"), std::string_view("http://")})
        if (nextUrl.starts_with(scheme)) {
            const std::size_t slash = nextUrl.find('/', scheme.size());
            if (slash == std::string_view::npos)
                return brokenLink("no path");
            nextUrl.remove_prefix(slash);
            break;
        }
    const bool isClean = std::all_of(nextUrl.begin(), nextUrl.end(),
                                     [](char c) { return c > ' ' && c < '\x7f' && c != '#' && c != '\\'; });
    const std::string plain = plainPath(nextUrl);
    if (!isClean || !plain.starts_with('/') || plain.find("//") != std::string::npos ||
        plain.find("/.") != std::string::npos)
        return brokenLink("no path of the API");
    if (nextUrl.find("apiKey=") != std::string_view::npos)
        return brokenLink("a key in the link");
    const std::string ours = plainPath(path);
    if (requestOf(plain) != requestOf(ours))
        return brokenLink("another request");
    return std::string(nextUrl);
}

} // namespace strikedesk::polygon
