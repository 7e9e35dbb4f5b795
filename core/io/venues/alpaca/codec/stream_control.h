// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/alpaca/codec/stream_codec.h"

#include <string_view>

namespace strikedesk::alpaca {

/// success, error, subscription.
bool isControlKind(std::string_view kind);

/// Delivers the control and news messages of a JSON frame, adding to `count`.
Result<FrameCount> deliverControl(std::string_view json, StreamSink& sink, FrameCount count);

/// connected, authenticated.
StreamGreeting greetingOf(std::string_view words);

} // namespace strikedesk::alpaca
