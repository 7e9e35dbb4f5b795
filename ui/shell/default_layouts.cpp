// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/default_layouts.h"

#include <QCoreApplication>

namespace strikedesk::ui {

namespace {

struct LayoutWords {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::Workspaces)
};

LayoutCell cell(std::initializer_list<const char*> kinds, int share, int least = 0) {
    LayoutCell made;
    for (const char* kind : kinds)
        made.kinds.append(QString::fromLatin1(kind));
    made.share = share;
    made.least = least;
    return made;
}

WorkspaceKind tradeWorkspace() {
    return {QStringLiteral("trade"),
            LayoutWords::tr("Trade"),
            LayoutWords::tr("Every panel is closed. Add one below, or reset the layout."),
            {{{cell({"watchlist"}, 1)}, 286, 226},
             {{cell({"chart", "contract_chart"}, 540, 220), cell({"chain"}, 308, 200),
               cell({"positions", "orders", "fills"}, 176, 120)},
              950,
              640},
             {{cell({"matrix"}, 1)}, 302, 224},
             {{cell({"ticket"}, 690, 500), cell({"notifications", "journal"}, 320, 150)}, 350, 350}}};
}

} // namespace

QList<WorkspaceKind> workspaceKinds() {
    const QString comes = LayoutWords::tr("Its own panels come with a later version. You can already put any "
                                          "panel here.");
    return {
        tradeWorkspace(),
        {QStringLiteral("scan"),
         LayoutWords::tr("Scan"),
         LayoutWords::tr("Here you will screen the market for candidates. %1").arg(comes),
         {}},
        {QStringLiteral("signals"),
         LayoutWords::tr("Signals"),
         LayoutWords::tr("Here you will see why a signal was raised, and approve or reject it. %1")
             .arg(comes),
         {}},
        {QStringLiteral("risk"),
         LayoutWords::tr("Risk"),
         LayoutWords::tr("Here you will see limits, exposure and the profit curve. %1").arg(comes),
         {}},
        {QStringLiteral("film"),
         LayoutWords::tr("Film"),
         LayoutWords::tr("Finished trades and their charts belong here. Add the journal below."),
         {{{cell({"journal"}, 1)}, 640}, {{cell({"chart"}, 1), cell({"contract_chart"}, 1)}, 1280}}},
        {QStringLiteral("lab"),
         LayoutWords::tr("Lab"),
         LayoutWords::tr("Here you will write and test strategies. %1").arg(comes),
         {}},
        {QStringLiteral("desk"),
         LayoutWords::tr("Desk"),
         LayoutWords::tr("Everything that happened today belongs here. Add the notifications below."),
         {{{cell({"notifications"}, 1)}, 760}, {{cell({"orders"}, 1), cell({"fills"}, 1)}, 1160}}},
    };
}

} // namespace strikedesk::ui
