// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/watchlist/watchlist_panel.h"

#include "ui/panels/watchlist/watchlist_panel_parts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace strikedesk::ui {

namespace {

constexpr int kFrameMilliseconds = 16;
constexpr int kFlashStepMilliseconds = 50;

} // namespace

Panel* makeWatchlistPanel(PanelContext context, QWidget* parent) {
    return new WatchlistPanel(std::move(context), parent);
}

WatchlistPanel::WatchlistPanel(PanelContext context, QWidget* parent)
    : Panel(std::move(context), parent), m_model(new WatchModel(this)),
      m_table(new TableView(QStringLiteral("watchlist.table"), tr("Watchlist"), this)),
      m_bar(new WatchlistBar(this)), m_note(new EmptyNote(QStringLiteral("watchlist.empty"), this)),
      m_notice(new NoticeStrip(this)), m_pages(new QStackedLayout) {
    setObjectName(QStringLiteral("watchlist"));
    setAccessibleName(tr("Watchlist"));
    build();
    connectParts();
    m_settings = this->context().settings.subscribe([this] { takeSettings(); });
    takeSettings();
    m_rows = this->context().watchlists.subscribe([this] { changed(); });
    take();
}

WatchlistPanel::~WatchlistPanel() {
    // The table goes while everything its callbacks touch is still there, and before its model.
    delete m_table;
}

void WatchlistPanel::build() {
    m_table->setTable(m_model);
    m_table->setDragEnabled(true);
    m_table->setAcceptDrops(true);
    m_table->setDropIndicatorShown(true);
    m_table->setDragDropOverwriteMode(false);
    m_table->setDragDropMode(QAbstractItemView::DragDrop);
    m_table->setDefaultDropAction(Qt::MoveAction);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_note->setFocusPolicy(Qt::StrongFocus);
    m_note->installEventFilter(this);
    for (QPushButton* button : m_note->findChildren<QPushButton*>())
        button->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(m_pages, 1);
    column->addWidget(m_notice);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_note);
    setFocusProxy(m_table);
    setTabOrder(m_bar, m_table);
}

void WatchlistPanel::connectParts() {
    m_bar->chosen = [this](const std::string& id) { chooseList(id); };
    m_bar->added = [this](const QString& text) { add(text); };
    m_bar->fillMenu = [this](QMenu& menu) { fillListMenu(menu); };
    m_bar->finished = [this] { m_table->setFocus(Qt::OtherFocusReason); };
    m_table->hoverChanged = [this](bool isOver) { m_model->holdOrder(isOver); };
    m_table->activated = [this](int) { followCursor(); };
    m_model->dropped = [this](const Symbol& symbol, int before) { drop(symbol, before); };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { followCursor(); });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) { openMenu(at); });
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, [this] { take(); });
    m_flash.setInterval(kFlashStepMilliseconds);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        m_table->viewport()->update();
        if (!m_model->isFlashing())
            m_flash.stop();
    });
    everySecond([this] {
        m_model->setNow(context().desk.now());
        m_table->viewport()->update();
    });
}

void WatchlistPanel::takeSettings() {
    const Settings settings = context().settings.settings();
    m_model->setStaleAfter(DisplayAge::of(settings).limit);
    m_model->setFlashes(settings.isOn("ui.flash_changes"));
    m_table->viewport()->update();
}

void WatchlistPanel::changed() {
    if (m_frame.isActive())
        return;
    const qint64 passed = m_taken.isValid() ? m_taken.elapsed() : kFrameMilliseconds;
    if (passed >= kFrameMilliseconds)
        take();
    else
        m_frame.start(static_cast<int>(kFrameMilliseconds - passed));
}

