// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/settings/setting_list.h"
#include "core/base/settings/setting_value.h"
#include "core/base/settings/settings.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <string>

// "key=value" as a stored setting, a variable and a command line option; and the value alone for every
// setting.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace strikedesk;
    const std::string_view text = fuzz::textOf(data, size);
    const std::size_t mark = std::min(text.find('='), text.size());
    const std::string key(text.substr(0, mark));
    const std::string value(text.substr(std::min(mark + 1, text.size())));
    SettingLayers layers;
    layers.stored[key] = value;
    layers.commandLine[key] = value;
    layers.environment[settingVariable(key)] = value;
    if (const auto settings = Settings::tryFrom(layers))
        fuzz::mustHold(!findSetting(key) || settings->textOf(key).ok(), "a setting in force has a text");
    for (const SettingDefinition& definition : kSettings)
        if (const auto read = parseSetting(definition, value)) {
            const auto again = parseSetting(definition, settingText(definition, *read));
            fuzz::mustHold(again && *again == *read, "a setting reads back");
        }
    return 0;
}
