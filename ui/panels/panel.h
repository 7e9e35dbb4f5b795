// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/link/arming.h"
#include "ui/link/link_board.h"
#include "ui/link/ticket_board.h"
#include "ui/readers/chain_reader.h"
#include "ui/readers/desk_reader.h"
#include "ui/readers/instrument_reader.h"
#include "ui/readers/journal_reader.h"
#include "ui/readers/series_reader.h"
#include "ui/readers/settings_reader.h"
#include "ui/readers/watchlist_reader.h"

#include <QJsonObject>
#include <QKeySequence>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

namespace strikedesk::ui {

/// Everything a panel works with. All references outlive every panel.
struct PanelContext {
    DeskReader& desk;
    DeskCommands& commands;
    SeriesReader& series;
    WatchlistReader& watchlists;
    InstrumentReader& instruments;
    JournalReader& journal;
    SettingsReader& settings;
    std::function<std::unique_ptr<ChainReader>()> makeChain;
    LinkBoard& links;
    TicketBoard& tickets;
    Arming& arming;
};

/// One thing a panel can do, for the key map, the command palette and F1.
struct PanelAction {
    QString id;       ///< "matrix.recentre"
    QString name;     ///< translated, imperative: "Re-centre the ladder"
    QKeySequence key; ///< the default; may be empty
    std::function<void()> run;
};

/// A dockable part of a workspace. The dock draws its frame: group dot, title, `headerNote`, menu. Subclasses
/// are GUI-thread only, set accessible names, and never wait.
class Panel : public QWidget {
public:
    Panel(PanelContext context, QWidget* parent);
    ~Panel() override;

    /// What the title bar says: "Matrix · SOFI 27 Nov 29 C".
    virtual QString title() const = 0;
    /// Right end of the title bar, muted: "1 position · 1 working".
    virtual QString headerNote() const { return {}; }
    virtual std::vector<PanelAction> actions() { return {}; }
    /// What a layout keeps besides place and group; hostile on the way in.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject&) {}

    LinkGroup linkGroup() const { return m_group; }
    void setLinkGroup(LinkGroup group);
    /// The title or the note changed; set by the dock.
    std::function<void()> headerChanged;

protected:
    /// A newer snapshot while the panel can be seen, or it has just become visible. At most once a frame.
    virtual void refresh(const engine::EngineSnapshot& snapshot) = 0;
    /// The group looks at something else, or the panel joined another group.
    virtual void selectionChanged(const LinkSelection& selection) { (void)selection; }
    /// Colours changed.
    virtual void themeChanged() { update(); }

    PanelContext& context() { return m_context; }
    const PanelContext& context() const { return m_context; }
    LinkSelection selection() const { return m_context.links.selection(m_group); }
    void selectUnderlying(const Symbol& underlying);
    void selectContract(const Symbol& underlying, const Symbol& contract);
    /// `act` runs once a second while the panel can be seen: ages run on between snapshots.
    void everySecond(std::function<void()> act);
    void updateHeader() {
        if (headerChanged)
            headerChanged();
    }

    void showEvent(QShowEvent* event) override;

private:
    PanelContext m_context;
    LinkGroup m_group = LinkGroup::None;
    QTimer m_second;
    Subscription m_snapshots;
    Subscription m_linked;
    Subscription m_themed;
};

} // namespace strikedesk::ui