void WatchlistPanel::take() {
    m_taken.start();
    m_lists = context().watchlists.lists();
    const auto isWanted = [this](const WatchlistName& list) { return list.id == m_wanted; };
    const auto isShown = [this](const WatchlistName& list) { return list.id == m_list; };
    if (std::any_of(m_lists.begin(), m_lists.end(), isWanted))
        m_list = std::exchange(m_wanted, {});
    if (std::none_of(m_lists.begin(), m_lists.end(), isShown))
        m_list = m_lists.empty() ? std::string() : m_lists.front().id;
    m_model->setNow(context().desk.now());
    m_isQuiet = true;
    m_model->setRows(m_list.empty() ? std::vector<WatchRow>() : context().watchlists.rows(m_list));
    m_isQuiet = false;
    m_bar->setLists(m_lists, m_list);
    if (m_model->isFlashing() && !m_flash.isActive())
        m_flash.start();
    if (!m_table->currentIndex().isValid())
        selectionChanged(selection());
    showState();
}

void WatchlistPanel::showState() {
    m_bar->setAddEnabled(!m_list.empty());
    if (m_list.empty()) {
        m_note->setTexts(tr("No watchlist yet"), tr("Make one and add the symbols you follow."));
        m_note->setButton(tr("New watchlist"), [this] { createList(); });
    } else {
        m_note->setTexts(tr("%1 is empty").arg(listName()),
                         tr("Type a symbol and press Enter, drop one here, or import a CSV file."));
        m_note->setButton(tr("Add a symbol"), [this] { m_bar->beginAdd(QString()); });
    }
    QWidget* const page = m_model->rowCount() > 0 ? static_cast<QWidget*>(m_table) : m_note;
    QWidget* const before = m_pages->currentWidget();
    if (page != before) {
        // The keyboard stays with the list, whether it has rows or only says what to do.
        const QWidget* focused = QApplication::focusWidget();
        const bool hasKeyboard = focused && (before == focused || before->isAncestorOf(focused));
        m_pages->setCurrentWidget(page);
        setFocusProxy(page);
        if (hasKeyboard)
            page->setFocus(Qt::OtherFocusReason);
    }
    if (const QString header = title() + headerNote(); header != m_headerText) {
        m_headerText = header;
        updateHeader();
    }
}

void WatchlistPanel::chooseList(const std::string& id) {
    m_wanted.clear();
    if (id == m_list)
        return;
    m_list = id;
    m_isQuiet = true;
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_isQuiet = false;
    take();
}

const WatchRow* WatchlistPanel::current() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->row(index.row()) : nullptr;
}

void WatchlistPanel::followCursor() {
    if (const WatchRow* row = m_isQuiet ? nullptr : current())
        selectUnderlying(row->symbol);
}

void WatchlistPanel::selectionChanged(const LinkSelection& selection) {
    const int place = m_model->placeOf(selection.underlying);
    m_isQuiet = true;
    if (place >= 0 && m_table->currentIndex().row() != place)
        m_table->selectRow(place);
    else if (place < 0 && linkGroup() != LinkGroup::None)
        m_table->setCurrentIndex({});
    m_isQuiet = false;
}

void WatchlistPanel::refresh(const engine::EngineSnapshot&) { m_model->setNow(context().desk.now()); }

void WatchlistPanel::themeChanged() { m_table->viewport()->update(); }

bool WatchlistPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return Panel::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const QString typed = key.text();
    const bool isPlain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (isPlain && !m_list.empty() && typed.size() == 1 && typed.at(0).isLetter()) {
        m_bar->beginAdd(typed);
        return true;
    }
    return Panel::eventFilter(watched, event);
}

QString WatchlistPanel::listName() const {
    for (const WatchlistName& list : m_lists)
        if (list.id == m_list)
            return QString::fromStdString(list.name);
    return {};
}

QString WatchlistPanel::title() const {
    return m_list.empty() ? tr("Watchlist") : tr("Watchlist · %1").arg(listName());
}

QString WatchlistPanel::headerNote() const {
    return m_list.empty() ? QString() : QString::number(m_model->rowCount());
}

} // namespace strikedesk::ui
