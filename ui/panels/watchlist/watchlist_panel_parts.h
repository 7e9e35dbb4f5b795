// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"
#include "ui/panels/watchlist/watch_model.h"
#include "ui/panels/watchlist/watchlist_bar.h"
#include "ui/table/empty_note.h"
#include "ui/table/table_view.h"

#include <QTimer>

class QStackedLayout;

namespace strikedesk::ui {

/// See makeWatchlistPanel().
class WatchlistPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::WatchlistPanel)
public:
    WatchlistPanel(PanelContext context, QWidget* parent);
    ~WatchlistPanel() override;

    QString title() const override;
    QString headerNote() const override;
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    /// Adds the symbols of a CSV file's text: the column named "symbol", else the first. Bad lines are
    /// reported with their numbers.
    void importText(const QString& csv);
    QString exportText() const { return m_table->csv(false); }

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void selectionChanged(const LinkSelection& selection) override;
    void themeChanged() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Import;

    void build();
    void connectParts();
    void takeSettings();
    void changed();
    void take();
    void showState();
    void chooseList(const std::string& id);
    void add(const QString& text);
    void addAt(const Symbol& symbol, std::size_t place);
    void drop(const Symbol& symbol, int before);
    void removeCurrent();
    void moveCurrent(int by);
    void createList();
    void makeList(const std::string& name, std::function<void(const std::string& id)> made);
    void renameList();
    void removeList();
    void restoreList(const std::string& name, const std::vector<Symbol>& symbols);
    void undo();
    void remember(const QString& text, std::function<void()> back);
    void followCursor();
    void fillListMenu(QMenu& menu);
    void openMenu(const QPoint& at);
    void chooseImport();
    void chooseExport();
    void report(const Import& import);
    std::function<void(Status)> orRefusal();
    QString listName() const;
    const WatchRow* current() const;

    WatchModel* m_model;
    TableView* m_table;
    WatchlistBar* m_bar;
    EmptyNote* m_note;
    NoticeStrip* m_notice;
    QStackedLayout* m_pages;
    QTimer m_frame; ///< joins changes of one frame
    QTimer m_flash; ///< repaints while something fades
    QElapsedTimer m_taken;
    std::vector<WatchlistName> m_lists;
    std::string m_list;
    std::string m_wanted;                      ///< to be shown once it is known; empty: none
    std::vector<std::function<void()>> m_undo; ///< newest last, bounded
    QString m_headerText;
    bool m_isQuiet = false;
    /// Answers come back later, perhaps after this panel is gone.
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
    Subscription m_settings;
    Subscription m_rows; ///< last: ends before what it calls
};

} // namespace strikedesk::ui
