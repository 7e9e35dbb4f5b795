// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/desk_catalog.h"

#include "app/desk/screenshot_saver.h"
#include "ui/panels/blotter/fills_panel.h"
#include "ui/panels/blotter/orders_panel.h"
#include "ui/panels/blotter/positions_panel.h"
#include "ui/panels/chain/chain_panel.h"
#include "ui/panels/chart/chart_panel.h"
#include "ui/panels/journal/journal_panel.h"
#include "ui/panels/matrix/matrix_panel.h"
#include "ui/panels/notifications/notifications_panel.h"
#include "ui/panels/ticket/ticket_panel.h"
#include "ui/panels/watchlist/watchlist_panel.h"

#include <QCoreApplication>

namespace strikedesk::desk {

// lupdate loses the class of a string after a return type of another namespace.
using ui::PanelCatalog;

namespace {

struct PanelNames {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::desk::PanelNames)
};

/// A chart whose pictures are files.
template <class Make>
auto savingTo(ScreenshotSaver* screenshots, Make make) {
    return [screenshots, make](ui::PanelContext context, QWidget* parent) -> ui::Panel* {
        ui::Panel* panel = make(std::move(context), parent);
        if (auto* chart = dynamic_cast<ui::ChartPanel*>(panel); chart != nullptr && screenshots != nullptr)
            chart->screenshotTaken = [screenshots](const QImage& picture, const QString& name,
                                                   std::function<void(Status)> answered) {
                screenshots->save(picture, name, std::move(answered));
            };
        return panel;
    };
}

} // namespace

PanelCatalog panelCatalog(ScreenshotSaver* screenshots) {
    return {
        {QStringLiteral("watchlist"), PanelNames::tr("Watchlist"), ui::makeWatchlistPanel},
        {QStringLiteral("chart"), PanelNames::tr("Chart"), savingTo(screenshots, ui::makeChartPanel)},
        {QStringLiteral("contract_chart"), PanelNames::tr("Contract chart"),
         savingTo(screenshots, ui::makeContractChartPanel)},
        {QStringLiteral("chain"), PanelNames::tr("Options chain"), ui::makeChainPanel},
        {QStringLiteral("matrix"), PanelNames::tr("Matrix"), ui::makeMatrixPanel},
        {QStringLiteral("ticket"), PanelNames::tr("Order ticket"), ui::makeTicketPanel},
        {QStringLiteral("positions"), PanelNames::tr("Positions"), ui::makePositionsPanel},
        {QStringLiteral("orders"), PanelNames::tr("Orders"), ui::makeOrdersPanel},
        {QStringLiteral("fills"), PanelNames::tr("Fills"), ui::makeFillsPanel},
        {QStringLiteral("notifications"), PanelNames::tr("Notifications"), ui::makeNotificationsPanel},
        {QStringLiteral("journal"), PanelNames::tr("Journal"), ui::makeJournalPanel},
    };
}

} // namespace strikedesk::desk
