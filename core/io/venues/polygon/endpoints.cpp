// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/venues/polygon/endpoints.h"

namespace strikedesk::polygon {

namespace {

std::string slashless(std::string address) {
    while (address.ends_with('/'))
        address.pop_back();
    return address;
}

} // namespace

std::string_view toText(Cluster cluster) {
    switch (cluster) {
    case Cluster::Stocks:
        return "stocks";
    case Cluster::Options:
        return "options";
    case Cluster::Indices:
        return "indices";
    }
    return "stocks";
}

PolygonEndpoints PolygonEndpoints::at(const std::string& restUrl, const std::string& streamUrl) {
    return {slashless(restUrl), slashless(streamUrl)};
}

PolygonEndpoints PolygonEndpoints::sandbox(std::uint16_t port) {
    const std::string host = "127.0.0.1:" + std::to_string(port);
    return {"http://" + host, "ws://" + host};
}

} // namespace strikedesk::polygon
