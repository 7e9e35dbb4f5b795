// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readers/instrument_reader.h"
#include "ui/shell/action_registry.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace strikedesk::ui {

/// One answer to what a person typed.
struct Hit {
    QString title;  ///< "SOFI", "Reset the layout"
    QString detail; ///< "SoFi Technologies", "Layout"
    QString key;    ///< the action's key, or empty
    std::function<void()> run;
};

/// Which kind of answers comes first.
enum class FinderOrder : std::uint8_t {
    SymbolsFirst, ///< the search field
    ActionsFirst, ///< the command palette
};

/// Looks through actions and instruments at once. Actions answer at once, instruments when they are known.
/// GUI thread.
class Finder {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::Finder)

public:
    static constexpr std::size_t kMostHits = 12;

    Finder(const ActionRegistry& actions, InstrumentReader& instruments, FinderOrder order);

    /// `answered` is called with all hits so far, once or twice; never after the next ask or the end of this.
    void ask(const QString& query, std::function<void(std::vector<Hit>)> answered);
    /// A symbol was chosen.
    std::function<void(const Symbol& symbol)> symbolChosen;

private:
    std::vector<Hit> actionHits(const QString& query) const;
    std::vector<Hit> symbolHits(const std::vector<FoundInstrument>& found) const;

    const ActionRegistry& m_actions;
    InstrumentReader& m_instruments;
    FinderOrder m_order;
    std::shared_ptr<int> m_asking; ///< the question under way; another one makes it a stranger
};

} // namespace strikedesk::ui
