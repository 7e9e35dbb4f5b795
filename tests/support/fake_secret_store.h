// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/secret_store.h"

#include <map>
#include <utility>
#include <vector>

namespace strikedesk {

/// Keeps secrets in memory and answers at once, later when told, or fails as told.
class FakeSecretStore final : public SecretStore {
public:
    void read(const std::string& name, std::function<void(Result<std::optional<Secret>>)> answered) override {
        answer([this, name, answered = std::move(answered)] {
            ++reads;
            const auto found = held.find(name);
            if (failure)
                answered(*failure);
            else if (found == held.end())
                answered(std::optional<Secret>());
            else
                answered(std::optional<Secret>(Secret(found->second)));
        });
    }
    void write(const std::string& name, Secret value, std::function<void(Status)> answered) override {
        std::string text = value.reveal([](std::string_view bytes) { return std::string(bytes); });
        answer([this, name, text = std::move(text), answered = std::move(answered)] {
            if (!failure)
                held[name] = text;
            answered(failure ? Status(*failure) : done());
        });
    }
    void remove(const std::string& name, std::function<void(Status)> answered) override {
        answer([this, name, answered = std::move(answered)] {
            if (!failure)
                held.erase(name);
            answered(failure ? Status(*failure) : done());
        });
    }
    /// Answers everything that was asked while `isSlow`.
    void answerAll() {
        for (const auto& one : std::exchange(m_waiting, {}))
            one();
    }

    std::map<std::string, std::string> held;
    std::optional<Error> failure;
    bool isSlow = false; ///< answers wait for answerAll()
    int reads = 0;

private:
    void answer(std::function<void()> one) {
        if (isSlow)
            m_waiting.push_back(std::move(one));
        else
            one();
    }
    std::vector<std::function<void()>> m_waiting;
};

/// What a system without a key store answers, and one whose owner said no.
inline Error noKeyStore() {
    return {ErrorKind::Unavailable, "keys.no_store", "No key store is running.", {}, {}};
}
inline Error keyStoreRefused() {
    return {ErrorKind::Refused, "keys.refused", "The key store did not let this program in.", {}, {}};
}

} // namespace strikedesk
