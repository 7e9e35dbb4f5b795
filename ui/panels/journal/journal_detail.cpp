// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/journal/journal_detail.h"

#include "ui/panels/journal/picture_thumb.h"
#include "ui/theme/error_text.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

/// Longer notes belong into a document.
constexpr int kMaxNotes = 20'000;

QString pictureCaption(const JournalPicture& picture) {
    const bool isEntry = picture.event == "entry";
    const bool isContract = picture.chart == "contract";
    if (isEntry)
        return isContract ? JournalDetail::tr("Entry, contract") : JournalDetail::tr("Entry, underlying");
    return isContract ? JournalDetail::tr("Exit, contract") : JournalDetail::tr("Exit, underlying");
}

} // namespace

JournalDetail::JournalDetail(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("journal.detail"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget;
    scroll->setWidget(page);
    outer->addWidget(scroll);
    buildFigures(page);
    auto* save = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, this, [this] { this->save(); });
    showLine(nullptr);
}

JournalDetail::~JournalDetail() = default;

void JournalDetail::buildFigures(QWidget* page) {
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(6);
    const auto label = [&](const QString& name) {
        auto* made = new QLabel(page);
        made->setObjectName(name);
        made->setTextFormat(Qt::RichText);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        made->setWordWrap(true);
        layout->addWidget(made);
        return made;
    };
    m_title = label(QStringLiteral("journal.title"));
    m_result = label(QStringLiteral("journal.result"));
    m_figures = label(QStringLiteral("journal.figures"));
    m_tags = new QLineEdit(page);
    m_tags->setObjectName(QStringLiteral("journal.tags"));
    m_tags->setAccessibleName(tr("Tags, separated by commas"));
    m_tags->setPlaceholderText(tr("Tags, separated by commas"));
    m_tags->setMaxLength(500);
    connect(m_tags, &QLineEdit::textEdited, this, [this] { edited(); });
    layout->addWidget(m_tags);
    m_notes = new QPlainTextEdit(page);
    m_notes->setObjectName(QStringLiteral("journal.notes"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setPlaceholderText(tr("What was the plan, what happened, what is the lesson?"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(Theme::current().scaled(96));
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] { edited(); });
    layout->addWidget(m_notes);
    auto* row = new QHBoxLayout;
    m_save = new QPushButton(tr("Save"), page);
    m_save->setObjectName(QStringLiteral("journal.save"));
    m_save->setAccessibleName(tr("Save notes and tags"));
    m_save->setToolTip(tr("Save notes and tags (Ctrl+Enter)"));
    m_save->setProperty("compact", true);
    m_save->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    m_said = new QLabel(page);
    m_said->setObjectName(QStringLiteral("journal.said"));
    m_said->setWordWrap(true);
    row->addWidget(m_save);
    row->addWidget(m_said, 1);
    layout->addLayout(row);
    m_pictures = new QWidget(page);
    m_pictureGrid = new QGridLayout(m_pictures);
    m_pictureGrid->setContentsMargins(0, 4, 0, 0);
    m_pictureGrid->setSpacing(8);
    layout->addWidget(m_pictures);
    layout->addStretch(1);
}

void JournalDetail::showLine(std::shared_ptr<const JournalLine> line) {
    const bool isOther = line == nullptr || line->row.id != m_id;
    if (isOther && m_isEdited)
        save();
    const bool newPictures =
        isOther || m_line == nullptr || (line != nullptr && line->row.pictures != m_line->row.pictures);
    m_line = std::move(line);
    m_id = m_line == nullptr ? std::string() : m_line->row.id;
    setEnabled(m_line != nullptr);
    fillFigures();
    if (newPictures)
        fillPictures();
    if (isOther)
        say({}, false);
    if (m_isEdited && !isOther)
        return;
    m_isFilling = true;
    m_tags->setText(m_line == nullptr ? QString() : m_line->tags);
    const QString notes = m_line == nullptr ? QString() : QString::fromStdString(m_line->row.notes);
    if (m_notes->toPlainText() != notes)
        m_notes->setPlainText(notes);
    m_isFilling = false;
    m_isEdited = false;
    m_save->setEnabled(false);
}

void JournalDetail::repaintFigures() { fillFigures(); }

void JournalDetail::fillFigures() {
    const Theme& theme = Theme::current();
    m_title->setFont(theme.font(metrics::kTitle, QFont::DemiBold));
    m_result->setFont(theme.font(metrics::kTable, QFont::DemiBold));
    m_figures->setFont(theme.font(metrics::kBody));
    if (m_line == nullptr) {
        m_title->setText(tr("No trade selected"));
        m_result->clear();
        m_figures->clear();
        return;
    }
    const JournalRow& row = m_line->row;
    m_title->setText(contractLongText(row.symbol).toHtmlEscaped());
    const Token sign = row.net.isPositive() ? Token::Up : row.net.isNegative() ? Token::Down : Token::Text;
    m_result->setText(
        QStringLiteral("<span style=\"color:%1\">%2</span>")
            .arg(theme.colour(sign).name(),
                 tr("%1 net · %2 %").arg(signedMoneyText(row.net), signedPercentText(m_line->percent, 1))));
    const QString muted = theme.colour(Token::Muted).name();
    QString table = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"2\">");
    const auto add = [&](const QString& name, const QString& value, const QString& name2,
                         const QString& value2) {
        table += QStringLiteral("<tr><td style=\"color:%1\">%2</td><td align=\"right\">%3</td>"
                                "<td width=\"16\"></td><td style=\"color:%1\">%4</td>"
                                "<td align=\"right\">%5</td></tr>")
                     .arg(muted, name, value.toHtmlEscaped(), name2, value2.toHtmlEscaped());
    };
    add(tr("Quantity"), quantityText(row.quantity), tr("Held"), durationText(m_line->held()));
    add(tr("Entry"), priceText(row.averageEntry), tr("Opened"), dateTimeText(row.openedAt));
    add(tr("Exit"), priceText(row.averageExit), tr("Closed"), dateTimeText(row.closedAt));
    add(tr("Gross"), signedMoneyText(row.gross), tr("Exit reason"), m_line->reason);
    add(tr("Fees"), moneyText(row.fees), tr("Account"), QString::fromStdString(row.mode).toUpper());
    m_figures->setText(table + QStringLiteral("</table>"));
}

void JournalDetail::fillPictures() {
    while (QLayoutItem* item = m_pictureGrid->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    int place = 0;
    if (m_line != nullptr) {
        // Four are stored; a damaged row must not fill the screen.
        for (const JournalPicture& picture : m_line->row.pictures) {
            if (place == 8)
                break;
            auto* thumb =
                new PictureThumb(pictureCaption(picture), QString::fromStdString(picture.file), m_pictures);
            m_pictureGrid->addWidget(thumb, place / 2, place % 2);
            ++place;
        }
    }
    m_pictures->setVisible(place > 0);
}

void JournalDetail::edited() {
    if (m_isFilling || m_line == nullptr)
        return;
    if (m_notes->toPlainText().size() > kMaxNotes) {
        m_save->setEnabled(false);
        say(tr("Notes may have at most %1 characters.").arg(kMaxNotes), true);
        return;
    }
    m_isEdited = true;
    m_save->setEnabled(true);
    say(tr("not saved yet"), false);
}

void JournalDetail::save() {
    if (!m_isEdited || m_id.empty() || !saveAsked)
        return;
    m_isEdited = false;
    m_save->setEnabled(false);
    say(tr("saving…"), false);
    saveAsked(
        m_id, m_notes->toPlainText().left(kMaxNotes).toStdString(), tagsFrom(m_tags->text()),
        [this, id = m_id, alive = std::weak_ptr(m_alive)](const Status& status) {
            if (alive.expired())
                return;
            if (id != m_id) {
                if (!status)
                    say(tr("The notes of the trade before were not saved. %1").arg(errorText(status.error())),
                        true);
            } else if (!status) {
                // What was typed is still there; the button offers it again.
                m_isEdited = true;
                m_save->setEnabled(true);
                say(errorText(status.error()), true);
            } else if (!m_isEdited) {
                say(tr("saved"), false);
            }
        });
}

void JournalDetail::say(const QString& sentence, bool isError) {
    const Theme& theme = Theme::current();
    QPalette colours = m_said->palette();
    colours.setColor(QPalette::WindowText, theme.colour(isError ? Token::Danger : Token::Muted));
    m_said->setPalette(colours);
    m_said->setFont(theme.font(metrics::kSecondary));
    m_said->setText(sentence);
}

} // namespace strikedesk::ui
