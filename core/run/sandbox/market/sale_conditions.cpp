// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/sale_conditions.h"

namespace strikedesk::sandbox {

namespace {

struct FlagLetter {
    int bit;
    char letter;      ///< on tapes A and B
    char letterTapeC; ///< on tape C
};
/// In the order in which a tape lists them. Bits as the source numbers them; a trade-through exemption (29)
/// is an indicator of its own and no sale condition.
constexpr FlagLetter kLetters[] = {
    {1, 'C', 'C'},  {2, 'N', 'N'},  {3, 'R', 'R'},  {5, 'F', 'F'},  {6, 'O', 'O'},  {7, '6', '6'},
    {8, '5', '5'},  {9, '4', '4'},  {10, 'T', 'T'}, {11, 'L', 'L'}, {13, 'T', 'T'}, {14, 'Z', 'Z'},
    {12, '1', '1'}, {18, 'V', 'V'}, {20, 'B', 'W'}, {21, 'X', 'X'}, {22, 'H', 'H'}, {23, 'K', 'K'},
    {24, 'M', 'M'}, {25, 'P', 'P'}, {26, 'Q', 'Q'}, {30, 'H', 'H'}, {31, 'I', 'I'},
};
constexpr std::uint32_t kOtherSettlement = 1U << 1 | 1U << 2 | 1U << 3;
constexpr std::uint32_t kOfficial = 1U << 24 | 1U << 26;

} // namespace

std::string saleConditions(std::uint32_t flags, char tape) {
    std::string text;
    if ((flags & kOtherSettlement) == 0)
        text += tape == 'C' ? '@' : ' ';
    for (const FlagLetter& entry : kLetters) {
        const char letter = tape == 'C' ? entry.letterTapeC : entry.letter;
        if ((flags >> entry.bit & 1U) == 0 || text.find(letter) != std::string::npos)
            continue;
        if (!text.empty())
            text += ',';
        text += letter;
    }
    return text;
}

bool addsVolume(std::uint32_t flags) { return (flags & kOfficial) == 0; }

} // namespace strikedesk::sandbox
