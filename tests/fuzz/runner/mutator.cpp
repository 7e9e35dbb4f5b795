// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/runner/mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace strikedesk::fuzz {

namespace {

constexpr std::size_t kLargestInput = 64 * 1024;

/// Words that parsers trip over.
constexpr std::array<std::string_view, 30> kWords = {"-1",
                                                     "0",
                                                     "1e99",
                                                     "1e-99",
                                                     "-0.0",
                                                     "9223372036854775807",
                                                     "9223372036854775808",
                                                     "18446744073709551616",
                                                     "1e18",
                                                     "NaN",
                                                     "null",
                                                     "true",
                                                     "\"\"",
                                                     "\"x\"",
                                                     "{}",
                                                     "[]",
                                                     "[",
                                                     "]",
                                                     "{",
                                                     "}",
                                                     "\"",
                                                     "\\u0000",
                                                     "\\ud800",
                                                     "\xff",
                                                     ",",
                                                     "1.00005",
                                                     ":",
                                                     "\"O:A\"",
                                                     "1969-12-31T23:59:59Z",
                                                     "\x00"};

/// SplitMix64.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : m_state(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(next() % end); }

private:
    std::uint64_t m_state;
};

bool isNumberChar(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; }

/// Puts a word in the place of a number of the text, or anywhere when it has none.
void replaceNumber(std::string& text, Numbers& numbers) {
    std::size_t at = numbers.below(text.size());
    while (at < text.size() && !isNumberChar(text[at]))
        ++at;
    std::size_t end = at;
    while (end < text.size() && isNumberChar(text[end]))
        ++end;
    text.replace(at, end - at, kWords[numbers.below(kWords.size())]);
}

void twist(std::string& text, Numbers& numbers, const std::vector<std::string>& seeds) {
    const std::size_t at = numbers.below(text.size() + 1);
    const std::size_t length = 1 + numbers.below(std::min<std::size_t>(text.size() + 1, 40));
    switch (numbers.below(8)) {
    case 0:
        if (at < text.size())
            text[at] = static_cast<char>(text[at] ^ (1 << numbers.below(8)));
        return;
    case 1:
        if (at < text.size())
            text[at] = static_cast<char>(numbers.below(256));
        return;
    case 2:
        text.erase(at, length);
        return;
    case 3:
        text.insert(at, text.substr(numbers.below(text.size() + 1), length));
        return;
    case 4:
        text.insert(at, kWords[numbers.below(kWords.size())]);
        return;
    case 5:
        return replaceNumber(text, numbers);
    case 6: {
        const std::string& other = seeds[numbers.below(seeds.size())];
        text = text.substr(0, at) + other.substr(numbers.below(other.size() + 1));
        return;
    }
    default:
        text.resize(at);
    }
}

} // namespace

std::string Mutator::input(std::uint64_t number) const {
    Numbers numbers(number);
    std::string text = m_seeds[numbers.below(m_seeds.size())];
    for (std::size_t left = 1 + numbers.below(5); left > 0; --left)
        twist(text, numbers, m_seeds);
    text.resize(std::min(text.size(), kLargestInput));
    return text;
}

} // namespace strikedesk::fuzz
