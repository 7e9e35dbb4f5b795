// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/desk/desk_driver.h"

#include "ui/shell/hit_list.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QTabBar>
#include <QUrl>

namespace strikedesk::test {

namespace {

constexpr QSize kSize(1920, 1080);
constexpr int kPictureMs = 300;

host::Environment environmentOf(const std::filesystem::path& folder) {
    host::CommonOptions common;
    common.program = "gui_desk_test";
    common.dataDirectory = folder.string();
    // Market time runs fast: what is ten seconds old here is a second old for the person at the screen.
    common.values = {{"orders.horizon_seconds", "10"},
                     {"quotes.manual_age_seconds", "60"},
                     {"quotes.display_age_seconds", "60"},
                     {"alpaca.data_requests_per_minute", "10000"}};
    auto environment = host::prepare(common);
    EXPECT_TRUE(environment.ok()) << (environment ? "" : environment.error().message);
    return std::move(*environment);
}

} // namespace

DeskDriver::DeskDriver(DeskOptions options) : m_options(std::move(options)) {
    desk::TerminalOptions terminal;
    terminal.sandboxProgram = m_options.venueProgram;
    terminal.speed = m_options.speed;
    m_terminal = std::make_unique<desk::Terminal>(environmentOf(m_options.folder), terminal);
    window().resize(kSize);
    window().show();
    window().activateWindow();
    m_terminal->start();
}

DeskDriver::~DeskDriver() { window().closeNow(); }

bool DeskDriver::untilReady() {
    const bool isShown = QTest::qWaitForWindowActive(&window(), kPatienceMs) &&
                         until([this] { return window().isRestored(); });
    // The offscreen screen is small, and a restored window is fitted to its screen.
    window().resize(kSize);
    if (auto* skip = part<QWidget>("welcome.skip"))
        click(skip);
    const bool isReady = until([this] {
        const auto shown = snapshot();
        return shown->account && shown->sessionOpen && shown->readiness >= trade::Readiness::Ready &&
               !m_terminal->links().selection(ui::LinkGroup::A).underlying.isEmpty();
    });
    EXPECT_TRUE(isShown) << "the window did not come up";
    EXPECT_TRUE(isReady) << "not ready: " << snapshot()->why << " " << m_terminal->desk().facts().trouble;
    return isShown && isReady;
}

std::uint16_t DeskDriver::venuePort() {
    const std::string url = m_terminal->desk().session()->config().endpoints.tradingBaseUrl;
    return static_cast<std::uint16_t>(QUrl(QString::fromStdString(url)).port());
}

ui::PanelDock* DeskDriver::dock(const char* name) {
    for (ui::PanelDock* held : window().workspace().docks())
        if (held->objectName() == QLatin1String(name))
            return held;
    return nullptr;
}

QStringList DeskDriver::linesOf(const QAbstractItemModel& model) {
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(QLatin1Char('|'));
    }
    return lines;
}

QStringList DeskDriver::linesOf(const char* dock, const char* table) {
    auto* view = part<QAbstractItemView>(dock, table);
    return view ? linesOf(*view->model()) : QStringList();
}

void DeskDriver::raise(const char* name) {
    ui::PanelDock* wanted = dock(name);
    ASSERT_NE(wanted, nullptr) << name;
    for (QTabBar* bar : window().workspace().findChildren<QTabBar*>())
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
            if (bar->tabText(tab) == wanted->windowTitle())
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
    EXPECT_TRUE(until([&] { return wanted->panel().isVisible() && !wanted->visibleRegion().isEmpty(); }))
        << name;
}

void DeskDriver::click(QWidget* widget) {
    ASSERT_NE(widget, nullptr);
    ASSERT_TRUE(widget->isVisible() && widget->isEnabled()) << widget->objectName().toStdString();
    QTest::mouseClick(widget, Qt::LeftButton);
}

void DeskDriver::type(QLineEdit* field, const QString& text) {
    ASSERT_NE(field, nullptr);
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

void DeskDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window(), key, modifiers);
}

void DeskDriver::command(const QString& words) {
    press(Qt::Key_K, Qt::ControlModifier);
    auto* field = part<QLineEdit>("palette.field");
    ASSERT_NE(field, nullptr);
    ASSERT_TRUE(field->isVisible());
    QTest::keyClicks(field, words);
    auto* hits = part<ui::HitList>("palette.list");
    ASSERT_TRUE(until([&] { return hits->count() > 0 && hits->item(0)->text() == words; }))
        << words.toStdString();
    QTest::keyClick(field, Qt::Key_Return);
}

void DeskDriver::searchSymbol(const QString& symbol) {
    auto* field = part<QLineEdit>("header.search");
    ASSERT_NE(field, nullptr);
    type(field, symbol);
    ASSERT_TRUE(until([&] {
        auto* hits = part<ui::HitList>("search.list");
        return hits && hits->isVisible() && hits->count() > 0 && hits->item(0)->text() == symbol;
    })) << symbol.toStdString();
    QTest::keyClick(field, Qt::Key_Return);
}

void DeskDriver::keepPicture(const std::string& step) {
    const QString folder = qEnvironmentVariable("STRIKEDESK_TEST_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const QString file = QStringLiteral("%1/%2-%3-%4.png")
                             .arg(folder, QString::fromStdString(m_options.pictures))
                             .arg(++m_pictures, 2, 10, QLatin1Char('0'))
                             .arg(QString::fromStdString(step));
    // What was just asked for is drawn in the next frames. Nothing tells when the last of them was, and no
    // test waits here: pictures are only taken for a person who asked for them by the variable.
    QTest::qWait(kPictureMs);
    EXPECT_TRUE(window().grab().save(file)) << file.toStdString();
}

} // namespace strikedesk::test
