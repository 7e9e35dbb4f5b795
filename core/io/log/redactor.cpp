// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/log/redactor.h"

#include "core/io/log/line_text.h"

#include <algorithm>
#include <cstring>
#include <mutex>

namespace strikedesk {

namespace {

constexpr std::size_t kFragment = sizeof(std::uint64_t);
/// Shorter secrets share too many eight-character pieces with ordinary words.
constexpr std::size_t kShortestToken = 16;

std::uint64_t fragmentAt(std::string_view text, std::size_t at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, kFragment);
    return bytes;
}

bool isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// What of a secret must not be seen even in pieces. Of an address only the last part is secret (webhooks
/// carry their token there); pieces of the rest are ordinary text.
std::string_view secretPart(std::string_view text) {
    if (text.find("://") != std::string_view::npos)
        text.remove_prefix(text.rfind('/') + 1);
    return text.size() >= kShortestToken ? text : std::string_view{};
}

std::string percentEncoded(std::string_view text) {
    constexpr char kUpperHex[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isAlphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '~')
            encoded += c;
        else
            encoded += {'%', kUpperHex[byte >> 4], kUpperHex[byte & 0xF]};
    }
    return encoded;
}

/// Which bytes of a text must not be shown.
class Mask {
public:
    void cover(std::size_t at, std::size_t size, std::size_t textSize) {
        if (m_hidden.empty())
            m_hidden.resize(textSize, false);
        std::fill_n(m_hidden.begin() + static_cast<std::ptrdiff_t>(at), size, true);
    }
    std::string apply(std::string_view text) const {
        if (m_hidden.empty())
            return std::string(text);
        std::string shown;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!m_hidden[i])
                shown += text[i];
            else if (i == 0 || !m_hidden[i - 1])
                shown += Redactor::kMask;
        }
        return shown;
    }

private:
    std::vector<bool> m_hidden;
};

} // namespace

Status Redactor::add(const Secret& secret) {
    if (secret.size() < kShortestSecret)
        return invalidInput("log.secret.short",
                            "That key is too short to be one. Check it and enter it again.");
    secret.reveal([this](std::string_view text) {
        const std::unique_lock lock(m_mutex);
        addNeedle(std::string(text));
        addNeedle(escapedValue(text));
        addNeedle(escapedText(text));
        addNeedle(percentEncoded(text));
        const std::string_view part = secretPart(text);
        for (std::size_t at = 0; at + kFragment <= part.size(); ++at)
            m_fragments.insert(fragmentAt(part, at));
        return 0;
    });
    return done();
}

void Redactor::addNeedle(std::string needle) {
    Secret kept = Secret::takeFrom(needle);
    const bool known = std::any_of(m_needles.begin(), m_needles.end(),
                                   [&kept](const Secret& other) { return other.equals(kept); });
    if (!known)
        m_needles.push_back(std::move(kept));
}

std::string Redactor::redact(std::string_view text) const {
    const std::shared_lock lock(m_mutex);
    Mask mask;
    for (const Secret& needle : m_needles)
        needle.reveal([&](std::string_view value) {
            for (std::size_t at = text.find(value); at != std::string_view::npos;
                 at = text.find(value, at + 1))
                mask.cover(at, value.size(), text.size());
            return 0;
        });
    if (!m_fragments.empty())
        for (std::size_t at = 0; at + kFragment <= text.size(); ++at)
            if (m_fragments.contains(fragmentAt(text, at)))
                mask.cover(at, kFragment, text.size());
    return mask.apply(text);
}

} // namespace strikedesk
