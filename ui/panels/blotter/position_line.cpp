// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/blotter/position_line.h"

#include "ui/panels/blotter/position_columns.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>

namespace strikedesk::ui {

namespace {

QPushButton* button(QWidget* parent, const QString& name, const QString& text) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setProperty("compact", true);
    made->setAccessibleName(text);
    made->setFocusPolicy(Qt::StrongFocus);
    made->setAutoDefault(false);
    return made;
}

} // namespace

PositionLine::PositionLine(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("positions.line"));
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(Theme::current().scaled(kMainHeight + kDetailHeight));
    // Lines are denser than forms: sizes only, colours stay those of the theme.
    setStyleSheet(QStringLiteral("QPushButton { padding: 0px 4px; min-height: 0px; min-width: 0px; }"
                                 "QLineEdit { padding: 0px 4px; min-height: 0px; }"));
    buildButtons();
    buildFields();
    setMode(Mode::Rest);
}

void PositionLine::buildButtons() {
    m_close = button(this, QStringLiteral("positions.close"), tr("Close"));
    m_move = button(this, QStringLiteral("positions.move"), tr("Move"));
    m_confirm = button(this, QStringLiteral("positions.confirmClose"), tr("Close now"));
    m_confirm->setProperty("tone", QStringLiteral("danger"));
    m_keep = button(this, QStringLiteral("positions.keep"), tr("Keep"));
    connect(m_close, &QPushButton::clicked, this, [this] { askClose(); });
    connect(m_confirm, &QPushButton::clicked, this, [this] { askClose(); });
    connect(m_keep, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_move, &QPushButton::clicked, this, [this] { openMove(); });
}

