// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/finder.h"

#include "core/base/option_symbol.h"
#include "ui/shell/fuzzy.h"
#include "ui/theme/format.h"

#include <algorithm>

namespace strikedesk::ui {

namespace {

std::vector<Hit> joined(std::vector<Hit> first, const std::vector<Hit>& second) {
    // Half of the room is kept for the second kind, so that a busy first one never hides it.
    const std::size_t room = Finder::kMostHits - std::min(second.size(), Finder::kMostHits / 2);
    if (first.size() > room)
        first.resize(room);
    for (const Hit& hit : second)
        if (first.size() < Finder::kMostHits)
            first.push_back(hit);
    return first;
}

} // namespace

Finder::Finder(const ActionRegistry& actions, InstrumentReader& instruments, FinderOrder order)
    : m_actions(actions), m_instruments(instruments), m_order(order) {}

std::vector<Hit> Finder::actionHits(const QString& query) const {
    struct Scored {
        const ShellAction* action;
        int score;
    };
    std::vector<Scored> scored;
    for (const ShellAction& action : m_actions.all()) {
        auto score = fuzzyScore(query, action.name);
        if (const auto wide = fuzzyScore(query, action.group + QLatin1Char(' ') + action.name))
            score = std::max(score.value_or(0), *wide / 2);
        if (score)
            scored.push_back({&action, *score});
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const Scored& a, const Scored& b) { return a.score > b.score; });
    // What is offered before a word is typed is one careless Enter away: nothing that stops or arms trading.
    if (query.isEmpty())
        std::stable_partition(scored.begin(), scored.end(), [](const Scored& one) {
            return !one.action->id.startsWith(QLatin1String("kill.")) &&
                   !one.action->id.startsWith(QLatin1String("arming."));
        });
    std::vector<Hit> hits;
    for (const Scored& one : scored) {
        if (hits.size() == kMostHits)
            break;
        hits.push_back({one.action->name, one.action->group,
                        one.action->key.toString(QKeySequence::NativeText), one.action->run});
    }
    return hits;
}

std::vector<Hit> Finder::symbolHits(const std::vector<FoundInstrument>& found) const {
    std::vector<Hit> hits;
    for (const FoundInstrument& instrument : found)
        hits.push_back({contractText(instrument.symbol),
                        instrument.isTradable
                            ? QString::fromStdString(instrument.name)
                            : tr("%1 (not tradable)").arg(QString::fromStdString(instrument.name)),
                        QString(), [this, symbol = instrument.symbol] {
                            if (symbolChosen)
                                symbolChosen(symbol);
                        }});
    return hits;
}

void Finder::ask(const QString& query, std::function<void(std::vector<Hit>)> answered) {
    m_asking = std::make_shared<int>(0);
    const QString text = query.trimmed();
    const bool isShort = text.isEmpty();
    // An empty search field offers nothing; an empty palette offers everything there is to do.
    std::vector<Hit> actions =
        isShort && m_order == FinderOrder::SymbolsFirst ? std::vector<Hit>() : actionHits(text);
    std::vector<Hit> known;
    const auto typed = Symbol::tryFrom(text.toUpper().toStdString());
    if (typed && OptionSymbol::tryFrom(*typed))
        known = symbolHits({{*typed, contractLongText(*typed).toStdString(), true, true}});
    answered(m_order == FinderOrder::ActionsFirst ? joined(actions, known) : joined(known, actions));
    if (isShort)
        return;
    m_instruments.search(text.toStdString(), kMostHits,
                         [this, held = std::weak_ptr<int>(m_asking), actions = std::move(actions), known,
                          answered = std::move(answered)](const Result<std::vector<FoundInstrument>>& found) {
                             if (held.expired() || !found)
                                 return;
                             std::vector<Hit> symbols = known;
                             for (Hit& hit : symbolHits(*found))
                                 symbols.push_back(std::move(hit));
                             answered(m_order == FinderOrder::ActionsFirst ? joined(actions, symbols)
                                                                           : joined(symbols, actions));
                         });
}

} // namespace strikedesk::ui
