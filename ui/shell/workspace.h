// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/shell/default_layouts.h"
#include "ui/shell/panel_dock.h"

#include <QJsonObject>
#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <vector>

class QFrame;

namespace strikedesk::ui {

/// What workspaces work with.
struct WorkspaceHost {
    PanelContext context;
    const PanelCatalog& catalog;
    /// A panel was made; its actions can be taken up.
    std::function<void(PanelDock&)> panelAdded = {};
    /// A panel (as saved) shall go on in a window of its own.
    std::function<void(const QJsonObject&)> openInNewWindow = {};
};

/// One dock area with its panels. Filled when it is first shown, so that a workspace never looked at costs
/// nothing. Layouts are {"docks": [...], "state": base64, "isDefault": bool}. The arrangement is kept as a
/// person made it; another size of the window only derives from it, so a small window, a maximised one or a
/// restart never wear it away.
class Workspace : public QMainWindow {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::Workspace)

public:
    static constexpr int kMostPanels = 40;
    /// Grows when docks change in a way an older arrangement cannot describe.
    static constexpr int kStateVersion = 1;

    Workspace(WorkspaceHost& host, WorkspaceKind kind, QWidget* parent);

    const WorkspaceKind& kind() const { return m_kind; }
    /// Null when the kind is not in the catalog or the workspace is full.
    PanelDock* addPanel(const QString& kind);
    std::vector<PanelDock*> docks() const;
    PanelDock* activeDock() const { return m_active; }
    /// The last one that had the keyboard becomes the active panel.
    void setActiveDock(PanelDock* dock);

    void maximise(PanelDock& dock);
    void unmaximise();
    bool isMaximised() const { return !m_beforeMaximise.isEmpty(); }

    /// Nothing that docks reported or a size asked for is still to be done.
    bool isAtRest() const { return !m_isApplying && !m_changed.isActive() && !m_fitting.isActive(); }
    void resetLayout();
    QJsonObject save() const;
    /// Hostile on the way in: unknown kinds are left away, too many cut off, a bad arrangement becomes the
    /// default one. Panels already here stay, with their state unless `withPanelStates`.
    void restore(const QJsonObject& saved, bool withPanelStates = true);
    /// Panels made now rather than when first shown.
    void fill();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    QMenu* createPopupMenu() override { return nullptr; }

private:
    PanelDock* makeDock(const QString& kind, int number);
    int freeNumber(const QString& kind) const;
    PanelDock* dockNamed(const QString& name) const;
    void drop(PanelDock& dock);
    void dropAll();
    void arrange();
    PanelDock* placeFront(QStringList& kinds, PanelDock* beside, Qt::Orientation side);
    PanelDock* dockOf(const LayoutCell& place) const;
    void shareRoom();
    void shareHeight(const LayoutColumn& column);
    void apply(const QJsonObject& saved, bool withPanelStates);
    bool applyState(const QByteArray& state);
    /// `isRearranged`: places or sizes changed by hand, not only which tab is in front.
    void noteChange(bool isRearranged);
    void takeArrangement();
    void fitLater();
    void fit();
    bool hasFloating() const;
    void clampFloating();
    void showHint();

    WorkspaceHost& m_host;
    WorkspaceKind m_kind;
    QJsonObject m_pending; ///< what to restore when first shown
    bool m_isFilled = false;
    bool m_isDefault = false;    ///< nobody changed the default arrangement
    bool m_isRearranged = false; ///< the change under way is one of places or sizes
    bool m_isApplying = false;   ///< what docks report is the program's doing
    QByteArray m_arranged;       ///< the arrangement as a person made it; empty: as it is now
    QTimer m_changed;            ///< joins the reports of one change
    QTimer m_fitting;            ///< joins resizes
    QByteArray m_beforeMaximise;
    PanelDock* m_active = nullptr;
    QWidget* m_hint = nullptr;
};

} // namespace strikedesk::ui
