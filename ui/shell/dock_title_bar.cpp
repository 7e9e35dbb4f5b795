// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/dock_title_bar.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace strikedesk::ui {

namespace {
constexpr int kKeptNote = 96;
} // namespace

ElidedLabel::ElidedLabel(int pixels, QFont::Weight weight, bool isMuted, QWidget* parent)
    : QWidget(parent), m_pixels(pixels), m_weight(weight), m_isMuted(isMuted) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ElidedLabel::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    updateGeometry();
    update();
}

QFont ElidedLabel::face() const { return Theme::current().font(m_pixels, m_weight); }

QSize ElidedLabel::sizeHint() const {
    const QFontMetrics metric(face());
    return {metric.horizontalAdvance(m_text) + 2, metric.height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    const QSize whole = sizeHint();
    return {whole.width() <= m_keptWidth ? whole.width() : 0, whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(face());
    painter.setPen(Theme::current().colour(m_isMuted ? Token::Muted : Token::Text));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

DockTitleBar::DockTitleBar(QWidget* parent)
    : QWidget(parent), m_dot(new GroupDot(this)),
      m_title(new ElidedLabel(metrics::kBody, QFont::DemiBold, false, this)),
      m_note(new ElidedLabel(metrics::kSecondary, QFont::Normal, true, this)), m_menu(new QToolButton(this)) {
    m_menu->setObjectName(QStringLiteral("dock.menu"));
    m_menu->setText(QString(QChar(0x22EE)));
    m_menu->setAutoRaise(true);
    m_menu->setFocusPolicy(Qt::TabFocus);
    m_menu->setAccessibleName(tr("Panel menu"));
    m_menu->setToolTip(tr("Float, maximise, move or close this panel"));
    connect(m_menu, &QToolButton::clicked, this,
            [this] { offer(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * metrics::kGrid, 0, metrics::kGrid, 0);
    row->setSpacing(metrics::kGrid + 2);
    row->addWidget(m_dot);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(m_title);
    row->addStretch(1);
    m_note->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    // A short note ("armed 4:59") says what no other place says; the title gives way.
    m_note->setKeptWidth(Theme::current().scaled(kKeptNote));
    row->addWidget(m_note);
    row->addWidget(m_menu);
    m_themed = Theme::current().subscribe([this] { update(); });
}

void DockTitleBar::setTexts(const QString& title, const QString& note) {
    m_title->setText(title);
    m_note->setText(note);
    setToolTip(note.isEmpty() ? title : title + QStringLiteral(" · ") + note);
    setAccessibleName(title);
}

void DockTitleBar::setActive(bool isActive) {
    if (m_isActive == isActive)
        return;
    m_isActive = isActive;
    update();
}

QSize DockTitleBar::sizeHint() const { return {80, Theme::current().scaled(metrics::kPanelHeader)}; }
QSize DockTitleBar::minimumSizeHint() const { return sizeHint(); }

void DockTitleBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Token::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Token::Line));
    if (m_isActive)
        painter.fillRect(QRect(0, 0, width(), 2), theme.colour(Token::Accent));
}

void DockTitleBar::mouseDoubleClickEvent(QMouseEvent* event) {
    // The dock would float on a double click; filling the workspace is what people expect here.
    if (maximiseAsked)
        maximiseAsked();
    event->accept();
}

void DockTitleBar::contextMenuEvent(QContextMenuEvent* event) { offer(event->globalPos()); }

void DockTitleBar::offer(const QPoint& globalPlace) {
    const DockMenuState now = state ? state() : DockMenuState();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto entry = [&](const QString& name, const std::function<void()>& asked) {
        connect(menu->addAction(name), &QAction::triggered, this, [asked] {
            if (asked)
                asked();
        });
    };
    entry(now.isFloating ? tr("Dock") : tr("Float"), floatAsked);
    entry(now.isMaximised ? tr("Restore") : tr("Maximise"), maximiseAsked);
    entry(tr("Move to a new window"), windowAsked);
    menu->addSeparator();
    entry(tr("Close"), closeAsked);
    menu->popup(globalPlace);
}

} // namespace strikedesk::ui
