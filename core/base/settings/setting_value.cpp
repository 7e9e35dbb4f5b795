// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings/setting_value.h"

#include <algorithm>
#include <optional>

namespace strikedesk {

namespace {

constexpr std::size_t kShownCharacters = 60;

std::string quoted(const SettingDefinition& definition, std::string_view text) {
    // An address may carry a password before the @; it must not end up in a log.
    if (definition.kind == SettingKind::Url && text.find('@') != std::string_view::npos)
        return "(hidden)";
    std::string shown = "\"";
    for (const char c : text.substr(0, kShownCharacters))
        shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    return shown + (text.size() > kShownCharacters ? "…\"" : "\"");
}

Error notAllowed(const SettingDefinition& definition, std::string_view text) {
    const std::string value = quoted(definition, text);
    const std::string range = settingRange(definition);
    return Error{ErrorKind::InvalidInput,
                 "settings.value.invalid",
                 "The setting " + std::string(definition.key) + " cannot be " + value +
                     ". Allowed: " + range + ".",
                 {{"key", std::string(definition.key)}, {"value", value}, {"range", range}}};
}

/// Nanoseconds of one unit and how many decimals of it are whole nanoseconds.
struct DurationUnit {
    std::int64_t nanoseconds;
    int decimals;
};

DurationUnit durationUnit(std::string_view unit) {
    if (unit == "ms")
        return {1'000'000, 6};
    if (unit == "min")
        return {60'000'000'000, 0};
    if (unit == "h")
        return {3'600'000'000'000, 0};
    return {1'000'000'000, 9};
}

std::optional<SettingValue> readDuration(std::string_view unitName, std::string_view text) {
    const DurationUnit unit = durationUnit(unitName);
    const auto count = parseDecimal(text, unit.decimals, ExtraDigits::Refuse);
    if (!count)
        return std::nullopt;
    std::int64_t nanoseconds = *count;
    if (unit.decimals == 0 && __builtin_mul_overflow(*count, unit.nanoseconds, &nanoseconds))
        return std::nullopt;
    return Duration::nanoseconds(nanoseconds);
}

std::optional<SettingValue> readTimeOfDay(std::string_view text) {
    const auto digit = [text](std::size_t at) {
        return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 99;
    };
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const int hour = digit(0) * 10 + digit(1);
    const int minute = digit(3) * 10 + digit(4);
    if (hour > 23 || minute > 59)
        return std::nullopt;
    return Duration::minutes(hour * 60 + minute);
}

std::optional<SettingValue> readSwitch(std::string_view text) {
    if (text == "on" || text == "true" || text == "1")
        return true;
    if (text == "off" || text == "false" || text == "0")
        return false;
    return std::nullopt;
}

template <class T>
std::optional<SettingValue> read(std::string_view text) {
    const auto value = T::tryFromText(text);
    return value ? std::optional<SettingValue>(*value) : std::nullopt;
}

std::optional<SettingValue> readNumber(const SettingDefinition& definition, std::string_view text) {
    switch (definition.kind) {
    case SettingKind::Integer:
        if (const auto value = parseDecimal(text, 0, ExtraDigits::Refuse))
            return *value;
        return std::nullopt;
    case SettingKind::Decimal:
        return read<Decimal>(text);
    case SettingKind::Price:
        return read<Price>(text);
    case SettingKind::Money:
        // Money rounds what a venue sends; a user's limit is taken exactly or not at all.
        return parseDecimal(text, Money::kScaleDigits, ExtraDigits::Refuse) ? read<Money>(text)
                                                                            : std::nullopt;
    case SettingKind::Duration:
        return readDuration(definition.unit, text);
    case SettingKind::TimeOfDay:
        return readTimeOfDay(text);
    default:
        return std::nullopt;
    }
}

bool isOneLine(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool isLocalHost(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// scheme://host[:port][/path] with nothing else: no user, query or fragment.
bool isUrl(std::string_view text) {
    const std::size_t colon = text.find("://");
    if (colon == std::string_view::npos)
        return false;
    const std::string_view scheme = text.substr(0, colon);
    const std::string_view rest = text.substr(colon + 3);
    const std::string_view authority = rest.substr(0, rest.find('/'));
    const std::size_t port = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
    const std::string_view host = authority.substr(0, port);
    if (host.empty() || (host.front() == '[' && host.back() != ']') ||
        text.find_first_of("@?#\\ \"<>") != std::string_view::npos)
        return false;
    if (port != std::string_view::npos) {
        const auto number = parseDecimal(authority.substr(port + 1), 0, ExtraDigits::Refuse);
        if (!number || *number < 1 || *number > 65'535)
            return false;
    }
    return scheme == "https" || scheme == "wss" ||
           ((scheme == "http" || scheme == "ws") && isLocalHost(host));
}

bool isChoice(std::string_view choices, std::string_view text) {
    while (!choices.empty()) {
        const std::size_t bar = choices.find('|');
        if (choices.substr(0, bar) == text)
            return true;
        choices = bar == std::string_view::npos ? std::string_view{} : choices.substr(bar + 1);
    }
    return false;
}

std::optional<SettingValue> readText(const SettingDefinition& definition, std::string_view text) {
    if (definition.kind == SettingKind::Choice)
        return isChoice(definition.choices, text) ? std::optional<SettingValue>(std::string(text))
                                                  : std::nullopt;
    const auto longest = parseDecimal(definition.maximum, 0, ExtraDigits::Refuse);
    if (!longest || static_cast<std::int64_t>(text.size()) > *longest || !isOneLine(text))
        return std::nullopt;
    if (definition.kind == SettingKind::Url && !isUrl(text))
        return std::nullopt;
    return std::string(text);
}

} // namespace

Result<SettingValue> parseSetting(const SettingDefinition& definition, std::string_view text) {
    if (definition.kind == SettingKind::Switch) {
        const auto value = readSwitch(text);
        return value ? Result<SettingValue>(*value) : notAllowed(definition, text);
    }
    if (definition.kind == SettingKind::Text || definition.kind == SettingKind::Url ||
        definition.kind == SettingKind::Choice) {
        const auto value = readText(definition, text);
        return value ? Result<SettingValue>(*value) : notAllowed(definition, text);
    }
    const auto value = readNumber(definition, text);
    const auto minimum = readNumber(definition, definition.minimum);
    const auto maximum = readNumber(definition, definition.maximum);
    STRIKEDESK_ASSERT(minimum && maximum, "a setting's own range can be read");
    if (!value || *value < *minimum || *value > *maximum)
        return notAllowed(definition, text);
    return *value;
}

std::string settingText(const SettingDefinition& definition, const SettingValue& value) {
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? "on" : "off";
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return std::to_string(*integer);
    if (const auto* decimal = std::get_if<Decimal>(&value))
        return decimal->text();
    if (const auto* price = std::get_if<Price>(&value))
        return price->text();
    if (const auto* money = std::get_if<Money>(&value))
        return money->text();
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    const std::int64_t nanoseconds = std::get<Duration>(value).count();
    if (definition.kind == SettingKind::TimeOfDay) {
        const std::int64_t minutes = nanoseconds / 60'000'000'000;
        const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return two(minutes / 60) + ":" + two(minutes % 60);
    }
    const DurationUnit unit = durationUnit(definition.unit);
    return unit.decimals == 0 ? std::to_string(nanoseconds / unit.nanoseconds)
                              : formatDecimal(nanoseconds, unit.decimals, 0);
}

std::string settingRange(const SettingDefinition& definition) {
    switch (definition.kind) {
    case SettingKind::Switch:
        return "on or off";
    case SettingKind::Text:
        return "one line of at most " + std::string(definition.maximum) + " characters";
    case SettingKind::Url:
        return "an https or wss address without user name, or http and ws to this machine";
    case SettingKind::Choice: {
        std::string words(definition.choices);
        const std::size_t last = words.rfind('|');
        if (last != std::string::npos)
            words.replace(last, 1, " or ");
        for (std::size_t bar = words.find('|'); bar != std::string::npos; bar = words.find('|'))
            words.replace(bar, 1, ", ");
        return words;
    }
    default:
        break;
    }
    std::string range = std::string(definition.minimum) + " to " + std::string(definition.maximum);
    if (!definition.unit.empty())
        range += " " + std::string(definition.unit);
    return range;
}

} // namespace strikedesk
