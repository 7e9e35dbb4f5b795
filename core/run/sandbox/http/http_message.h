// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strikedesk::sandbox {

/// One request as the routes see it. Path segments and query values are percent-decoded; header names are
/// lower case. Everything in it is hostile.
struct HttpRequest {
    std::string method;
    std::string path;                  ///< decoded, without the query
    std::vector<std::string> segments; ///< of the path
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers;
    std::string body;

    /// The value of a query parameter, empty when absent.
    std::string_view parameter(const std::string& name) const {
        const auto found = query.find(name);
        return found == query.end() ? std::string_view() : std::string_view(found->second);
    }
    std::string_view header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string_view() : std::string_view(found->second);
    }
};

/// What leaves for a request.
struct HttpAnswer {
    int status = 200;
    std::string body; ///< JSON text, empty for 204
    std::vector<std::pair<std::string, std::string>> headers = {};
    bool drop = false;        ///< close the connection without a byte (fault)
    std::int64_t delayMs = 0; ///< real milliseconds before it leaves (fault)
    /// The connection ends after so many bytes of head and body (fault).
    std::optional<std::int64_t> cutAfter = {};
    bool mute = false; ///< nothing leaves and the connection stays open (fault)
};

/// Splits "/path?query" and decodes it; nullopt for a target that is not one.
std::optional<HttpRequest> parseTarget(std::string_view method, std::string_view target);

/// The entries of a comma list, empty ones left out; nullopt with more than `limit`.
std::optional<std::vector<std::string>> commaList(std::string_view text, std::size_t limit);

/// Text as an opaque page token and back; nullopt for one we did not make.
std::string pageToken(std::string_view text);
std::optional<std::string> readPageToken(std::string_view token);

/// Equal without telling by the time taken where they differ.
bool equalInConstantTime(std::string_view a, std::string_view b);

} // namespace strikedesk::sandbox
