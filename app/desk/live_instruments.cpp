// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/live_instruments.h"

#include <algorithm>
#include <utility>

namespace strikedesk::desk {

namespace {

constexpr int kAgainMs = 10'000;

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

bool hasWordBeginning(const std::string& name, const std::string& start) {
    for (std::size_t at = name.find(start); at != std::string::npos; at = name.find(start, at + 1))
        if (at == 0 || name[at - 1] == ' ')
            return true;
    return false;
}

/// 0 the symbol itself, 1 a symbol that begins so, 2 a name with such a word, 3 nothing.
int rankOf(const ui::FoundInstrument& instrument, const std::string& wanted) {
    const std::string_view symbol = instrument.symbol.view();
    if (symbol == wanted)
        return 0;
    if (symbol.starts_with(wanted))
        return 1;
    return hasWordBeginning(upper(instrument.name), wanted) ? 2 : 3;
}

} // namespace

std::vector<ui::FoundInstrument> bestMatches(const std::vector<ui::FoundInstrument>& listed,
                                             const std::string& text, std::size_t limit) {
    const std::string wanted = upper(text);
    if (wanted.empty())
        return {};
    std::vector<ui::FoundInstrument> found;
    for (int rank = 0; rank < 3 && found.size() < limit; ++rank)
        for (const ui::FoundInstrument& instrument : listed)
            if (found.size() < limit && rankOf(instrument, wanted) == rank)
                found.push_back(instrument);
    return found;
}

LiveInstruments::LiveInstruments(LiveDesk& desk, ContractBook& book) : m_desk(desk), m_book(book) {
    m_again.setSingleShot(true);
    QObject::connect(&m_again, &QTimer::timeout, [this] { load(); });
}

void LiveInstruments::load() {
    if (m_desk.session() == nullptr)
        return;
    m_desk.session()->assets(
        [this, alive = std::weak_ptr(m_alive)](const Result<std::vector<alpaca::Asset>>& answer) {
            if (alive.expired())
                return;
            if (answer)
                return take(*answer);
            m_again.start(kAgainMs);
            if (const auto waiting = std::exchange(m_waiting, {}))
                waiting(answer.error());
        });
}

void LiveInstruments::take(const std::vector<alpaca::Asset>& assets) {
    m_listed.clear();
    for (const alpaca::Asset& asset : assets) {
        const auto symbol = Symbol::tryFrom(asset.symbol);
        if (!symbol || asset.status != "active")
            continue;
        m_listed.push_back({*symbol, asset.name, asset.hasAttribute("has_options"), asset.isTradable});
    }
    std::sort(m_listed.begin(), m_listed.end(),
              [](const auto& a, const auto& b) { return a.symbol < b.symbol; });
    m_isLoaded = true;
    if (const auto waiting = std::exchange(m_waiting, {}))
        waiting(done());
}

Status LiveInstruments::exists(const Symbol& symbol) const {
    if (!m_isLoaded)
        return Error{ErrorKind::Unavailable, "instruments.loading",
                     "The broker's list of symbols is still being read. Try again in a moment."};
    for (const auto& listed : m_listed)
        if (listed.symbol == symbol)
            return done();
    // The simulated market is small, and nobody can know which symbols it has.
    constexpr std::size_t kFew = 40;
    if (m_listed.size() <= kFew && m_desk.facts().mode == ui::DeskMode::Demo) {
        std::string names;
        for (const auto& listed : m_listed)
            names += (names.empty() ? "" : ", ") + listed.symbol.text();
        return Error{ErrorKind::NotFound, "instruments.unknown",
                     symbol.text() + ": " + "the demo does not have that symbol. It trades: " + names + "."};
    }
    return Error{ErrorKind::NotFound, "instruments.unknown",
                 symbol.text() + ": " +
                     "the broker does not list that symbol. Check the spelling or search by name."};
}

void LiveInstruments::search(const std::string& text, std::size_t limit,
                             std::function<void(Result<std::vector<ui::FoundInstrument>>)> answered) {
    if (!m_isLoaded) {
        // Answered as soon as the list is there; of several questions only the newest matters then.
        if (const auto before = std::exchange(m_waiting, {}))
            before(Error{ErrorKind::Unavailable, "instruments.loading",
                         "The broker's list of symbols is still being read. Try again in a moment."});
        m_waiting = [this, text, limit, answered = std::move(answered)](const Status& status) {
            status ? search(text, limit, answered) : answered(status.error());
        };
        return;
    }
    answered(bestMatches(m_listed, text, limit));
}

} // namespace strikedesk::desk
