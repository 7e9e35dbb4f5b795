// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window's layout is saved and comes back.

#include "ui/shell/desk_window.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen_places.h"
#include "ui/shell/toasts.h"
#include "ui/theme/error_text.h"

#include <QJsonArray>

namespace strikedesk::ui {

namespace {

constexpr qsizetype kMostWindows = 12;

QString text(const QJsonObject& object, const char* key) {
    return object.value(QLatin1String(key)).toString();
}

} // namespace

QJsonObject MainWindow::capture() const {
    QJsonObject workspaces;
    for (const Workspace* workspace : m_workspaces)
        if (const QJsonObject saved = workspace->save(); !saved.isEmpty())
            workspaces.insert(workspace->kind().id, saved);
    QJsonArray further;
    for (const DeskWindow* window : windows())
        further.append(window->save());
    return {{QStringLiteral("place"), savePlace(*this)},
            {QStringLiteral("workspace"), m_kinds.value(m_header->workspace()).id},
            {QStringLiteral("workspaces"), workspaces},
            {QStringLiteral("windows"), further},
            {QStringLiteral("selections"), saveSelections()}};
}

QJsonObject MainWindow::arrangementOf(const QJsonObject& body) {
    QJsonObject arrangement;
    const QJsonObject workspaces = body.value(QLatin1String("workspaces")).toObject();
    for (auto entry = workspaces.begin(); entry != workspaces.end(); ++entry) {
        QJsonObject workspace = entry->toObject();
        QJsonArray docks;
        for (const QJsonValue& dock : workspace.value(QLatin1String("docks")).toArray()) {
            QJsonObject place = dock.toObject();
            place.remove(QLatin1String("panel"));
            docks.append(place);
        }
        workspace.insert(QLatin1String("docks"), docks);
        arrangement.insert(entry.key(), workspace);
    }
    return arrangement;
}

QJsonObject MainWindow::saveSelections() const {
    QJsonObject saved;
    for (int i = 1; i < kLinkGroupCount; ++i) {
        const LinkSelection& selection = m_context.links.selection(static_cast<LinkGroup>(i));
        if (!selection.underlying.isEmpty())
            saved.insert(
                groupLetter(static_cast<LinkGroup>(i)),
                QJsonObject{
                    {QStringLiteral("underlying"), QString::fromStdString(selection.underlying.text())},
                    {QStringLiteral("contract"), QString::fromStdString(selection.contract.text())}});
    }
    return saved;
}

void MainWindow::restoreSelections(const QJsonObject& saved) {
    for (int i = 1; i < kLinkGroupCount; ++i) {
        const auto group = static_cast<LinkGroup>(i);
        const QJsonObject entry = saved.value(groupLetter(group)).toObject();
        const auto underlying = Symbol::tryFrom(text(entry, "underlying").toStdString());
        const auto contract = Symbol::tryFrom(text(entry, "contract").toStdString());
        if (underlying && contract && contract->looksLikeOption())
            m_context.links.selectContract(group, *underlying, *contract);
        else if (underlying)
            m_context.links.selectUnderlying(group, *underlying);
    }
}

void MainWindow::readLayout() {
    m_store.readCurrent([this](const Result<StoredLayout>& found) {
        if (found) {
            applyBody(found->body);
            if (found->isLastGood)
                m_toasts->say(trade::NoticeLevel::Warning,
                              tr("The saved layout was damaged. The last good one is used instead."));
        } else if (found.error().kind != ErrorKind::NotFound) {
            m_toasts->say(trade::NoticeLevel::Warning,
                          tr("The saved layout could not be read. You see the default one."));
        }
        finishRestore();
        if (found)
            m_store.keepAsGood(capture());
    });
    refreshNamed();
}

void MainWindow::readKeys() {
    m_store.readKeys([this](const Result<QJsonObject>& found) {
        if (found)
            m_actions.restoreChosen(*found);
        else if (found.error().kind != ErrorKind::NotFound)
            m_toasts->say(trade::NoticeLevel::Warning,
                          tr("Your key map could not be read. The default keys are in force."));
    });
}

void MainWindow::finishRestore() {
    m_isRestored = true;
    m_stack->setCurrentWidget(&workspace());
    m_keeper->start();
    if (m_services.isFirstStart)
        openWelcome();
}

void MainWindow::applyBody(const QJsonObject& body) {
    restorePlace(*this, body.value(QLatin1String("place")).toObject());
    restoreSelections(body.value(QLatin1String("selections")).toObject());
    const QJsonObject workspaces = body.value(QLatin1String("workspaces")).toObject();
    for (Workspace* workspace : m_workspaces)
        if (const QJsonValue saved = workspaces.value(workspace->kind().id); saved.isObject())
            workspace->restore(saved.toObject());
    for (DeskWindow* window : windows())
        delete window;
    m_windows.clear();
    const QJsonArray further = body.value(QLatin1String("windows")).toArray();
    for (qsizetype i = 0; i < std::min(further.size(), kMostWindows); ++i)
        if (DeskWindow* window = openWindow())
            window->restore(further[i].toObject());
    showWorkspace(text(body, "workspace"));
}

void MainWindow::applyArrangement(const QJsonObject& body) {
    const QJsonObject workspaces = body.value(QLatin1String("workspaces")).toObject();
    for (Workspace* workspace : m_workspaces)
        if (const QJsonValue saved = workspaces.value(workspace->kind().id);
            saved.isObject() && saved.toObject() != workspace->save())
            workspace->restore(saved.toObject(), false);
}

void MainWindow::saveNamed(const QString& name) {
    m_store.writeNamed(name, capture(), [this, name](const Status& status) {
        m_toasts->say(status ? trade::NoticeLevel::Info : trade::NoticeLevel::Warning,
                      status ? tr("Layout “%1” saved.").arg(name) : errorText(status.error()));
        refreshNamed();
    });
}

void MainWindow::loadNamed(const QString& name) {
    m_keeper->look();
    m_store.readNamed(name, [this, name](const Result<QJsonObject>& found) {
        if (found)
            applyBody(*found);
        else
            m_toasts->say(trade::NoticeLevel::Warning,
                          tr("Layout “%1” cannot be read. Yours stays as it is.").arg(name));
    });
}

void MainWindow::removeNamed(const QString& name) {
    m_store.removeNamed(name, [this](const Status& status) {
        if (!status)
            m_toasts->say(trade::NoticeLevel::Warning, errorText(status.error()));
        refreshNamed();
    });
}

void MainWindow::refreshNamed() {
    m_store.names([this](const QStringList& names) {
        for (const QString& gone : m_named)
            if (!names.contains(gone))
                m_actions.remove(QStringLiteral("layout.load.") + gone);
        m_named = names;
        for (const QString& name : names)
            m_actions.add({QStringLiteral("layout.load.") + name, tr("Load the layout “%1”").arg(name),
                           tr("Layout"), QString(), QKeySequence(), [this, name] { loadNamed(name); }});
    });
}

DeskWindow* MainWindow::openWindow() {
    std::erase_if(m_windows, [](const QPointer<DeskWindow>& window) { return !window; });
    if (m_windows.size() >= static_cast<std::size_t>(kMostWindows))
        return nullptr;
    int number = 2;
    for (const DeskWindow* window : windows())
        number = std::max(number, window->number() + 1);
    auto* window = new DeskWindow(m_host, m_kill, number);
    window->panelMenuAsked = [this](const QPoint& place, DeskWindow& asked) {
        showPanelMenu(place, asked.workspace());
    };
    m_windows.emplace_back(window);
    showKeyTexts();
    window->show();
    return window;
}

} // namespace strikedesk::ui
