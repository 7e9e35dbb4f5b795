// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/run/sandbox/faults/fault_book.h"
#include "core/run/sandbox/http/http_message.h"

#include <optional>
#include <string_view>

namespace strikedesk::sandbox {

/// Which vendor's service a request is for, by its path (protocol facts of both vendors, section 1).
Channel restChannelOf(const HttpRequest& request);
/// Which stream a WebSocket handshake is for; nullopt for none we know.
std::optional<Channel> streamChannelOf(std::string_view path);

/// The answer that comes instead of any effect, of a request or of a handshake.
std::optional<HttpAnswer> faultBefore(FaultBook& book, const Occasion& at);
/// What becomes of the answer after the effect. What would undo or hide an effect (dropped or replaced
/// answers) leaves refusals alone: those had none.
void faultAfter(FaultBook& book, const Occasion& at, HttpAnswer& answer);
/// How far the venue's clock is off in this answer.
Duration clockShift(FaultBook& book, const Occasion& at);

/// "Wed, 18 Nov 2026 14:30:05 GMT", as the Date header writes it.
std::string httpDateText(Timestamp at);

} // namespace strikedesk::sandbox
