// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/io/keys/broker_key_store.h"
#include "core/io/log/redactor.h"
#include "ui/readers/settings_reader.h"

#include <functional>
#include <memory>
#include <string>

namespace strikedesk::desk {

/// The window's door to the broker and data keys of a profile in the system's key store. Keys go in and never
/// come out. GUI thread; nothing waits.
class StoredKeyVault final : public ui::KeyVault {
public:
    /// `store` outlives this.
    StoredKeyVault(SecretStore& store, const std::string& profile, std::shared_ptr<Redactor> redactor)
        : m_keys(store, profile), m_redactor(std::move(redactor)) {}

    void look(const std::string& slot,
              std::function<void(Result<std::optional<std::string>>)> answered) override;
    void store(const std::string& slot, ui::BrokerKeys keys, std::function<void(Status)> answered) override;
    void remove(const std::string& slot, std::function<void(Status)> answered) override;
    std::optional<std::string> environmentEnd(const std::string& slot) const override;

    /// Keys were stored for this slot. May be empty.
    std::function<void(const std::string& slot)> stored;

private:
    keys::BrokerKeyStore m_keys;
    std::shared_ptr<Redactor> m_redactor;
};

} // namespace strikedesk::desk
