// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Menus and keys of the watchlist, and CSV in and out.

#include "ui/panels/watchlist/watchlist_panel_parts.h"
#include "ui/table/csv.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <utility>

namespace strikedesk::ui {

namespace {

constexpr qint64 kMaxFile = 1024 * 1024;
constexpr std::size_t kMaxImport = 2000;
constexpr int kMaxReported = 5;

} // namespace

/// One import under way: how many answers are missing, what was refused.
struct WatchlistPanel::Import {
    std::size_t waiting = 0;
    int added = 0;
    int refused = 0;
    QStringList lines;
};

std::vector<PanelAction> WatchlistPanel::actions() {
    const auto key = [](QKeyCombination code) { return QKeySequence(code); };
    return {
        {QStringLiteral("watchlist.remove"), tr("Remove the symbol from the list"), key(Qt::Key_Delete),
         [this] { removeCurrent(); }},
        {QStringLiteral("watchlist.undo"), tr("Undo the last change of a watchlist"),
         key(Qt::ControlModifier | Qt::Key_Z), [this] { undo(); }},
        {QStringLiteral("watchlist.moveUp"), tr("Move the symbol up"), key(Qt::AltModifier | Qt::Key_Up),
         [this] { moveCurrent(-1); }},
        {QStringLiteral("watchlist.moveDown"), tr("Move the symbol down"),
         key(Qt::AltModifier | Qt::Key_Down), [this] { moveCurrent(1); }},
        {QStringLiteral("watchlist.add"), tr("Add a symbol"), key(Qt::Key_Insert),
         [this] { m_bar->beginAdd(QString()); }},
        {QStringLiteral("watchlist.newList"), tr("New watchlist"), QKeySequence(), [this] { createList(); }},
        {QStringLiteral("watchlist.renameList"), tr("Rename the watchlist"), key(Qt::Key_F2),
         [this] { renameList(); }},
        {QStringLiteral("watchlist.removeList"), tr("Delete the watchlist"), QKeySequence(),
         [this] { removeList(); }},
        {QStringLiteral("watchlist.import"), tr("Import symbols from a CSV file"), QKeySequence(),
         [this] { chooseImport(); }},
        {QStringLiteral("watchlist.export"), tr("Export the watchlist as a CSV file"), QKeySequence(),
         [this] { chooseExport(); }},
    };
}

void WatchlistPanel::fillListMenu(QMenu& menu) {
    const auto add = [&](const char* name, const QString& label, bool isOn, auto run) {
        QAction* action = menu.addAction(label);
        action->setObjectName(QLatin1String("watchlist.menu.") + QLatin1String(name));
        action->setEnabled(isOn);
        connect(action, &QAction::triggered, this, run);
    };
    const bool hasList = !m_list.empty();
    add("new", tr("New watchlist"), true, [this] { createList(); });
    add("rename", tr("Rename"), hasList, [this] { renameList(); });
    add("delete", tr("Delete"), hasList, [this] { removeList(); });
    menu.addSeparator();
    add("import", tr("Import CSV …"), hasList, [this] { chooseImport(); });
    add("export", tr("Export CSV …"), hasList, [this] { chooseExport(); });
    menu.addSeparator();
    m_table->fillColumnMenu(*menu.addMenu(tr("Columns")));
    QAction* flash = menu.addAction(tr("Flash on change"));
    flash->setObjectName(QStringLiteral("watchlist.menu.flash"));
    flash->setCheckable(true);
    flash->setChecked(m_model->flashes());
    connect(flash, &QAction::toggled, this, [this](bool isOn) {
        context().settings.change("ui.flash_changes", isOn ? "on" : "off", orRefusal());
    });
}

void WatchlistPanel::openMenu(const QPoint& at) {
    const QModelIndex index = m_table->indexAt(at);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("watchlist.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.isValid()) {
        m_table->selectRow(index.row());
        const QString name = text(m_model->row(index.row()).symbol);
        connect(menu->addAction(tr("Remove %1").arg(name)), &QAction::triggered, this,
                [this] { removeCurrent(); });
        connect(menu->addAction(tr("Copy symbol")), &QAction::triggered, this,
                [name] { QGuiApplication::clipboard()->setText(name); });
        connect(menu->addAction(tr("Copy as CSV")), &QAction::triggered, this,
                [this] { m_table->copySelection(); });
        menu->addSeparator();
    }
    fillListMenu(*menu);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void WatchlistPanel::importText(const QString& csv) {
    std::vector<CsvLine> lines = csvLines(csv);
    qsizetype column = 0;
    if (!lines.empty()) {
        const QStringList& first = lines.front().fields;
        for (qsizetype i = 0; i < first.size(); ++i) {
            const QString title = first.at(i).toLower();
            if (title != QStringLiteral("symbol") && title != QStringLiteral("ticker"))
                continue;
            column = i;
            lines.erase(lines.begin());
            break;
        }
    }
    if (lines.empty() || lines.size() > kMaxImport) {
        m_notice->showRefusal(lines.empty()
                                  ? tr("The file holds no symbols. Put one in each line.")
                                  : tr("The file has more than %1 lines. Split it.").arg(kMaxImport));
        return;
    }
    const auto import = std::make_shared<Import>();
    import->waiting = lines.size();
    const auto alive = std::weak_ptr(m_isAlive);
    for (const CsvLine& line : lines) {
        const QString symbol = line.fields.value(column).toUpper();
        const auto answered = [this, alive, import, line, symbol](const Status& status) {
            --import->waiting;
            import->added += status.ok() ? 1 : 0;
            import->refused += status.ok() ? 0 : 1;
            if (!status.ok() && import->lines.size() < kMaxReported)
                import->lines.append(
                    tr("Line %1: %2").arg(QString::number(line.number), errorText(status.error())));
            if (import->waiting == 0 && !alive.expired())
                report(*import);
        };
        context().watchlists.add(m_list, symbol.toStdString(), answered);
    }
}

void WatchlistPanel::report(const Import& import) {
    const QString added = tr("%n symbol(s) added.", nullptr, import.added);
    if (import.refused == 0) {
        m_notice->showReport(added);
        return;
    }
    const QString refused = tr("%n line(s) refused.", nullptr, import.refused);
    QStringList lines = {tr("%1 %2").arg(added, refused)};
    lines.append(import.lines);
    m_notice->showRefusal(lines.join(QLatin1Char('\n')));
}

void WatchlistPanel::chooseImport() {
    auto* dialog = new QFileDialog(this, tr("Import symbols"), QString(), tr("CSV files (*.csv *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        // Disks may be slow; the window does not wait for them.
        QThreadPool::globalInstance()->start([panel = QPointer<WatchlistPanel>(this), path] {
            QFile file(path);
            const bool isGood = file.open(QIODevice::ReadOnly) && file.size() <= kMaxFile;
            const QString csv = isGood ? QString::fromUtf8(file.read(kMaxFile)) : QString();
            QMetaObject::invokeMethod(qApp, [panel, isGood, csv] {
                if (!panel)
                    return;
                if (isGood)
                    panel->importText(csv);
                else
                    panel->m_notice->showRefusal(
                        tr("The file cannot be read. Choose a CSV file of at most 1 MB."));
            });
        });
    });
    dialog->open();
}

void WatchlistPanel::chooseExport() {
    auto* dialog = new QFileDialog(this, tr("Export the watchlist"), QString(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const QByteArray csv = exportText().toUtf8();
        QThreadPool::globalInstance()->start([panel = QPointer<WatchlistPanel>(this), path, csv] {
            QSaveFile file(path);
            const bool isGood =
                file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
            QMetaObject::invokeMethod(qApp, [panel, isGood] {
                if (panel && isGood)
                    panel->m_notice->showReport(tr("The watchlist was exported."));
                else if (panel)
                    panel->m_notice->showRefusal(tr("The file cannot be written. Choose another folder."));
            });
        });
    });
    dialog->open();
}

} // namespace strikedesk::ui
