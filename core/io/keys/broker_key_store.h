// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_store.h"

namespace strikedesk::keys {

/// The two halves of a broker's key.
struct StoredKeys {
    Secret keyId;
    Secret secretKey;
};

/// The end of a key id for recognition: four characters, fewer of a short one. All of a key that may be
/// shown.
std::string shownEnd(const Secret& keyId);

/// The slot of Polygon's data key. It has one part only: `secretKey`; its `keyId` is kDataKeyId.
inline constexpr const char* kDataSlot = "polygon";
inline constexpr const char* kDataKeyId = "polygon";

/// The broker's keys of one profile, paper and live in slots of their own: a key of one can never be read as
/// the other's. Both halves are one entry of the store, so they change together. Slots are "paper", "live"
/// and kDataSlot; another one is an error. Thread and answers as in SecretStore.
class BrokerKeyStore {
public:
    /// `store` outlives this.
    BrokerKeyStore(SecretStore& store, std::string profile) : m_store(store), m_profile(std::move(profile)) {}

    /// Whether keys are stored: the last four characters of the key id, or nothing.
    void look(const std::string& slot,
              std::function<void(Result<std::optional<std::string>>)> answered) const;
    /// The keys themselves, for the session only.
    void load(const std::string& slot, std::function<void(Result<std::optional<StoredKeys>>)> answered) const;
    /// Errors: a half that is empty, longer than 200 characters or holds blanks or control characters.
    void store(const std::string& slot, const Secret& keyId, const Secret& secretKey,
               std::function<void(Status)> answered) const;
    void remove(const std::string& slot, std::function<void(Status)> answered) const;

private:
    /// Under which name a slot's entry is kept; an error for another slot.
    Result<std::string> entryOf(const std::string& slot) const;

    SecretStore& m_store;
    std::string m_profile;
};

} // namespace strikedesk::keys
