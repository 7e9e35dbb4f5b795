// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a workspace comes to its arrangement: the default one, a saved one, and back into a file.

#include "ui/shell/screen_places.h"
#include "ui/shell/workspace.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QSet>
#include <QTimer>

namespace strikedesk::ui {

namespace {

constexpr qsizetype kLongestName = 80;
constexpr qsizetype kLongestState = 256 * 1024;

struct DockName {
    QString kind;
    int number = 0;
};

/// "chart#2"; a number of 0 when it is no such name.
DockName readName(const QString& name) {
    const qsizetype mark = name.lastIndexOf(QLatin1Char('#'));
    if (mark <= 0 || name.size() > kLongestName)
        return {};
    bool isNumber = false;
    const int number = name.mid(mark + 1).toInt(&isNumber);
    if (!isNumber || number < 1 || number > 10'000)
        return {};
    return {name.left(mark), number};
}

} // namespace

void Workspace::fill() {
    if (m_isFilled)
        return;
    m_isFilled = true;
    if (m_pending.isEmpty())
        arrange();
    else
        apply(std::exchange(m_pending, {}), true);
    showHint();
}

PanelDock* Workspace::placeFront(QStringList& kinds, PanelDock* beside, Qt::Orientation side) {
    while (!kinds.isEmpty()) {
        const QString kind = kinds.takeFirst();
        PanelDock* dock = makeDock(kind, freeNumber(kind));
        if (!dock)
            continue;
        if (beside)
            splitDockWidget(beside, dock, side);
        else
            addDockWidget(Qt::LeftDockWidgetArea, dock);
        dock->show();
        return dock;
    }
    return nullptr;
}

void Workspace::arrange() {
    // Columns first, then what stands below in them, tabs last: a split divides the place the first dock has,
    // and a dock split from one with tabs becomes a further tab of it.
    struct Stack {
        PanelDock* front;
        QStringList behind;
    };
    std::vector<Stack> stacks;
    std::vector<PanelDock*> heads;
    for (const LayoutColumn& column : m_kind.columns) {
        QStringList kinds = column.cells.isEmpty() ? QStringList() : column.cells.first().kinds;
        heads.push_back(placeFront(kinds, heads.empty() ? nullptr : heads.back(), Qt::Horizontal));
        if (heads.back())
            stacks.push_back({heads.back(), kinds});
        else
            heads.pop_back();
    }
    for (const LayoutColumn& column : m_kind.columns) {
        PanelDock* above = column.cells.isEmpty() ? nullptr : dockOf(column.cells.first());
        for (qsizetype i = 1; i < column.cells.size(); ++i) {
            QStringList kinds = column.cells[i].kinds;
            if (PanelDock* front = placeFront(kinds, above, Qt::Vertical)) {
                stacks.push_back({front, kinds});
                above = front;
            }
        }
    }
    for (const Stack& stack : stacks) {
        PanelDock* last = stack.front;
        for (const QString& kind : stack.behind)
            if (PanelDock* dock = makeDock(kind, freeNumber(kind))) {
                tabifyDockWidget(last, dock);
                dock->show();
                last = dock;
            }
        stack.front->raise();
    }
    m_roomUnshared = true;
    if (isVisible())
        QTimer::singleShot(0, this, [this] { shareRoom(); });
}

PanelDock* Workspace::dockOf(const LayoutCell& place) const {
    for (const QString& kind : place.kinds)
        if (PanelDock* dock = dockNamed(kind + QStringLiteral("#1")))
            return dock;
    return nullptr;
}

void Workspace::shareRoom() {
    if (!m_roomUnshared || width() < 200)
        return;
    m_roomUnshared = false;
    QList<QDockWidget*> heads;
    QList<int> widths;
    for (const LayoutColumn& column : m_kind.columns) {
        QList<QDockWidget*> fronts;
        QList<int> heights;
        for (const LayoutCell& place : column.cells)
            if (PanelDock* dock = dockOf(place)) {
                fronts.append(dock);
                heights.append(place.share);
            }
        if (fronts.isEmpty())
            continue;
        heads.append(fronts.first());
        widths.append(Theme::current().scaled(column.width));
        if (fronts.size() > 1) {
            int shares = 0;
            for (const int share : heights)
                shares += share;
            for (int& share : heights)
                share = height() * share / shares;
            resizeDocks(fronts, heights, Qt::Vertical);
        }
    }
    if (heads.size() < 2)
        return;
    // Side columns keep their width, the widest one gives or takes the rest.
    const auto widest = std::distance(widths.begin(), std::max_element(widths.begin(), widths.end()));
    int others = 0;
    for (qsizetype i = 0; i < widths.size(); ++i)
        others += i == widest ? 0 : widths[i];
    widths[widest] = std::max(widths[widest] / 2, width() - others - 4 * static_cast<int>(widths.size()));
    resizeDocks(heads, widths, Qt::Horizontal);
}

void Workspace::resetLayout() {
    dropAll();
    m_pending = {};
    m_isFilled = true;
    arrange();
    showHint();
}

QJsonObject Workspace::save() const {
    if (!m_isFilled)
        return m_pending;
    QJsonArray saved;
    for (const PanelDock* dock : docks())
        saved.append(dock->save());
    const QByteArray state = isMaximised() ? m_beforeMaximise : saveState(kStateVersion);
    return {{QStringLiteral("docks"), saved},
            {QStringLiteral("state"), QString::fromLatin1(state.toBase64())}};
}

void Workspace::restore(const QJsonObject& saved, bool withPanelStates) {
    if (!m_isFilled && !isVisible()) {
        m_pending = saved;
        return;
    }
    m_isFilled = true;
    apply(saved, withPanelStates);
    showHint();
}

void Workspace::apply(const QJsonObject& saved, bool withPanelStates) {
    m_beforeMaximise.clear();
    QSet<QString> wanted;
    const QJsonArray entries = saved.value(QLatin1String("docks")).toArray();
    for (const QJsonValue& value : entries) {
        const QJsonObject entry = value.toObject();
        const DockName name = readName(entry.value(QLatin1String("name")).toString());
        const QString full = QStringLiteral("%1#%2").arg(name.kind).arg(name.number);
        if (name.number == 0 || wanted.contains(full))
            continue;
        PanelDock* dock = dockNamed(full);
        const bool isNew = dock == nullptr;
        if (isNew)
            dock = makeDock(name.kind, name.number);
        if (!dock)
            continue;
        if (isNew)
            addDockWidget(Qt::LeftDockWidgetArea, dock);
        wanted.insert(full);
        if (isNew || withPanelStates)
            dock->restore(entry);
        dock->show();
    }
    for (PanelDock* dock : docks())
        if (!wanted.contains(dock->objectName()))
            drop(*dock);
    const QString text = saved.value(QLatin1String("state")).toString();
    const bool isArranged =
        text.size() <= kLongestState && restoreState(QByteArray::fromBase64(text.toLatin1()), kStateVersion);
    if (!isArranged && !entries.isEmpty() && wanted.isEmpty())
        arrange();
    clampFloating();
}

void Workspace::clampFloating() {
    for (PanelDock* dock : docks())
        if (dock->isFloating())
            dock->setGeometry(clampedToScreens(dock->geometry()));
}

} // namespace strikedesk::ui
