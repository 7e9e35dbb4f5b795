// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a workspace comes to its arrangement: the default one, a saved one, and back into a file.

#include "ui/shell/screen_places.h"
#include "ui/shell/workspace.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QSet>
#include <QTimer>

#include <algorithm>

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
    m_isDefault = true;
    m_arranged.clear();
    m_changed.stop(); // what the docks reported was this
    m_isRearranged = false;
    fitLater();
}

PanelDock* Workspace::dockOf(const LayoutCell& place) const {
    for (const QString& kind : place.kinds)
        if (PanelDock* dock = dockNamed(kind + QStringLiteral("#1")))
            return dock;
    return nullptr;
}

void Workspace::shareHeight(const LayoutColumn& column) {
    QList<QDockWidget*> fronts;
    QList<int> heights;
    QList<int> least;
    int shares = 0;
    for (const LayoutCell& place : column.cells)
        if (PanelDock* dock = dockOf(place)) {
            fronts.append(dock);
            heights.append(place.share);
            least.append(Theme::current().scaled(place.least));
            shares += place.share;
        }
    if (fronts.size() < 2)
        return;
    for (int& share : heights)
        share = height() * share / shares;
    // What a cell lacks the tallest one beside it gives.
    for (qsizetype i = 0; i < heights.size(); ++i) {
        const auto giver = std::distance(heights.begin(), std::max_element(heights.begin(), heights.end()));
        const int lacks = std::min(least[i] - heights[i], heights[giver] - least[giver]);
        if (lacks <= 0 || giver == i)
            continue;
        heights[i] += lacks;
        heights[giver] -= lacks;
    }
    resizeDocks(fronts, heights, Qt::Vertical);
}

void Workspace::shareRoom() {
    QList<QDockWidget*> heads;
    QList<int> widths;
    QList<int> least;
    for (const LayoutColumn& column : m_kind.columns) {
        shareHeight(column);
        PanelDock* head = nullptr;
        for (const LayoutCell& place : column.cells)
            head = head ? head : dockOf(place);
        if (!head)
            continue;
        heads.append(head);
        widths.append(Theme::current().scaled(column.width));
        least.append(Theme::current().scaled(column.least));
    }
    if (heads.size() < 2)
        return;
    // Side columns keep their width while the widest one has what it needs; below that all give.
    const auto widest = std::distance(widths.begin(), std::max_element(widths.begin(), widths.end()));
    const int room = width() - 4 * static_cast<int>(widths.size());
    int others = 0;
    int leastOthers = 0;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        others += i == widest ? 0 : widths[i];
        leastOthers += i == widest ? 0 : least[i];
    }
    const int lacks = std::clamp(least[widest] + others - room, 0, others - leastOthers);
    for (qsizetype i = 0; i < widths.size() && lacks > 0; ++i)
        if (i != widest)
            widths[i] -= lacks * (widths[i] - least[i]) / (others - leastOthers);
    widths[widest] = room - (others - lacks);
    resizeDocks(heads, widths, Qt::Horizontal);
}

void Workspace::resetLayout() {
    // Places and sizes only: what a panel shows stays with it.
    QList<QJsonObject> panels;
    for (const PanelDock* dock : docks())
        panels.append(dock->save());
    dropAll();
    m_pending = {};
    m_isFilled = true;
    arrange();
    for (const QJsonObject& saved : panels)
        if (PanelDock* dock = dockNamed(saved.value(QLatin1String("name")).toString()))
            dock->restore(saved);
    showHint();
}

QJsonObject Workspace::save() const {
    if (!m_isFilled)
        return m_pending;
    QJsonArray saved;
    for (const PanelDock* dock : docks())
        saved.append(dock->save());
    const QByteArray state = isMaximised()          ? m_beforeMaximise
                             : m_arranged.isEmpty() ? saveState(kStateVersion)
                                                    : m_arranged;
    return {{QStringLiteral("docks"), saved},
            {QStringLiteral("state"), QString::fromLatin1(state.toBase64())},
            {QStringLiteral("isDefault"), m_isDefault}};
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
    m_arranged.clear();
    m_isDefault = false;
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
    const QByteArray state = QByteArray::fromBase64(text.toLatin1());
    if (text.size() <= kLongestState && applyState(state)) {
        m_arranged = state;
        m_isDefault = saved.value(QLatin1String("isDefault")).toBool();
        fitLater();
    } else if (!entries.isEmpty() && wanted.isEmpty()) {
        arrange();
    }
    clampFloating();
}

bool Workspace::applyState(const QByteArray& state) {
    // Docks come, go and move one after the other: only the end of it is painted. Their reports arrive until
    // the queue is empty.
    m_isApplying = true;
    setUpdatesEnabled(false);
    const bool isTaken = restoreState(state, kStateVersion);
    m_changed.stop();
    QTimer::singleShot(0, this, [this] {
        m_isApplying = false;
        setUpdatesEnabled(true);
    });
    return isTaken;
}

void Workspace::noteChange(bool isRearranged) {
    if (m_isApplying || isMaximised() || !m_isFilled || !isVisible())
        return;
    m_isRearranged = m_isRearranged || isRearranged;
    m_changed.start();
}

void Workspace::takeArrangement() {
    if (isMaximised())
        return;
    m_isDefault = m_isDefault && !m_isRearranged;
    m_isRearranged = false;
    m_arranged = saveState(kStateVersion);
}

bool Workspace::hasFloating() const {
    const auto all = docks();
    return std::any_of(all.begin(), all.end(), [](const PanelDock* dock) { return dock->isFloating(); });
}

void Workspace::fitLater() {
    if (!m_isFilled)
        return;
    // Panels that merely became visible with the window are no change by hand.
    if (m_changed.isActive() && m_isRearranged)
        takeArrangement();
    m_changed.stop();
    m_fitting.start();
}

void Workspace::fit() {
    if (isMaximised() || !isVisible() || docks().empty())
        return;
    if (m_isDefault) {
        m_isApplying = true;
        shareRoom();
        m_changed.stop();
        QTimer::singleShot(0, this, [this] {
            m_isApplying = false;
            m_arranged = saveState(kStateVersion);
        });
    } else if (!m_arranged.isEmpty() && !hasFloating()) {
        // A floating panel would be sent back to where it was.
        applyState(m_arranged);
    }
}

void Workspace::clampFloating() {
    for (PanelDock* dock : docks())
        if (dock->isFloating())
            dock->setGeometry(clampedToScreens(dock->geometry()));
}

} // namespace strikedesk::ui
