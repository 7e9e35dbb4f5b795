// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/environment_vault.h"

#include <QString>

namespace strikedesk::desk {

namespace {

Error onlyEnvironment() {
    return Error{ErrorKind::Unsupported,
                 "keys.environment_only",
                 "This version keeps no keys. Set STRIKEDESK_SECRET_ALPACA_KEY_ID and "
                 "STRIKEDESK_SECRET_ALPACA_SECRET_KEY in the environment and start again.",
                 {},
                 {}};
}

} // namespace

void EnvironmentVault::look(const std::string&,
                            std::function<void(Result<std::optional<std::string>>)> answered) {
    constexpr qsizetype kShown = 4;
    const QString id = qEnvironmentVariable("STRIKEDESK_SECRET_ALPACA_KEY_ID");
    if (id.isEmpty())
        answered(std::optional<std::string>());
    else
        answered(std::optional(id.right(kShown).toStdString()));
}

void EnvironmentVault::store(const std::string&, ui::BrokerKeys, std::function<void(Status)> answered) {
    answered(onlyEnvironment());
}

void EnvironmentVault::remove(const std::string&, std::function<void(Status)> answered) {
    answered(onlyEnvironment());
}

} // namespace strikedesk::desk
