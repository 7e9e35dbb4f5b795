// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/net/http_types.h"

namespace strikedesk::net {

std::string_view toWire(HttpVerb verb) {
    switch (verb) {
    case HttpVerb::Get:
        return "GET";
    case HttpVerb::Post:
        return "POST";
    case HttpVerb::Put:
        return "PUT";
    case HttpVerb::Patch:
        return "PATCH";
    case HttpVerb::Delete:
        return "DELETE";
    }
    return "GET";
}

} // namespace strikedesk::net
