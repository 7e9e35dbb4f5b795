// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/watchlist/watchlist_bar.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace strikedesk::ui {

namespace {

constexpr int kMaxName = 40;
constexpr int kMaxAdd = 400;
constexpr int kAddWidth = 96;

} // namespace

WatchlistBar::WatchlistBar(QWidget* parent)
    : QWidget(parent), m_list(new QToolButton(this)), m_name(new QLineEdit(this)), m_add(new QLineEdit(this)),
      m_left(new QStackedLayout) {
    const Theme& theme = Theme::current();
    m_list->setObjectName(QStringLiteral("watchlist.lists"));
    m_list->setAccessibleName(tr("Watchlists"));
    m_list->setAutoRaise(true);
    m_list->setPopupMode(QToolButton::InstantPopup);
    m_list->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_list->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_list->setFont(theme.font(metrics::kBody, QFont::DemiBold));
    auto* menu = new QMenu(m_list);
    menu->setObjectName(QStringLiteral("watchlist.listMenu"));
    m_list->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fill(*menu);
    });
    m_name->setObjectName(QStringLiteral("watchlist.name"));
    m_name->setAccessibleName(tr("Name of the watchlist"));
    m_name->setMaxLength(kMaxName);
    m_name->installEventFilter(this);
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        const QString name = m_name->text().trimmed();
        const auto named = std::exchange(m_named, nullptr);
        endName();
        if (named && !name.isEmpty())
            named(name.toStdString());
    });
    m_add->setObjectName(QStringLiteral("watchlist.add"));
    m_add->setAccessibleName(tr("Add a symbol"));
    m_add->setPlaceholderText(tr("Add symbol"));
    m_add->setMaxLength(kMaxAdd);
    m_add->setFixedWidth(theme.scaled(kAddWidth));
    m_add->installEventFilter(this);
    connect(m_add, &QLineEdit::returnPressed, this, [this] {
        const QString text = m_add->text().trimmed().toUpper();
        m_add->clear();
        if (!text.isEmpty() && added)
            added(text);
    });
    m_left->addWidget(m_list);
    m_left->addWidget(m_name);
    auto* row = new QHBoxLayout(this);
    const int inset = theme.scaled(metrics::kGrid);
    row->setContentsMargins(inset, inset, inset, 0);
    row->addLayout(m_left);
    row->addStretch(1);
    row->addWidget(m_add);
}

void WatchlistBar::setLists(std::vector<WatchlistName> lists, const std::string& shown) {
    m_lists = std::move(lists);
    m_shown = shown;
    const auto found = std::find_if(m_lists.begin(), m_lists.end(),
                                    [&](const WatchlistName& list) { return list.id == shown; });
    const QString name = found == m_lists.end() ? tr("No list") : QString::fromStdString(found->name);
    m_list->setText(name + QStringLiteral(" ") + QChar(0x25be));
    m_list->setAccessibleDescription(name);
}

void WatchlistBar::fill(QMenu& menu) {
    for (const WatchlistName& list : m_lists) {
        QAction* action =
            menu.addAction(QString::fromStdString(list.name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(list.id == m_shown);
        connect(action, &QAction::triggered, this, [this, id = list.id] {
            if (chosen)
                chosen(id);
        });
    }
    if (!m_lists.empty())
        menu.addSeparator();
    if (fillMenu)
        fillMenu(menu);
}

void WatchlistBar::beginAdd(const QString& text) {
    m_add->setText(text.toUpper());
    m_add->setFocus(Qt::OtherFocusReason);
    m_add->deselect();
    m_add->end(false);
}

void WatchlistBar::beginName(const QString& before, std::function<void(const std::string&)> named) {
    m_named = std::move(named);
    m_name->setText(before);
    m_left->setCurrentWidget(m_name);
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void WatchlistBar::endName() {
    m_named = nullptr;
    m_left->setCurrentWidget(m_list);
    if (finished)
        finished();
}

void WatchlistBar::setAddEnabled(bool isEnabled) { m_add->setEnabled(isEnabled); }

bool WatchlistBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_add->clear();
        endName();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

NoticeStrip::NoticeStrip(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_undo(new QPushButton(tr("Undo"), this)) {
    const Theme& theme = Theme::current();
    setObjectName(QStringLiteral("watchlist.notice"));
    m_text->setObjectName(QStringLiteral("watchlist.notice.text"));
    m_text->setFont(theme.font(metrics::kSecondary));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_undo->setObjectName(QStringLiteral("watchlist.undo"));
    m_undo->setAccessibleName(tr("Undo"));
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("watchlist.notice.close"));
    close->setAccessibleName(tr("Hide this message"));
    close->setText(QString(QChar(0x00d7)));
    close->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    const int inset = theme.scaled(metrics::kGrid);
    row->setContentsMargins(2 * inset, inset, inset, inset);
    row->setSpacing(inset);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, [this] { hide(); });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto back = std::exchange(m_back, nullptr))
            back();
    });
    hide();
}

void NoticeStrip::show(const QString& text, bool isRefusal) {
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::WindowText, Theme::current().colour(isRefusal ? Token::Warn : Token::Text));
    m_text->setPalette(palette);
    m_text->setText(text);
    m_undo->setVisible(m_back != nullptr);
    setVisible(!text.isEmpty());
}

void NoticeStrip::showRefusal(const QString& text) {
    m_back = nullptr;
    show(text, true);
}

void NoticeStrip::showUndo(const QString& text, std::function<void()> undo) {
    m_back = std::move(undo);
    show(text, false);
}

void NoticeStrip::showReport(const QString& text) {
    m_back = nullptr;
    show(text, false);
}

QString NoticeStrip::text() const { return isHidden() ? QString() : m_text->text(); }

} // namespace strikedesk::ui
