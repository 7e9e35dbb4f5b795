// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/net/http_types.h"

#include <cstdint>
#include <string>

class QNetworkReply;

namespace strikedesk::net {

/// What was seen of one attempt, beside the reply itself.
struct ReplyFacts {
    bool isWrite = false;
    bool sendsBody = false;   ///< the write has a body, so `bodyTaken` proves whether it could arrive
    bool bodyTaken = false;   ///< the network took the body
    bool requestSent = false; ///< the network reported the request as written
    bool isDenied = false;    ///< the last-moment permission was refused
    bool isAborted = false;   ///< given up by the owner
    bool isOverdue = false;   ///< our own deadline
    bool isTooLarge = false;
    std::int64_t largestBody = 0;
    std::string received;
};

/// The end of an attempt as a value; `reply` has finished.
HttpOutcome outcomeOf(const QNetworkReply& reply, const ReplyFacts& facts);

/// "Wed, 21 Oct 2026 07:28:00 GMT"; unset when it is something else.
Timestamp httpDate(std::string_view text);

} // namespace strikedesk::net
