// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/support/panel_rig.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace strikedesk::ui {

/// A panel that says what it was given; its state is a word.
class PlainPanel final : public Panel {
public:
    PlainPanel(PanelContext context, QString kind, QWidget* parent)
        : Panel(std::move(context), parent), m_kind(std::move(kind)) {}

    QString title() const override {
        const Symbol& symbol = selection().underlying;
        return symbol.isEmpty() ? m_kind
                                : m_kind + QStringLiteral(" · ") + QString::fromStdString(symbol.text());
    }
    QString headerNote() const override { return QStringLiteral("note"); }
    std::vector<PanelAction> actions() override {
        return {
            {m_kind + QStringLiteral(".act"), QStringLiteral("Act on ") + m_kind,
             QKeySequence(QStringLiteral("Space")), [this] { ++acted; }},
            {m_kind + QStringLiteral(".picture"), QStringLiteral("Picture of ") + m_kind,
             m_kind == QLatin1String("chart") ? QKeySequence(QStringLiteral("Ctrl+Shift+S")) : QKeySequence(),
             [this] { ++pictures; }}};
    }
    QJsonObject saveState() const override { return {{QStringLiteral("word"), word}}; }
    void restoreState(const QJsonObject& state) override {
        word = state.value(QLatin1String("word")).toString();
    }

    QString word;
    int acted = 0;
    int pictures = 0;

protected:
    void refresh(const engine::EngineSnapshot&) override {}
    void selectionChanged(const LinkSelection&) override { updateHeader(); }

private:
    QString m_kind;
};

inline PanelCatalog plainCatalog() {
    PanelCatalog catalog;
    for (const char* id : {"watchlist", "chart", "contract_chart", "chain", "matrix", "ticket", "positions",
                           "orders", "fills", "notifications", "journal"})
        catalog.push_back({QString::fromLatin1(id), QString::fromLatin1(id).toUpper(),
                           [kind = QString::fromLatin1(id)](PanelContext context, QWidget* parent) -> Panel* {
                               return new PlainPanel(std::move(context), kind, parent);
                           }});
    return catalog;
}

/// A window over the scripted desk, with its files in a folder of its own.
struct ShellRig {
    PanelRig rig;
    ScriptedVault vault;
    ScriptedData data;
    QTemporaryDir folder;
    PanelCatalog catalog = plainCatalog();
    ShellServices services{folder.path(), folder.path(), QStringLiteral("0.0.1"), QStringLiteral("en"), false,
                           vault,         data};
    std::unique_ptr<MainWindow> window;

    ShellRig() {
        Theme::current().apply(ThemeKind::Dark, SignColours::GreenRed);
        services.quit = [] {};
        rig.desk.show(SnapshotBuilder().build());
        rig.desk.setNow(SnapshotBuilder::at());
    }
    void open(QSize size = QSize(1920, 1080)) {
        window = std::make_unique<MainWindow>(rig.context(), catalog, services);
        window->resize(size);
        window->show();
        until([this] { return window->isRestored(); });
        settle();
    }
    void close() { window.reset(); }
    /// Lets queued work happen until something is true; false when it never was.
    static bool until(const std::function<bool()>& isTrue) { return QTest::qWaitFor(isTrue, 5000); }
    /// Lets what is queued happen, once. A millisecond is the least that also runs timers of zero; what needs
    /// longer waits for its condition with until().
    static void settle() { QTest::qWait(1); }
    PanelDock* dock(const char* name) const {
        return window->workspace().findChild<QWidget*>(QString::fromLatin1(name))
                   ? dynamic_cast<PanelDock*>(
                         window->workspace().findChild<QWidget*>(QString::fromLatin1(name)))
                   : nullptr;
    }
    PlainPanel& panel(const char* name) const { return dynamic_cast<PlainPanel&>(dock(name)->panel()); }
    template <class W>
    W* child(const char* name) const {
        return window->findChild<W*>(QString::fromLatin1(name));
    }
};

} // namespace strikedesk::ui
