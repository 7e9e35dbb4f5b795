// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/workspace.h"

#include "ui/shell/empty_workspace.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPointer>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

namespace strikedesk::ui {

Workspace::Workspace(WorkspaceHost& host, WorkspaceKind kind, QWidget* parent)
    : QMainWindow(parent, Qt::Widget), m_host(host), m_kind(std::move(kind)) {
    setWindowFlags(Qt::Widget);
    setObjectName(QStringLiteral("workspace.") + m_kind.id);
    setAccessibleName(m_kind.name);
    setDockNestingEnabled(true);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks | AnimatedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    for (QTimer* timer : {&m_changed, &m_fitting}) {
        timer->setSingleShot(true);
        timer->setInterval(0);
    }
    connect(&m_changed, &QTimer::timeout, this, [this] { takeArrangement(); });
    connect(&m_fitting, &QTimer::timeout, this, [this] { fit(); });
}

std::vector<PanelDock*> Workspace::docks() const {
    std::vector<PanelDock*> found;
    for (QObject* child : children())
        if (auto* dock = dynamic_cast<PanelDock*>(child))
            found.push_back(dock);
    return found;
}

PanelDock* Workspace::dockNamed(const QString& name) const {
    for (PanelDock* dock : docks())
        if (dock->objectName() == name)
            return dock;
    return nullptr;
}

int Workspace::freeNumber(const QString& kind) const {
    int number = 1;
    while (dockNamed(QStringLiteral("%1#%2").arg(kind).arg(number)))
        ++number;
    return number;
}

PanelDock* Workspace::makeDock(const QString& kind, int number) {
    const auto known = std::find_if(m_host.catalog.begin(), m_host.catalog.end(),
                                    [&](const PanelKind& one) { return one.id == kind; });
    if (known == m_host.catalog.end() || docks().size() >= static_cast<std::size_t>(kMostPanels))
        return nullptr;
    auto* dock = new PanelDock(m_host.context, *known, number, this);
    dock->setGroup(LinkGroup::A);
    // Later: the dock is still in its own close event.
    dock->closeAsked = [this](PanelDock& closed) {
        QTimer::singleShot(0, this, [this, held = QPointer<PanelDock>(&closed)] {
            if (held)
                drop(*held);
        });
    };
    dock->windowAsked = [this](PanelDock& moved) {
        const QJsonObject saved = moved.save();
        moved.close();
        if (m_host.openInNewWindow)
            m_host.openInNewWindow(saved);
    };
    dock->maximiseAsked = [this](PanelDock& asked) { isMaximised() ? unmaximise() : maximise(asked); };
    dock->isMaximised = [this] { return isMaximised(); };
    connect(dock, &QDockWidget::topLevelChanged, this, [this] { noteChange(true); });
    connect(dock, &QDockWidget::dockLocationChanged, this, [this] { noteChange(true); });
    connect(dock, &QDockWidget::visibilityChanged, this, [this] { noteChange(false); });
    if (m_host.panelAdded)
        m_host.panelAdded(*dock);
    return dock;
}

PanelDock* Workspace::addPanel(const QString& kind) {
    fill();
    unmaximise();
    PanelDock* dock = makeDock(kind, freeNumber(kind));
    if (!dock)
        return nullptr;
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    // Beside the panel in use, so that it appears where the person looks.
    PanelDock* beside = m_active && !m_active->isFloating() ? m_active : nullptr;
    for (PanelDock* other : docks())
        if (!beside && other != dock && !other->isFloating())
            beside = other;
    if (beside)
        tabifyDockWidget(beside, dock);
    dock->show();
    dock->raise();
    setActiveDock(dock);
    noteChange(true);
    showHint();
    return dock;
}

void Workspace::drop(PanelDock& dock) {
    if (m_active == &dock)
        m_active = nullptr;
    unmaximise();
    removeDockWidget(&dock);
    delete &dock;
    noteChange(true);
    showHint();
}

void Workspace::dropAll() {
    m_active = nullptr;
    m_beforeMaximise.clear();
    for (PanelDock* dock : docks()) {
        removeDockWidget(dock);
        delete dock;
    }
}

void Workspace::setActiveDock(PanelDock* dock) {
    if (m_active == dock)
        return;
    if (m_active)
        m_active->setActive(false);
    m_active = dock;
    if (m_active)
        m_active->setActive(true);
}

void Workspace::maximise(PanelDock& dock) {
    if (isMaximised() || dock.isFloating())
        return;
    m_beforeMaximise = m_arranged.isEmpty() ? saveState(kStateVersion) : m_arranged;
    for (PanelDock* other : docks())
        if (other != &dock && !other->isFloating())
            other->hide();
    dock.show();
    dock.raise();
}

void Workspace::unmaximise() {
    if (!isMaximised())
        return;
    applyState(std::exchange(m_beforeMaximise, {}));
    fitLater();
}

void Workspace::showHint() {
    const bool isEmpty = docks().empty();
    if (isEmpty && !m_hint) {
        auto* hint = new EmptyWorkspace(m_kind, m_host.catalog, this);
        hint->addAsked = [this](const QString& kind) { addPanel(kind); };
        hint->resetAsked = [this] { resetLayout(); };
        m_hint = hint;
    }
    if (!m_hint)
        return;
    m_hint->setGeometry(rect());
    m_hint->setVisible(isEmpty);
    m_hint->raise();
}

void Workspace::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    fill();
    fitLater();
}

void Workspace::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    if (m_hint)
        m_hint->setGeometry(rect());
    if (isVisible())
        fitLater();
}

bool Workspace::event(QEvent* event) {
    // Separators between docks belong to this widget: letting one go is a change by hand.
    if (event->type() == QEvent::LayoutRequest)
        for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
            tabs->setDrawBase(false); // a bright line in some styles
    const bool isLetGo = event->type() == QEvent::MouseButtonRelease;
    const bool isTaken = QMainWindow::event(event);
    if (isLetGo)
        noteChange(true);
    return isTaken;
}

void Workspace::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().colour(Token::Canvas));
}

} // namespace strikedesk::ui
