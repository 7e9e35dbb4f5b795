// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace strikedesk::venues {

/// A member's name of one to seven letters in one number, the first in the lowest byte; 0 for longer ones.
constexpr std::uint64_t flatName(std::string_view name) {
    std::uint64_t packed = 0;
    if (name.size() <= 7)
        for (std::size_t i = name.size(); i > 0; --i)
            packed = packed << 8 | static_cast<unsigned char>(name[i - 1]);
    return packed;
}

enum class FlatScanEnd : std::uint8_t {
    Whole,    ///< all messages were given to the receiver
    Surprise, ///< what follows is not plain, or wrong
    Stopped,  ///< the receiver wanted no more
};

/// The characters of plain JSON values, where "plain" is what venues write: ASCII, no escapes, no spaces.
/// Positions never leave the frame: `last` is its last character, a closing bracket, which no number goes
/// over and which a text may not contain unended.
class PlainText {
public:
    explicit PlainText(const char* last) : m_last(last) {}

    /// The quote that ends the text at `at`; null when it is not plain or not ended.
    const char* textEnd(const char* at) const {
        // Codes of a letter or two are most texts: cheaper looked at than computed.
        if (m_last - at > 2 && isInner(at[0]) && at[1] == '"')
            return at + 1;
        for (; m_last - at >= 8; at += 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, at, sizeof eight);
            const std::uint64_t marks = specials(eight);
            if (marks == 0)
                continue;
            if constexpr (std::endian::native != std::endian::little)
                break;
            at += std::countr_zero(marks) >> 3;
            return *at == '"' ? at : nullptr;
        }
        for (; at < m_last; ++at) {
            if (*at == '"')
                return at;
            if (!isInner(*at))
                return nullptr;
        }
        return nullptr;
    }

    /// A member's name and the quote that ends it; null when it is not plain.
    const char* nameEnd(const char* at, std::uint64_t& name) const {
        // Names are short and come in one order: a loop is predicted, arithmetic on eight bytes has to be
        // waited for.
        name = 0;
        for (int shift = 0; *at != '"'; ++at, shift += 8) {
            if (at == m_last || !isInner(*at))
                return nullptr;
            name = shift < 56 ? name | std::uint64_t{static_cast<unsigned char>(*at)} << shift : 0;
        }
        return at;
    }

    /// Where the number at `at` ends; null when it does not begin as one. Whoever uses the number checks it.
    static const char* numberEnd(const char* at) {
        if (!isNumeric(*at))
            return nullptr;
        while (isNumeric(*++at)) {
        }
        return at;
    }

    /// Past the list at `at`, its texts and whole numbers joined by commas in `out` (when not null); null
    /// when it holds anything else.
    const char* listEnd(const char* at, std::string* out) const;

private:
    static bool isInner(char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte != '"' && byte != '\\' && byte >= 0x20 && byte < 0x80;
    }
    static bool isNumeric(char c) {
        static constexpr auto kNumeric = [] {
            std::array<bool, 256> table{};
            for (const char each : std::string_view("0123456789.-+eE"))
                table[static_cast<unsigned char>(each)] = true;
            return table;
        }();
        return kNumeric[static_cast<unsigned char>(c)];
    }

    /// Marks, with the high bit of its byte, a quote, a backslash, a control character or one that is not
    /// ASCII among eight characters. The lowest mark is exact; a borrow may add marks above it.
    static std::uint64_t specials(std::uint64_t eight) {
        constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
        const std::uint64_t quote = eight ^ (kOnes * '"');
        const std::uint64_t backslash = eight ^ (kOnes * '\\');
        return (((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) | (eight - kOnes * 0x20) |
                eight) &
               (kOnes * 0x80);
    }

    const char* m_last;
};

/// One pass over a frame of plain messages; see FlatFrameReader. The frame outlives it.
template <class Receiver>
class FlatScan {
public:
    FlatScan(std::string_view json, Receiver& receiver)
        : m_json(json), m_last(json.data() + (json.empty() ? 0 : json.size() - 1)), m_plain(m_last),
          m_receiver(receiver) {}

    FlatScanEnd run() {
        if (m_json.size() < 2 || *m_last != ']' || m_json[0] != '[')
            return FlatScanEnd::Surprise;
        const char* at = m_json.data();
        do {
            m_receiver.begin();
            at = objectEnd(at + 1);
            if (at == nullptr)
                return FlatScanEnd::Surprise;
            ++m_messages;
            if (!m_receiver.end())
                return FlatScanEnd::Stopped;
        } while (*at == ',');
        return at == m_last ? FlatScanEnd::Whole : FlatScanEnd::Surprise;
    }
    /// How many messages the receiver got.
    std::size_t messages() const { return m_messages; }

private:
    /// Past one object; null when it is not plain. Every step goes over a character that is not the frame's
    /// last.
    const char* objectEnd(const char* at) {
        if (*at != '{')
            return nullptr;
        do {
            if (*++at != '"')
                return nullptr;
            std::uint64_t name = 0;
            if ((at = m_plain.nameEnd(at + 1, name)) == nullptr)
                return nullptr;
            if (*++at != ':' || (at = valueEnd(at + 1, name)) == nullptr)
                return nullptr;
        } while (*at == ',');
        return *at == '}' ? at + 1 : nullptr;
    }

    const char* valueEnd(const char* at, std::uint64_t name) {
        if (*at == '[')
            return m_plain.listEnd(at, m_receiver.list(name));
        const bool isText = *at == '"';
        const char* const start = at + isText;
        const char* const end = isText ? m_plain.textEnd(start) : PlainText::numberEnd(start);
        if (end == nullptr)
            return nullptr;
        m_receiver.scalar(name, {start, static_cast<std::size_t>(end - start)});
        return end + isText;
    }

    std::string_view m_json;
    const char* m_last;
    PlainText m_plain;
    Receiver& m_receiver;
    std::size_t m_messages = 0;
};

} // namespace strikedesk::venues
