// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace strikedesk {

/// A name given by us or by a venue, typed by what it names so that one cannot be passed for another.
/// Opaque text of at most 128 characters; empty means "none".
template <class Tag>
class TextId {
public:
    TextId() = default;
    explicit TextId(std::string text) : m_text(std::move(text)) {}

    const std::string& text() const { return m_text; }
    bool isEmpty() const { return m_text.empty(); }

    friend auto operator<=>(const TextId&, const TextId&) = default;

    template <class A>
    void archiveValue(A& a) {
        a.value(m_text);
    }

private:
    std::string m_text;
};

/// One decision of ours to have an order at the broker.
using IntentId = TextId<struct IntentTag>;
/// What we call an order towards the broker; unique per account for ever.
using ClientOrderId = TextId<struct ClientOrderTag>;
/// What the broker calls an order.
using BrokerOrderId = TextId<struct BrokerOrderTag>;
/// What the broker calls one execution; an alias, not an identity (see Fill).
using ExecutionId = TextId<struct ExecutionTag>;
/// The broker's account number.
using AccountId = TextId<struct AccountTag>;

/// Ids from a seed, so that the same film gives the same ids. Value type, archived with the engine; not for
/// secrets. Owner: one engine; its thread only.
class IdSource {
public:
    explicit IdSource(std::uint64_t seed = 0) : m_state(seed) {}

    /// A UUID version 7 (RFC 9562): `now` in milliseconds, the rest from the seeded generator.
    std::string uuid7(Timestamp now);
    /// The next 64 bits of the generator (SplitMix64).
    std::uint64_t next();

    template <class A>
    void archive(A& a) {
        a.field("state", m_state);
    }

private:
    std::uint64_t m_state = 0;
};

} // namespace strikedesk
