// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace strikedesk::sandbox {

/// A vendor's message that faults may look into and change: JSON, or MessagePack when the bytes are no JSON.
/// Timestamps of MessagePack keep their extension.
class TwistedMessage {
public:
    explicit TwistedMessage(std::string_view bytes);
    ~TwistedMessage();
    TwistedMessage(const TwistedMessage&) = delete;
    TwistedMessage& operator=(const TwistedMessage&) = delete;

    /// It could be read as an object or a list.
    bool isReadable() const;
    /// An order update (event "fill" or "partial_fill").
    bool isFill() const;
    /// Login, subscription, status or error message of a stream: no data.
    bool isControl() const;
    /// Puts a word nobody knows where the message says an order's status or its own kind; false when it says
    /// neither.
    bool twistStatus();
    /// Adds fields nobody knows; false when there is no object to add them to.
    bool addFields();
    /// The message as it is now, in the form it came in.
    std::string bytes() const;

private:
    std::unique_ptr<nlohmann::json> m_message;
    bool m_isMessagePack = false;
};

} // namespace strikedesk::sandbox