void PositionLine::buildFields() {
    const auto field = [this](const QString& name, const QString& spoken) {
        auto* made = new QLineEdit(this);
        made->setObjectName(name);
        made->setAccessibleName(spoken);
        made->setPlaceholderText(tr("none"));
        made->setMaxLength(12);
        made->setAlignment(Qt::AlignRight);
        connect(made, &QLineEdit::returnPressed, this, [this] { submitPlan(); });
        return made;
    };
    const auto label = [this](const QString& text) {
        auto* made = new QLabel(text, this);
        made->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return made;
    };
    m_targetLabel = label(tr("Target"));
    m_target = field(QStringLiteral("positions.target"), tr("Take-profit price"));
    m_stopLabel = label(tr("Stop"));
    m_stop = field(QStringLiteral("positions.stop"), tr("Stop price"));
    m_set = button(this, QStringLiteral("positions.set"), tr("Set"));
    m_cancel = button(this, QStringLiteral("positions.cancelMove"), tr("Cancel"));
    connect(m_set, &QPushButton::clicked, this, [this] { submitPlan(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { dismiss(); });
}

QSize PositionLine::sizeHint() const { return {400, Theme::current().scaled(kMainHeight + kDetailHeight)}; }

void PositionLine::showRow(PositionRow row, Timestamp now) {
    const QString age = row.since.isSet() && now.isSet() ? durationText(now - row.since) : unknownText();
    const QString markText = priceText(row.mark);
    const bool planChanged = row.target != m_row.target || row.stop != m_row.stop;
    const bool same = row.key == m_row.key && age == m_age && markText == m_markText &&
                      row.detail == m_row.detail && row.quantity == m_row.quantity &&
                      row.entry == m_row.entry && row.profit == m_row.profit && !planChanged &&
                      row.isStale == m_row.isStale && !row.isStale && row.canClose == m_row.canClose &&
                      row.canMove == m_row.canMove;
    if (m_awaitsAnswer && (planChanged || row.canClose != m_row.canClose || row.detail != m_row.detail))
        showAnswer({}, WordTone::Plain);
    m_row = std::move(row);
    if (same)
        return;
    m_age = age;
    m_markText = markText;
    const bool ours = m_row.kind == PositionRow::Kind::Trade;
    m_close->setEnabled(m_row.canClose);
    m_close->setText(ours && !m_row.canClose ? tr("Closing") : tr("Close"));
    m_move->setEnabled(m_row.canMove);
    m_confirm->setText(tr("Close %1").arg(quantityText(abs(m_row.quantity))));
    m_confirm->setAccessibleName(
        tr("Close %1 %2 now").arg(quantityText(abs(m_row.quantity)), contractLongText(m_row.symbol)));
    setAccessibleName(spokenSentence());
    if ((m_mode == Mode::Moving && !m_row.canMove) || (m_mode == Mode::Confirming && !m_row.canClose))
        dismiss();
    else
        setMode(m_mode);
    update();
}

QString PositionLine::spokenSentence() const {
    const QString profit = m_row.profit ? signedMoneyText(*m_row.profit) : unknownText();
    return tr("%1, quantity %2, entry %3, mark %4, profit %5. %6")
        .arg(contractLongText(m_row.symbol), quantityText(m_row.quantity), priceText(m_row.entry),
             priceText(m_row.mark), profit, m_row.detail);
}

void PositionLine::setSelected(bool isSelected) {
    if (m_isSelected == isSelected)
        return;
    m_isSelected = isSelected;
    // A question left open must not be answered by a key meant for another line.
    if (!isSelected && m_mode == Mode::Confirming)
        setMode(Mode::Rest);
    update();
}

void PositionLine::askClose() {
    if (!m_row.canClose)
        return;
    if (m_mode != Mode::Confirming) {
        showAnswer({}, WordTone::Plain);
        setMode(Mode::Confirming);
        m_confirm->setFocus();
        return;
    }
    setMode(Mode::Rest);
    setFocus();
    showAnswer(tr("asked to close %1").arg(quantityText(abs(m_row.quantity))), WordTone::Busy);
    m_awaitsAnswer = true;
    if (closeAsked)
        closeAsked();
}

void PositionLine::openMove() {
    if (!m_row.canMove || m_mode == Mode::Moving)
        return;
    showAnswer({}, WordTone::Plain);
    m_openedTarget = m_row.target;
    m_openedStop = m_row.stop;
    m_target->setText(m_row.target ? priceText(m_row.target) : QString());
    m_stop->setText(m_row.stop ? priceText(m_row.stop) : QString());
    setMode(Mode::Moving);
    m_target->setFocus();
    m_target->selectAll();
}

bool PositionLine::dismiss() {
    if (m_mode == Mode::Rest)
        return false;
    setMode(Mode::Rest);
    setFocus();
    return true;
}

void PositionLine::submitPlan() {
    trade::ExitPlan plan = m_row.plan;
    const QString targetText = m_target->text().trimmed();
    const QString stopText = m_stop->text().trimmed();
    const auto target = priceFromText(targetText);
    const auto stop = priceFromText(stopText);
    const bool badTarget = !targetText.isEmpty() && !target;
    if (badTarget || (!stopText.isEmpty() && !stop)) {
        (badTarget ? m_target : m_stop)->setFocus();
        showAnswer(tr("Write a price like 2.10, or leave the field empty for none."), WordTone::Bad);
        return;
    }
    // What was not touched stays as it is now: the way a target was given (plus a percentage), an exit that
    // was moved elsewhere meanwhile.
    const bool movesTarget = target != m_openedTarget;
    const bool movesStop = stop != m_openedStop;
    if (movesTarget)
        plan.takeProfit = target
                              ? std::optional(trade::TakeProfit{trade::TakeProfit::Kind::AtPrice, *target, 0})
                              : std::nullopt;
    if (movesStop)
        plan.stop = stop;
    const bool unchanged = !movesTarget && !movesStop;
    setMode(Mode::Rest);
    setFocus();
    if (unchanged)
        return;
    showAnswer(tr("asked to move: target %1, stop %2")
                   .arg(priceText(movesTarget ? target : m_row.target), priceText(plan.stop)),
               WordTone::Busy);
    m_awaitsAnswer = true;
    if (planAsked)
        planAsked(plan);
}

void PositionLine::showAnswer(const QString& sentence, WordTone tone) {
    m_answer = sentence;
    m_answerTone = tone;
    m_awaitsAnswer = false;
    update();
}

void PositionLine::setMode(Mode mode) {
    m_mode = mode;
    const bool ours = m_row.kind == PositionRow::Kind::Trade;
    m_close->setVisible(ours && mode == Mode::Rest);
    m_move->setVisible(ours && mode == Mode::Rest);
    m_confirm->setVisible(mode == Mode::Confirming);
    m_keep->setVisible(mode == Mode::Confirming);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_targetLabel, m_target, m_stopLabel, m_stop, m_set, m_cancel})
        part->setVisible(mode == Mode::Moving);
    arrange();
    update();
}

void PositionLine::mousePressEvent(QMouseEvent* event) {
    QWidget::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && selected)
        selected();
}

void PositionLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && dismiss())
        return;
    QWidget::keyPressEvent(event);
}

void PositionLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PositionLine::arrange() {
    const Theme& theme = Theme::current();
    const PositionColumns columns = PositionColumns::of(width(), theme.scaled(kMainHeight));
    const int gap = theme.scaled(6);
    const int high = theme.scaled(20);
    const int top = (theme.scaled(kMainHeight) - high) / 2;
    const int half = (columns.buttons.width() - 2 * gap) / 2;
    const int right = columns.buttons.right() + 1;
    m_close->setGeometry(right - 2 * half - gap, top, half, high);
    m_move->setGeometry(right - half, top, half, high);
    // The number of contracts needs room; "Keep" does not.
    const int keep = theme.scaled(42);
    m_keep->setGeometry(right - keep, top, keep, high);
    m_confirm->setGeometry(columns.buttons.left(), top, columns.buttons.width() - keep - gap, high);
    int left = right;
    const auto place = [&](QWidget* part, int pixels, int space) {
        left -= theme.scaled(pixels);
        part->setGeometry(left, top, theme.scaled(pixels), high);
        left -= theme.scaled(space);
    };
    place(m_cancel, 54, 6);
    place(m_set, 44, 8);
    place(m_stop, 60, 4);
    place(m_stopLabel, 30, 8);
    place(m_target, 60, 4);
    place(m_targetLabel, 42, 0);
}

} // namespace strikedesk::ui
