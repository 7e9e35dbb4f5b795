// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/blotter/position_row.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;
class QLabel;

namespace strikedesk::ui {

struct PositionColumns;

/// One position: its figures, what works for it, and what can be done with it. Closing is confirmed in
/// place; the plan is moved with two fields in place. GUI thread.
class PositionLine final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(strikedesk::ui::PositionLine)

public:
    explicit PositionLine(QWidget* parent);

    /// Shows newer figures; repaints only what reads differently.
    void showRow(PositionRow row, Timestamp now);
    const PositionRow& row() const { return m_row; }
    void setSelected(bool isSelected);
    bool isSelected() const { return m_isSelected; }

    /// First call: asks whether to close. Second call while it asks: closes.
    void askClose();
    /// Opens the fields for target and stop.
    void openMove();
    /// Back to rest without doing anything; false when it was at rest.
    bool dismiss();
    /// Shows an answer under the figures until the next action or newer detail; empty to remove it.
    void showAnswer(const QString& sentence, WordTone tone);
    bool awaitsAnswer() const { return m_awaitsAnswer; }

    std::function<void()> selected;
    std::function<void()> closeAsked;
    std::function<void(const trade::ExitPlan&)> planAsked;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Mode : std::uint8_t { Rest, Confirming, Moving };

    /// Design pixels: the line of figures, the line of what works for them.
    static constexpr int kMainHeight = 28;
    static constexpr int kDetailHeight = 20;

    void buildButtons();
    void buildFields();
    void setMode(Mode mode);
    void arrange();
    void submitPlan();
    void paintFigures(QPainter& painter, const PositionColumns& columns) const;
    void paintBar(QPainter& painter, const QRect& rect) const;
    QString spokenSentence() const;
    /// Said when the mark is stale, with its age.
    QString staleNote() const;

    PositionRow m_row;
    std::optional<Price> m_openedTarget; ///< as they were when the fields opened
    std::optional<Price> m_openedStop;
    QString m_age;
    QString m_markText;
    Mode m_mode = Mode::Rest;
    bool m_isSelected = false;
    bool m_awaitsAnswer = false;
    QString m_answer;
    WordTone m_answerTone = WordTone::Plain;
    QPushButton* m_close = nullptr;
    QPushButton* m_move = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_keep = nullptr;
    QLabel* m_targetLabel = nullptr;
    QLineEdit* m_target = nullptr;
    QLabel* m_stopLabel = nullptr;
    QLineEdit* m_stop = nullptr;
    QPushButton* m_set = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace strikedesk::ui
