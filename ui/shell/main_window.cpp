// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/main_window.h"

#include "core/base/option_symbol.h"
#include "ui/settings/settings_window.h"
#include "ui/shell/arm_button.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/desk_mode.h"
#include "ui/shell/desk_window.h"
#include "ui/shell/global_search.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/key_map_page.h"
#include "ui/shell/kill_panel.h"
#include "ui/shell/quit_panel.h"
#include "ui/shell/status_line.h"
#include "ui/shell/toasts.h"
#include "ui/shell/window_frame.h"
#include "ui/theme/error_text.h"
#include "ui/theme/theme.h"
#include "ui/welcome/welcome_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {
constexpr QSize kFirstSize(1600, 960);
/// Below this the panels of the trade workspace no longer fit side by side.
constexpr QSize kLeastSize(1280, 680);
} // namespace

MainWindow::MainWindow(PanelContext context, const PanelCatalog& catalog, ShellServices& services)
    : m_context(std::move(context)), m_catalog(catalog), m_services(services),
      m_kill(m_context.desk, m_context.commands, m_context.arming), m_keys(m_actions),
      m_host{m_context, m_catalog}, m_store(services.layoutDirectory), m_kinds(workspaceKinds()) {
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kLeastSize);
    resize(kFirstSize);
    addActions();
    m_host.panelAdded = [this](PanelDock& dock) { takeUp(dock); };
    m_host.openInNewWindow = [this](const QJsonObject& saved) {
        DeskWindow* window = openWindow();
        if (!window)
            return;
        window->workspace().fill();
        if (PanelDock* dock = window->workspace().addPanel(saved.value(QLatin1String("kind")).toString()))
            dock->restore(saved);
    };
    build();

    m_keys.alwaysId = QStringLiteral("kill.engage");
    m_keys.isOurs = [this](const QWidget* window) {
        return window == this || dynamic_cast<const DeskWindow*>(window) != nullptr;
    };
    m_keys.typed = [this](QWidget*, const QString& text) {
        activateWindow();
        m_header->search().begin(text);
    };
    m_keys.panelUsed = [this](PanelDock& dock) { panelUsed(dock); };
    m_kill.moreAsked = [this] { m_killPanel->open(); };
    m_killChanged = m_kill.subscribe([this] { refresh(); });
    m_actionsChanged = m_actions.subscribe([this] { showKeyTexts(); });
    m_snapshots = m_context.desk.subscribe([this] {
        m_kill.refresh();
        refresh();
    });
    m_themed = Theme::current().subscribe([this] { update(); });
    m_keeper = std::make_unique<LayoutKeeper>(
        m_store, LayoutKeeper::Source{[this] { return capture(); }, arrangementOf,
                                      [this] { return QStringLiteral("%1x%2").arg(width()).arg(height()); },
                                      [this](const QJsonObject& body) { applyArrangement(body); }});
    m_keeper->failed = [this](const Error& error) {
        m_toasts->say(trade::NoticeLevel::Warning, errorText(error));
    };
    showKeyTexts();
    refresh();
    m_frames.start();
    readKeys();
    readLayout();
}

