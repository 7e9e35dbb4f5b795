// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/notifications/notifications_panel.h"

#include "ui/panels/notifications/notice_delegate.h"
#include "ui/panels/notifications/notice_model.h"
#include "ui/table/empty_note.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <tuple>

namespace strikedesk::ui {

namespace {

class NotificationsPanel final : public Panel {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::NotificationsPanel)

public:
    NotificationsPanel(PanelContext context, QWidget* parent);

    QString title() const override { return tr("Notifications"); }
    QString headerNote() const override { return m_note; }
    std::vector<PanelAction> actions() override;
    QJsonObject saveState() const override { return {{QStringLiteral("level"), m_level->currentIndex()}}; }
    void restoreState(const QJsonObject& state) override {
        const int level = state.value(QLatin1String("level")).toInt();
        if (level >= 0 && level < m_level->count())
            m_level->setCurrentIndex(level);
    }

protected:
    void refresh(const engine::EngineSnapshot& snapshot) override;
    void enterEvent(QEnterEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void themeChanged() override { m_list->viewport()->update(); }

private:
    void build();
    void count(const engine::EngineSnapshot& snapshot);
    void markRead();
    void copy();
    trade::NoticeLevel least() const { return static_cast<trade::NoticeLevel>(m_level->currentIndex()); }

    NoticeModel* m_model;
    std::uint64_t m_readUpTo = 0;
    /// What the rows were made from: newest notice, notices, earlier ones, read, level.
    std::optional<std::tuple<std::uint64_t, std::size_t, std::size_t, std::uint64_t, trade::NoticeLevel>>
        m_shown;
    QString m_note;
    QComboBox* m_level = nullptr;
    QPushButton* m_copy = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_empty = nullptr;
    Subscription m_counting;
};

NotificationsPanel::NotificationsPanel(PanelContext context, QWidget* parent)
    : Panel(std::move(context), parent), m_model(new NoticeModel(this)) {
    setObjectName(QStringLiteral("notifications"));
    setAccessibleName(tr("Notifications"));
    build();
    // The number of unread notices is told in the title also while the panel is behind another.
    m_counting = this->context().desk.subscribe([this] { count(*this->context().desk.snapshot()); });
}

void NotificationsPanel::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 12, 4);
    m_level = new QComboBox(this);
    m_level->setObjectName(QStringLiteral("notifications.level"));
    m_level->setAccessibleName(tr("Which notices are shown"));
    m_level->addItems({tr("All notices"), tr("Warnings and critical"), tr("Critical only")});
    connect(m_level, &QComboBox::currentIndexChanged, this,
            [this] { refresh(*this->context().desk.snapshot()); });
    bar->addWidget(m_level);
    bar->addStretch(1);
    m_copy = new QPushButton(tr("Copy"), this);
    m_copy->setObjectName(QStringLiteral("notifications.copy"));
    m_copy->setAccessibleName(tr("Copy the selected notices, or all that are shown"));
    m_copy->setProperty("compact", true);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] { copy(); });
    bar->addWidget(m_copy);
    layout->addLayout(bar);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("notifications.list"));
    m_list->setAccessibleName(tr("Notices, newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoticeDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_list);
    m_empty = makeEmptyLabel(QStringLiteral("notifications.empty"), QString(), this);
    layout->addWidget(m_empty, 1);
}

std::vector<PanelAction> NotificationsPanel::actions() {
    return {
        {QStringLiteral("notifications.read"), tr("Mark all notices as read"), QKeySequence(),
         [this] { markRead(); }},
        {QStringLiteral("notifications.copy"), tr("Copy notices"), QKeySequence(), [this] { copy(); }},
    };
}

void NotificationsPanel::refresh(const engine::EngineSnapshot& snapshot) {
    const auto& past = context().desk.pastNotices();
    const std::uint64_t newest = snapshot.notices.empty() ? 0 : snapshot.notices.back().number;
    // A session that began anew counts from one again.
    if (newest < m_readUpTo)
        m_readUpTo = 0;
    const auto shown = std::tuple(newest, snapshot.notices.size(), past.size(), m_readUpTo, least());
    if (m_shown == shown)
        return;
    m_shown = shown;
    m_model->setRows(noticeRowsOf(snapshot, past, least(), m_readUpTo));
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_copy->setEnabled(any);
    if (!any)
        m_empty->setText(snapshot.notices.empty() && past.empty()
                             ? tr("Nothing has been said yet.\nFills, refusals and connection changes "
                                  "appear here.")
                             : tr("No notice of this level.\nChoose “All notices” to see the others."));
    count(snapshot);
}

void NotificationsPanel::count(const engine::EngineSnapshot& snapshot) {
    const auto unread =
        std::count_if(snapshot.notices.begin(), snapshot.notices.end(),
                      [this](const engine::NumberedNotice& notice) { return notice.number > m_readUpTo; });
    const QString note = unread > 0 ? tr("%1 unread").arg(unread) : QString();
    if (note == m_note)
        return;
    m_note = note;
    updateHeader();
}

void NotificationsPanel::markRead() {
    const auto snapshot = context().desk.snapshot();
    if (snapshot->notices.empty() || snapshot->notices.back().number <= m_readUpTo)
        return;
    m_readUpTo = snapshot->notices.back().number;
    refresh(*snapshot);
}

void NotificationsPanel::enterEvent(QEnterEvent* event) {
    Panel::enterEvent(event);
    markRead();
}

bool NotificationsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::FocusIn)
        markRead();
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        markRead();
        if (static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
            copy();
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void NotificationsPanel::copy() {
    std::vector<int> places;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows())
        places.push_back(index.row());
    std::sort(places.begin(), places.end());
    if (places.empty())
        for (int i = 0; i < m_model->rowCount(); ++i)
            places.push_back(i);
    QStringList lines;
    for (const int place : places)
        lines << NoticeModel::lineText(m_model->row(place));
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace

Panel* makeNotificationsPanel(PanelContext context, QWidget* parent) {
    return new NotificationsPanel(std::move(context), parent);
}

} // namespace strikedesk::ui
