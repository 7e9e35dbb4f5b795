// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/sandbox/market/contract_names.h"

#include "core/run/sandbox/market/hash_random.h"

#include <array>

namespace strikedesk::sandbox {

std::uint64_t textKey(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

std::string stableUuid(std::string_view text) {
    static constexpr char kDigits[] = "0123456789abcdef";
    HashRandom random(textKey(text), {text.size()});
    std::uint64_t bits = 0;
    std::string uuid;
    for (int i = 0; i < 32; ++i) {
        if (i % 16 == 0)
            bits = random.next();
        if (i == 8 || i == 12 || i == 16 || i == 20)
            uuid += '-';
        std::uint64_t digit = bits & 0xF;
        if (i == 12)
            digit = 8; // version 8: made from other data (RFC 9562)
        if (i == 16)
            digit = 8 | (digit & 3);
        uuid += kDigits[digit];
        bits >>= 4;
    }
    return uuid;
}

std::string contractName(const options::Contract& contract) {
    static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date expiry = contract.expiry;
    return contract.underlying.text() + " " + kMonths[static_cast<std::size_t>(expiry.month() - 1)] + " " +
           std::to_string(expiry.day()) + " " + std::to_string(expiry.year()) + " " +
           formatDecimal(contract.strike.units(), Price::kScaleDigits, 0) +
           (contract.right == OptionRight::Call ? " Call" : " Put");
}

} // namespace strikedesk::sandbox
