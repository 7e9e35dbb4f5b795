// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/terminal.h"
#include "ui/panels/chain/chain_table.h"
#include "ui/panels/chart/chart_panel.h"
#include "ui/panels/matrix/ladder_view.h"
#include "ui/shell/panel_dock.h"

#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

class QAbstractButton;
class QAbstractItemModel;

namespace strikedesk::test {

/// What a window under test runs on.
struct DeskOptions {
    std::filesystem::path folder; ///< of the profile
    double speed = 10.0;          ///< market seconds a second
    /// What plays the venue when called with the word "sandbox".
    std::string venueProgram;
    std::string pictures; ///< names of the pictures of this window begin so
};

/// The whole window on a simulated venue, used as a person does: by what is on the screen. GUI thread; time
/// passes only inside the functions that begin with "until".
class DeskDriver {
public:
    static constexpr int kPatienceMs = 60'000;

    /// Opens the window and starts the session.
    explicit DeskDriver(DeskOptions options);
    /// Closes the window as its close button does, and ends the session.
    ~DeskDriver();
    DeskDriver(const DeskDriver&) = delete;
    DeskDriver& operator=(const DeskDriver&) = delete;

    /// Until the account is known, orders may be sent and the first symbol is shown.
    bool untilReady();
    static bool until(const std::function<bool()>& isTrue, int patienceMs = kPatienceMs) {
        return QTest::qWaitFor(isTrue, patienceMs);
    }

    desk::Terminal& terminal() { return *m_terminal; }
    ui::MainWindow& window() { return m_terminal->window(); }
    std::shared_ptr<const engine::EngineSnapshot> snapshot() { return m_terminal->desk().snapshot(); }
    /// The venue's port; the session runs.
    std::uint16_t venuePort();

    /// A dock of the workspace in front; null when there is none.
    ui::PanelDock* dock(const char* name);
    QString titleOf(const char* dock) { return this->dock(dock)->panel().title(); }
    /// A part of a panel by its object name; null when there is none.
    template <class W>
    W* part(const char* dockName, const char* name) {
        ui::PanelDock* held = dock(dockName);
        return held ? dynamic_cast<W*>(held->findChild<QWidget*>(QString::fromLatin1(name))) : nullptr;
    }
    template <class W>
    W* part(const char* name) {
        return dynamic_cast<W*>(window().findChild<QWidget*>(QString::fromLatin1(name)));
    }
    ui::ChainTable& chain() { return *part<ui::ChainTable>("chain#1", "chain.table"); }
    ui::LadderView& ladder() { return *part<ui::LadderView>("matrix#1", "matrix.ladder"); }
    ui::ChartPanel& chart(const char* dock) {
        return dynamic_cast<ui::ChartPanel&>(this->dock(dock)->panel());
    }
    /// The texts of a table, cells divided by "|".
    static QStringList linesOf(const QAbstractItemModel& model);
    QStringList linesOf(const char* dock, const char* table);

    /// Clicks the dock's tab when it lies behind another one.
    void raise(const char* dock);
    static void click(QWidget* widget);
    /// Replaces what stands in a field.
    static void type(QLineEdit* field, const QString& text);
    /// Presses a key wherever the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Runs a command through the palette, as typed.
    void command(const QString& words);
    /// Types into the header's search and takes the first hit.
    void searchSymbol(const QString& symbol);

    /// Keeps a picture of the window when STRIKEDESK_TEST_PICTURES names a folder.
    void keepPicture(const std::string& step);

private:
    DeskOptions m_options;
    std::unique_ptr<desk::Terminal> m_terminal;
    int m_pictures = 0;
};

} // namespace strikedesk::test
