// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/commands.h"
#include "core/base/settings/settings_markdown.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace strikedesk::ctl {

namespace {

int showSettings(const CommonOptions& common, bool asMarkdown) {
    if (asMarkdown) {
        std::fputs(settingsMarkdown().c_str(), stdout);
        return 0;
    }
    const auto environment = prepare(common);
    if (!environment) {
        printError(environment.error());
        return 2;
    }
    for (const SettingDefinition& definition : kSettings) {
        const auto text = environment->settings.textOf(definition.key);
        const auto layer = environment->settings.layerOf(definition.key);
        if (text && layer)
            std::printf("%-38s %-28s %s\n", std::string(definition.key).c_str(), text->c_str(),
                        std::string(settingLayerName(*layer)).c_str());
    }
    return 0;
}

} // namespace

void addSettingsCommand(CLI::App& app, CommonOptions& common, int& result) {
    CLI::App* command =
        app.add_subcommand("settings", "Every setting with its value and where that comes from");
    addCommonOptions(*command, common);
    auto markdown = std::make_shared<bool>(false);
    command->add_flag("--markdown", *markdown, "The reference list with ranges and help");
    command->callback([&common, markdown, &result] { result = showSettings(common, *markdown); });
}

} // namespace strikedesk::ctl
