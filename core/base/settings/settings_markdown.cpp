// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings/settings_markdown.h"

#include "core/base/settings/settings.h"

namespace strikedesk {

namespace {

struct Group {
    std::string_view prefix;
    std::string_view title;
};

constexpr Group kGroups[] = {
    {"mode", "Start"},      {"profile", "Profile"},  {"data", "Files"},    {"log", "Log"},
    {"film", "Film"},       {"sandbox", "Sandbox"},  {"ui", "Window"},     {"alpaca", "Alpaca"},
    {"polygon", "Polygon"}, {"net", "Network"},      {"quotes", "Quotes"}, {"orders", "Orders"},
    {"exits", "Exits"},     {"risk", "Risk limits"},
};

} // namespace

std::string_view settingGroup(std::string_view key) {
    const std::string_view prefix = key.substr(0, key.find('.'));
    for (const Group& group : kGroups)
        if (group.prefix == prefix)
            return group.title;
    return {};
}

std::string settingsMarkdown() {
    std::string page =
        "# Settings\n\n"
        "A later layer wins: default, stored setting, environment variable, command line "
        "(`--set key=value`). Keys of brokers are secrets, not settings, and are not listed here.\n";
    std::string_view group;
    for (const SettingDefinition& definition : kSettings) {
        if (const auto next = settingGroup(definition.key); next != group) {
            group = next;
            page += "\n## " + std::string(group) +
                    "\n\n| Setting | Default | Allowed | Takes effect | Meaning |\n| --- | --- | --- | --- | "
                    "--- |\n";
        }
        const std::string initial(definition.initial.empty() ? "(empty)" : definition.initial);
        page += "| `" + std::string(definition.key) + "`<br>`" + settingVariable(definition.key) + "` | " +
                initial + " | " + settingRange(definition) + " | " +
                (definition.change == SettingChange::Live ? "at once" : "at the next start") + " | " +
                std::string(definition.help) + " |\n";
    }
    return page;
}

} // namespace strikedesk
