// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/stored_key_vault.h"

#include "app/host/broker_key_finder.h"

#include <utility>
#include <vector>

namespace strikedesk::desk {

void StoredKeyVault::look(const std::string& slot,
                          std::function<void(Result<std::optional<std::string>>)> answered) {
    m_keys.look(slot, std::move(answered));
}

void StoredKeyVault::store(const std::string& slot, ui::BrokerKeys keys,
                           std::function<void(Status)> answered) {
    const Secret id = Secret::takeFrom(keys.keyId);
    std::vector<const Secret*> hidden{&std::as_const(keys.secretKey)};
    // A data key has one part; what stands for the other is a word of ours.
    if (slot != keys::kDataSlot)
        hidden.push_back(&id);
    // Before anything else may write a line about them.
    for (const Secret* secret : hidden)
        if (const Status added = m_redactor->add(*secret); !added) {
            answered(added.error());
            return;
        }
    m_keys.store(slot, id, keys.secretKey,
                 [this, slot, answered = std::move(answered)](const Status& status) {
                     answered(status);
                     if (status && stored)
                         stored(slot);
                 });
}

void StoredKeyVault::remove(const std::string& slot, std::function<void(Status)> answered) {
    m_keys.remove(slot, std::move(answered));
}

std::optional<std::string> StoredKeyVault::environmentEnd(const std::string& slot) const {
    if (slot == keys::kDataSlot)
        return host::hasDataKeyInEnvironment() ? std::optional(std::string()) : std::nullopt;
    const auto given = host::keysFromEnvironment();
    if (!given || !given->has_value())
        return std::nullopt;
    return keys::shownEnd((*given)->keyId);
}

} // namespace strikedesk::desk
