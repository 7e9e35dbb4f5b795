// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/support/scripted_desk.h"
#include "tests/gui/support/scripted_readers.h"
#include "tests/gui/support/snapshot_builder.h"
#include "ui/settings/data_page.h"

#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {
namespace {

using market::Capability;
using market::Grant;
using market::Vendor;

struct PageRig {
    ScriptedDesk desk;
    ScriptedData data;
    std::unique_ptr<DataPage> page;

    void open() {
        page = std::make_unique<DataPage>(data, desk, nullptr);
        page->show();
    }
    QLabel* cell(const char* vendor, Capability capability) const {
        return page->findChild<QLabel*>(QStringLiteral("settings.data.%1.%2")
                                            .arg(QString::fromLatin1(vendor))
                                            .arg(static_cast<int>(capability)));
    }
    QString advice() const {
        return page->findChild<QLabel*>(QStringLiteral("settings.data.advice"))->text();
    }
};

TEST(DataPage, ShowsWhatEachKeyMayHaveAndWhatCouldBeChanged) {
    PageRig rig;
    rig.open();
    EXPECT_EQ(rig.cell("alpaca", Capability::News)->text(), QStringLiteral("not known yet"));
    EXPECT_EQ(rig.cell("polygon", Capability::News), nullptr) << "no key, no column";
    EXPECT_TRUE(rig.advice().contains(QStringLiteral("Polygon key"))) << "and how to get one";

    rig.data.held.grants = market::GrantTable({Vendor::Polygon, Vendor::Alpaca});
    rig.data.held.grants.set(Vendor::Alpaca, Capability::Chain, {Grant::Delayed, "Indicative."});
    rig.data.held.grants.set(Vendor::Polygon, Capability::Chain, {Grant::RealTime, ""});
    rig.data.held.advice = {"Set alpaca.option_feed to opra."};
    rig.data.held.use = {{Vendor::Polygon, 3, 5, false}, {Vendor::Alpaca, 0, 200, true}};
    rig.data.publish();
    EXPECT_EQ(rig.cell("alpaca", Capability::Chain)->text(), QStringLiteral("delayed"));
    EXPECT_EQ(rig.cell("alpaca", Capability::Chain)->toolTip(), QStringLiteral("Indicative."));
    EXPECT_EQ(rig.cell("polygon", Capability::Chain)->text(), QStringLiteral("real time"));
    EXPECT_EQ(rig.advice(), QStringLiteral("Set alpaca.option_feed to opra."));
    QStringList words;
    for (const QLabel* label : rig.page->findChildren<QLabel*>())
        words += label->text();
    EXPECT_TRUE(words.contains(QStringLiteral("3 of 5")));
    EXPECT_TRUE(words.contains(QStringLiteral("paused after failures; tried again by itself")));
}

TEST(DataPage, MarksTheStreamInUseAndAsksAgainOnDemand) {
    PageRig rig;
    rig.data.held.grants = market::GrantTable({Vendor::Alpaca, Vendor::Polygon});
    rig.data.held.grants.set(Vendor::Alpaca, Capability::StockStream, {Grant::RealTime, ""});
    rig.data.held.grants.set(Vendor::Polygon, Capability::StockStream, {Grant::RealTime, ""});
    rig.open();
    engine::EngineSnapshot snapshot;
    snapshot.links[engine::Channel::StockStream] = {engine::LinkState::Open, "", Vendor::Polygon};
    rig.desk.show(snapshot);
    EXPECT_EQ(rig.cell("polygon", Capability::StockStream)->text(), QStringLiteral("real time, in use"));
    EXPECT_EQ(rig.cell("alpaca", Capability::StockStream)->text(), QStringLiteral("real time"));
    auto* ask = rig.page->findChild<QPushButton*>(QStringLiteral("settings.data.ask"));
    QTest::mouseClick(ask, Qt::LeftButton);
    EXPECT_EQ(rig.data.asked, 1);
    rig.data.held.isAsking = true;
    rig.data.publish();
    EXPECT_FALSE(ask->isEnabled());
}

} // namespace
} // namespace strikedesk::ui
