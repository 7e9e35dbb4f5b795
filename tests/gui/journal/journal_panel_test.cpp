// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/journal/journal_rows.h"
#include "tests/gui/support/panel_rig.h"
#include "ui/panels/journal/journal_panel.h"
#include "ui/panels/journal/picture_thumb.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace strikedesk::ui {

namespace {

class JournalPanelTest : public ::testing::Test {
protected:
    JournalPanelTest() {
        panel->setLinkGroup(LinkGroup::A);
        panel->resize(1100, 500);
        panel->show();
    }
    template <class W>
    W* find(const char* name) const {
        return panel->findChild<W*>(QString::fromLatin1(name));
    }
    QTableView* table() const { return find<QTableView>("journal.table"); }
    void type(const char* text) {
        auto* notes = find<QPlainTextEdit>("journal.notes");
        notes->setFocus();
        QTest::keyClicks(notes, QString::fromLatin1(text));
    }
    const JournalRow& held(const std::string& id) const {
        return *std::find_if(rig.journal.held.begin(), rig.journal.held.end(),
                             [&](const JournalRow& row) { return row.id == id; });
    }

    PanelRig rig;
    std::unique_ptr<Panel> panel{makeJournalPanel(rig.context(), nullptr)};
};

} // namespace

TEST_F(JournalPanelTest, SaysWhenATradeWillBeHere) {
    EXPECT_TRUE(find<QLabel>("journal.empty")->isVisible());
    rig.journal.set(journalRows(9));
    EXPECT_FALSE(find<QLabel>("journal.empty")->isVisible());
    EXPECT_EQ(table()->model()->rowCount(), 9);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("9 trades"));
    EXPECT_TRUE(find<QLabel>("journal.totals")->text().contains(QStringLiteral("66.7 % won")));
}

TEST_F(JournalPanelTest, TotalsAreThoseOfTheFilter) {
    rig.journal.set(journalRows(40));
    find<QLineEdit>("journal.filter")->setText(QStringLiteral("sofi"));
    EXPECT_EQ(table()->model()->rowCount(), 10);
    EXPECT_EQ(panel->headerNote(), QStringLiteral("10 trades"));
    find<QLineEdit>("journal.filter")->setText(QStringLiteral("nothing-like-it"));
    EXPECT_TRUE(find<QLabel>("journal.empty")->text().contains(QStringLiteral("No trade matches")));
    find<QLineEdit>("journal.filter")->clear();
    EXPECT_EQ(table()->model()->rowCount(), 40);
}

TEST_F(JournalPanelTest, SavesNotesAndTags) {
    rig.journal.set(journalRows(5));
    table()->selectRow(1);
    EXPECT_FALSE(find<QPushButton>("journal.save")->isEnabled());
    type("Held too long.");
    find<QLineEdit>("journal.tags")->clear();
    QTest::keyClicks(find<QLineEdit>("journal.tags"), QStringLiteral("late, gap"));
    QTest::mouseClick(find<QPushButton>("journal.save"), Qt::LeftButton);
    EXPECT_EQ(held("trade-1").notes, "Held too long.");
    EXPECT_EQ(held("trade-1").tags, (std::vector<std::string>{"late", "gap"}));
    EXPECT_EQ(find<QLabel>("journal.said")->text(), QStringLiteral("saved"));
}

TEST_F(JournalPanelTest, WhatWasTypedIsKeptWhenAnotherTradeIsChosen) {
    rig.journal.set(journalRows(5));
    table()->selectRow(1);
    type("First thought.");
    table()->selectRow(2);
    EXPECT_EQ(held("trade-1").notes, "First thought.");
    EXPECT_TRUE(find<QPlainTextEdit>("journal.notes")->toPlainText().isEmpty());
    EXPECT_TRUE(held("trade-2").notes.empty());
    type("Second thought.");
    panel.reset();
    EXPECT_EQ(held("trade-2").notes, "Second thought.");
}

TEST_F(JournalPanelTest, NewerRowsLeaveWhatIsBeingTypedAlone) {
    rig.journal.set(journalRows(5));
    table()->selectRow(1);
    type("In the middle of a");
    auto rows = journalRows(5);
    rows.insert(rows.begin(), journalRow(99));
    rig.journal.set(rows);
    EXPECT_EQ(find<QPlainTextEdit>("journal.notes")->toPlainText(), QStringLiteral("In the middle of a"));
    EXPECT_EQ(table()->currentIndex().row(), 2) << "the same trade, one further down";
}

TEST_F(JournalPanelTest, ShowsAPictureOrTheSentenceWhyNot) {
    QTemporaryDir folder;
    QImage image(320, 180, QImage::Format_RGB32);
    image.fill(0xff336699);
    const QString file = folder.filePath(QStringLiteral("entry.png"));
    ASSERT_TRUE(image.save(file));
    auto rows = journalRows(2);
    rows[0].pictures = {{"entry", "contract", file.toStdString(), rows[0].openedAt},
                        {"exit", "contract", file.toStdString() + ".gone", rows[0].closedAt}};
    rig.journal.set(rows);
    table()->selectRow(0);
    std::vector<PictureThumb*> thumbs;
    for (QWidget* widget : panel->findChildren<QWidget*>(QStringLiteral("journal.picture")))
        if (auto* thumb = dynamic_cast<PictureThumb*>(widget))
            thumbs.push_back(thumb);
    ASSERT_EQ(thumbs.size(), 2U);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return thumbs[0]->hasPicture() && thumbs[1]->sentence().contains(QStringLiteral("gone:")); },
        5000));
    EXPECT_FALSE(thumbs[1]->isEnabled());
    QTest::mouseClick(thumbs[0], Qt::LeftButton);
    auto* window = thumbs[0]->findChild<QWidget*>(QStringLiteral("journal.enlarged"));
    ASSERT_NE(window, nullptr);
    EXPECT_TRUE(window->isWindow());
    EXPECT_FALSE(window->isModal());
}

TEST_F(JournalPanelTest, CopiesWhatIsShownAsCsv) {
    rig.journal.set(journalRows(8));
    find<QLineEdit>("journal.filter")->setText(QStringLiteral("sofi"));
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(find<QPushButton>("journal.copy"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }, 5000));
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(QStringLiteral("SOFI261127C00029000")), 2);
}

TEST_F(JournalPanelTest, ALayoutGivesSizesAndNothingElse) {
    auto* splitter = panel->findChild<QSplitter*>(QStringLiteral("journal.splitter"));
    splitter->setSizes({500, 300});
    const QList<int> sizes = splitter->sizes();
    const QJsonObject saved = panel->saveState();
    splitter->setSizes({300, 500});
    panel->restoreState(saved);
    EXPECT_EQ(splitter->sizes(), sizes);
    const Qt::Orientation orientation = splitter->orientation();
    for (const QJsonValue& hostile :
         {QJsonValue(QStringLiteral("AAAA/wAAAAEAAAAC")), QJsonValue(QJsonArray{1}),
          QJsonValue(QJsonArray{0, 0}), QJsonValue(QJsonArray{QStringLiteral("x"), QJsonObject()}),
          QJsonValue(7)}) {
        panel->restoreState({{QStringLiteral("sizes"), hostile}, {QStringLiteral("split"), hostile}});
        EXPECT_EQ(splitter->sizes(), sizes);
    }
    panel->restoreState({{QStringLiteral("sizes"), QJsonArray{-5, 1e300}}});
    EXPECT_GE(splitter->sizes().at(0), 0);
    EXPECT_EQ(splitter->orientation(), orientation);
    EXPECT_FALSE(splitter->childrenCollapsible());
}

} // namespace strikedesk::ui
