// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/host/broker_key_finder.h"

#include <QString>
#include <QtGlobal>

#include <utility>

namespace strikedesk::host {

namespace {

constexpr const char* kIdVariable = "STRIKEDESK_SECRET_ALPACA_KEY_ID";
constexpr const char* kSecretVariable = "STRIKEDESK_SECRET_ALPACA_SECRET_KEY";
constexpr const char* kDataVariable = "STRIKEDESK_SECRET_POLYGON_KEY";

Secret secretFromEnvironment(const char* name) {
    std::string text = qEnvironmentVariable(name).toStdString();
    return Secret::takeFrom(text);
}

Error noKeys() {
    return Error{ErrorKind::Unauthorised,
                 "host.keys.missing",
                 "There is no broker key for the account of this mode. Enter it in the window's settings "
                 "under Broker keys, or set STRIKEDESK_SECRET_ALPACA_KEY_ID and "
                 "STRIKEDESK_SECRET_ALPACA_SECRET_KEY in the environment, or use the mode demo, which needs "
                 "none.",
                 {},
                 {}};
}

/// The keys, once the redactor knows them.
Result<alpaca::AlpacaKeys> hiddenFromLogs(alpaca::AlpacaKeys keys, Redactor& redactor) {
    for (const Secret* secret : {&keys.keyId, &keys.secretKey})
        if (const Status added = redactor.add(*secret); !added)
            return added.error();
    return keys;
}

} // namespace

Result<std::optional<alpaca::AlpacaKeys>> keysFromEnvironment() {
    alpaca::AlpacaKeys keys{secretFromEnvironment(kIdVariable), secretFromEnvironment(kSecretVariable)};
    if (keys.keyId.isEmpty() && keys.secretKey.isEmpty())
        return std::optional<alpaca::AlpacaKeys>();
    // Half a key from here and half from the store would be a key of two accounts.
    if (keys.keyId.isEmpty() || keys.secretKey.isEmpty())
        return Error{ErrorKind::Unauthorised,
                     "host.keys.half",
                     "The environment gives half a broker key: set both STRIKEDESK_SECRET_ALPACA_KEY_ID and "
                     "STRIKEDESK_SECRET_ALPACA_SECRET_KEY, or neither to use the stored key.",
                     {},
                     {}};
    return std::optional(std::move(keys));
}

bool hasDataKeyInEnvironment() { return !secretFromEnvironment(kDataVariable).isEmpty(); }

std::string keySlotOf(session::Mode mode) { return mode == session::Mode::Live ? "live" : "paper"; }

void BrokerKeyFinder::find(session::Mode mode, std::shared_ptr<Redactor> redactor,
                           std::function<void(Result<alpaca::AlpacaKeys>)> answered) const {
    auto given = keysFromEnvironment();
    if (!given) {
        answered(given.error());
        return;
    }
    if (given->has_value()) {
        answered(hiddenFromLogs(std::move(**given), *redactor));
        return;
    }
    m_stored.load(keySlotOf(mode), [redactor = std::move(redactor), answered = std::move(answered)](
                                       Result<std::optional<keys::StoredKeys>> found) {
        if (!found)
            answered(found.error());
        else if (!found->has_value())
            answered(noKeys());
        else
            answered(hiddenFromLogs({std::move((*found)->keyId), std::move((*found)->secretKey)}, *redactor));
    });
}

void BrokerKeyFinder::findDataKey(std::shared_ptr<Redactor> redactor,
                                  std::function<void(Result<Secret>)> answered) const {
    const auto hidden = [redactor = std::move(redactor)](Secret key) -> Result<Secret> {
        if (const Status added = redactor->add(key); !added)
            return added.error();
        return key;
    };
    if (Secret given = secretFromEnvironment(kDataVariable); !given.isEmpty()) {
        answered(hidden(std::move(given)));
        return;
    }
    m_stored.load(keys::kDataSlot,
                  [hidden, answered = std::move(answered)](Result<std::optional<keys::StoredKeys>> found) {
                      // Where there is no key store there is no stored key; the program works without.
                      const bool isNoStore = !found && found.error().kind == ErrorKind::Unavailable;
                      if (!found && !isNoStore)
                          answered(found.error());
                      else if (isNoStore || !found->has_value())
                          answered(Secret());
                      else
                          answered(hidden(std::move((*found)->secretKey)));
                  });
}

} // namespace strikedesk::host