MainWindow::~MainWindow() {
    for (const QPointer<DeskWindow>& window : m_windows)
        delete window.data();
    delete m_settings.data();
    delete m_keyMap.data();
    // Before the members they look at.
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::build() {
    m_header = new HeaderBar(m_context, m_actions, m_kill, m_kinds, this);
    m_header->workspaceChosen = [this](int place) {
        if (m_isRestored)
            m_stack->setCurrentWidget(m_workspaces.at(static_cast<std::size_t>(place)));
    };
    m_header->panelMenuAsked = [this](const QPoint& place) { showPanelMenu(place, workspace()); };
    m_header->windowMenuAsked = [this](const QPoint& place) { showWindowMenu(place); };
    m_header->search().finder().symbolChosen = [this](const Symbol& symbol) { selectSymbol(symbol); };
    m_status = new StatusLine(m_context.desk, this);
    m_status->keysAsked = [this] { openSettings(QStringLiteral("keys")); };
    if (m_services.restartSession)
        m_status->retryAsked = [this] { m_services.restartSession(); };
    m_stack = new QStackedWidget(this);
    // Until the layout is known nothing is shown: a default that jumps into another arrangement unsettles.
    m_stack->addWidget(new QWidget(m_stack));
    for (const WorkspaceKind& kind : m_kinds) {
        m_workspaces.push_back(new Workspace(m_host, kind, m_stack));
        m_stack->addWidget(m_workspaces.back());
    }
    auto* column = new QVBoxLayout(this);
    const int rim = WindowFrame::kWidth;
    column->setContentsMargins(rim, rim, rim, rim);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(6, 6, 6, 2);
    inset->addWidget(m_stack);
    column->addLayout(inset, 1);
    column->addWidget(m_status);

    m_toasts = new Toasts(this);
    m_toasts->setFoot(m_status->height());
    m_palette = new CommandPalette(m_actions, m_context.instruments, this);
    m_palette->finder().symbolChosen = [this](const Symbol& symbol) { selectSymbol(symbol); };
    m_killPanel = new KillPanel(m_kill, this);
    m_quitPanel = new QuitPanel(this);
    m_quitPanel->confirmed = [this] { closeNow(); };
    m_frame = new WindowFrame(m_context.desk, m_context.arming, this);
}

void MainWindow::refresh() {
    const auto snapshot = m_context.desk.snapshot();
    m_header->refresh();
    m_header->armButton().setBlocked(m_kill.isOn() ? tr("The kill switch is on: release it before arming.")
                                                   : QString());
    m_status->refresh(m_kill.level());
    m_toasts->take(*snapshot);
    if (!m_kill.isOn())
        m_toasts->drop("kill.set");
    m_frame->refresh();
    const QString title = tr("[%1] Strikedesk").arg(modeWord(m_context.desk.facts().mode));
    if (title != windowTitle())
        setWindowTitle(title);
    for (DeskWindow* window : windows())
        window->refresh();
}

Workspace& MainWindow::workspace() {
    return *m_workspaces.at(static_cast<std::size_t>(std::max(0, m_header->workspace())));
}

void MainWindow::showWorkspace(const QString& id) {
    for (int i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds[i].id != id)
            continue;
        m_header->setWorkspace(i);
        if (m_isRestored)
            m_stack->setCurrentWidget(m_workspaces[static_cast<std::size_t>(i)]);
    }
}

std::vector<DeskWindow*> MainWindow::windows() const {
    std::vector<DeskWindow*> open;
    for (const QPointer<DeskWindow>& window : m_windows)
        if (window)
            open.push_back(window.data());
    return open;
}

LinkGroup MainWindow::groupInUse() const {
    for (const QPointer<PanelDock>& dock : m_used)
        if (dock && dock->panel().isVisible() && dock->panel().linkGroup() != LinkGroup::None)
            return dock->panel().linkGroup();
    return LinkGroup::A;
}

void MainWindow::selectSymbol(const Symbol& symbol) {
    if (const auto option = OptionSymbol::tryFrom(symbol))
        m_context.links.selectContract(groupInUse(), option->underlying(), symbol);
    else
        m_context.links.selectUnderlying(groupInUse(), symbol);
}

void MainWindow::closeNow() {
    m_mayClose = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_keeper->look();
    const QStringList ending = endsWithProgram(*m_context.desk.snapshot());
    if (!m_mayClose && !qApp->isSavingSession() && !ending.isEmpty()) {
        event->ignore();
        m_quitPanel->open(ending);
        activateWindow();
        return;
    }
    for (DeskWindow* window : windows())
        window->hide();
    event->accept();
    if (m_services.quit)
        m_services.quit();
    else
        QCoreApplication::quit();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    // What no panel wanted: a letter starts the search.
    const QString text = event->text();
    if (text.size() == 1 && text[0].isLetter() && !(event->modifiers() & ~Qt::ShiftModifier))
        m_header->search().begin(text);
    else
        QWidget::keyPressEvent(event);
}

void MainWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().colour(Token::Canvas));
}

} // namespace strikedesk::ui
