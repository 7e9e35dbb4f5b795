// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret_store.h"
#include "core/io/keys/broker_key_store.h"
#include "core/io/log/redactor.h"
#include "core/run/session/session_config.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace strikedesk::host {

/// The broker's keys as STRIKEDESK_SECRET_ALPACA_KEY_ID and STRIKEDESK_SECRET_ALPACA_SECRET_KEY give them.
/// Nothing when neither is set. Error: only one of them is.
Result<std::optional<alpaca::AlpacaKeys>> keysFromEnvironment();

/// Whether STRIKEDESK_SECRET_POLYGON_KEY gives a key.
bool hasDataKeyInEnvironment();

/// The name of the store's entry for a mode: "paper" or "live".
std::string keySlotOf(session::Mode mode);

/// Finds the broker's keys of a mode: the environment's when it gives any, which so go before the others,
/// else those the system's key store keeps for the profile. Owner's thread; nothing waits.
class BrokerKeyFinder {
public:
    /// `store` outlives this.
    BrokerKeyFinder(SecretStore& store, std::string profile) : m_stored(store, std::move(profile)) {}

    /// Answered once, now or later, unless the store goes first. `mode` is paper or live. The keys are known
    /// to `redactor` before anyone has them. Errors say what to do.
    void find(session::Mode mode, std::shared_ptr<Redactor> redactor,
              std::function<void(Result<alpaca::AlpacaKeys>)> answered) const;
    /// The key of Polygon's data: STRIKEDESK_SECRET_POLYGON_KEY, else the stored one; an empty secret without
    /// either, because the program works without it. Answered and hidden from the log as above.
    void findDataKey(std::shared_ptr<Redactor> redactor, std::function<void(Result<Secret>)> answered) const;

private:
    keys::BrokerKeyStore m_stored;
};

} // namespace strikedesk::host
