// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/settings_reader.h"

namespace strikedesk::desk {

/// Broker keys as this build holds them: from the environment only. Looking says whether they are set;
/// storing is refused with a sentence that says what to do instead. GUI thread.
class EnvironmentVault final : public ui::KeyVault {
public:
    void look(const std::string& slot,
              std::function<void(Result<std::optional<std::string>>)> answered) override;
    void store(const std::string& slot, ui::BrokerKeys keys, std::function<void(Status)> answered) override;
    void remove(const std::string& slot, std::function<void(Status)> answered) override;
};

} // namespace strikedesk::desk
