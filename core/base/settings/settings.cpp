// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings/settings.h"

#include <optional>

namespace strikedesk {

namespace {

constexpr std::string_view kVariablePrefix = "STRIKEDESK_";

Error unknownSetting(std::string_view key) {
    const std::string name(key.substr(0, 80));
    return Error{ErrorKind::NotFound,
                 "settings.key.unknown",
                 "There is no setting " + name + ". Check the spelling against the list of settings.",
                 {{"key", name}}};
}

/// Variables with our prefix that are no settings: keys, and the folder of recorded data for tests.
bool isReservedVariable(std::string_view variable) {
    return variable.starts_with("STRIKEDESK_SECRET_") || variable == "STRIKEDESK_SHARED_DIR";
}

std::optional<std::size_t> findVariable(std::string_view variable) {
    for (std::size_t i = 0; i < kSettings.size(); ++i)
        if (settingVariable(kSettings[i].key) == variable)
            return i;
    return std::nullopt;
}

/// Adds where a wrong value was found, which is where the user must go to mend it.
Error foundIn(Error error, SettingLayer layer) {
    error.message += " It comes from the " + std::string(settingLayerName(layer)) + ".";
    return error;
}

} // namespace

std::string_view settingLayerName(SettingLayer layer) {
    switch (layer) {
    case SettingLayer::Default:
        return "default";
    case SettingLayer::Stored:
        return "stored settings";
    case SettingLayer::Environment:
        return "environment";
    case SettingLayer::CommandLine:
        return "command line";
    }
    return "default";
}

std::string settingVariable(std::string_view key) {
    std::string name(kVariablePrefix);
    for (const char c : key)
        name += c == '.' ? '_' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    return name;
}

Settings::Settings() {
    m_entries.reserve(kSettings.size());
    for (const SettingDefinition& definition : kSettings) {
        auto value = parseSetting(definition, definition.initial);
        STRIKEDESK_ASSERT(value.ok(), "the default of a setting is inside its own range");
        m_entries.push_back({std::move(*value), SettingLayer::Default});
    }
}

Result<Settings> Settings::tryFrom(const SettingLayers& layers) {
    Settings settings;
    std::optional<Error> problem;
    const auto note = [&problem](const Status& status) {
        if (status)
            return;
        if (!problem)
            problem = status.error();
        else
            problem->message += "\n" + status.error().message;
    };
    for (const auto& [key, text] : layers.stored)
        note(settings.assign(key, text, SettingLayer::Stored));
    for (const auto& [variable, text] : layers.environment)
        note(settings.assignVariable(variable, text));
    for (const auto& [key, text] : layers.commandLine)
        note(settings.assign(key, text, SettingLayer::CommandLine));
    note(settings.checkTogether());
    if (problem)
        return *problem;
    return settings;
}

Status Settings::assign(std::string_view key, std::string_view text, SettingLayer layer) {
    const auto index = findSetting(key);
    if (!index)
        return foundIn(unknownSetting(key), layer);
    auto value = parseSetting(kSettings[*index], text);
    if (!value)
        return foundIn(value.error(), layer);
    m_entries[*index] = {std::move(*value), layer};
    return done();
}

Status Settings::assignVariable(const std::string& variable, std::string_view text) {
    if (!variable.starts_with(kVariablePrefix) || isReservedVariable(variable))
        return done();
    const auto index = findVariable(variable);
    if (!index)
        return foundIn(unknownSetting(variable), SettingLayer::Environment);
    return assign(kSettings[*index].key, text, SettingLayer::Environment);
}

Status Settings::checkTogether() const {
    const Duration automatic = duration("quotes.automatic_age_seconds");
    const Duration manual = duration("quotes.manual_age_seconds");
    const Duration display = duration("quotes.display_age_seconds");
    if (automatic > manual || manual > display)
        return invalidInput("settings.quotes.order",
                            "The settings quotes.automatic_age_seconds, quotes.manual_age_seconds and "
                            "quotes.display_age_seconds must not decrease in this order.");
    return done();
}

Result<std::string> Settings::textOf(std::string_view key) const {
    const auto index = findSetting(key);
    if (!index)
        return unknownSetting(key);
    return settingText(kSettings[*index], m_entries[*index].value);
}

Result<SettingLayer> Settings::layerOf(std::string_view key) const {
    const auto index = findSetting(key);
    if (!index)
        return unknownSetting(key);
    return m_entries[*index].layer;
}

Result<Settings> Settings::withStored(std::string_view key, std::string_view text) const {
    const auto index = findSetting(key);
    if (!index)
        return unknownSetting(key);
    const SettingLayer layer = m_entries[*index].layer;
    if (layer > SettingLayer::Stored)
        return Error{ErrorKind::Refused,
                     "settings.overridden",
                     "The setting " + std::string(key) + " is fixed by the " +
                         std::string(settingLayerName(layer)) +
                         ". Remove it there and start again to change it here.",
                     {{"key", std::string(key)}}};
    Settings changed = *this;
    if (const auto status = changed.assign(key, text, SettingLayer::Stored); !status)
        return status.error();
    if (const auto status = changed.checkTogether(); !status)
        return status.error();
    return changed;
}

Settings::ArchivedValues Settings::archived() const {
    ArchivedValues values;
    for (std::size_t i = 0; i < kSettings.size(); ++i)
        values.emplace(kSettings[i].key,
                       std::pair(m_entries[i].layer, settingText(kSettings[i], m_entries[i].value)));
    return values;
}

bool Settings::restore(const ArchivedValues& values) {
    // All of them or none: what was cut short must not pass as a smaller set of the same build.
    if (values.size() != kSettings.size())
        return false;
    Settings read;
    for (const auto& [key, layered] : values)
        if (layered.first > SettingLayer::CommandLine || !read.assign(key, layered.second, layered.first))
            return false;
    if (!read.checkTogether())
        return false;
    *this = std::move(read);
    return true;
}

} // namespace strikedesk
