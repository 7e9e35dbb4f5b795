// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/setting_row.h"

#include "ui/theme/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace strikedesk::ui {

namespace {

constexpr int kEditorWidth = 240;

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The registry's English words, translated like the window's own; see translations/README.md.
QString translated(const char* context, std::string_view text) {
    return QCoreApplication::translate(context, std::string(text).c_str());
}

QString sentence(std::string_view text) { return translated("strikedesk::Settings", text); }

/// What settingRange() says, in the window's language.
QString allowedText(const SettingDefinition& definition) {
    switch (definition.kind) {
    case SettingKind::Switch:
        return SettingRow::tr("On or off");
    case SettingKind::Text:
        return SettingRow::tr("One line of at most %1 characters").arg(fromView(definition.maximum));
    case SettingKind::Url:
        return SettingRow::tr("An https or wss address without user name, or http and ws to this machine");
    case SettingKind::Choice: {
        QStringList words = fromView(definition.choices).split(QLatin1Char('|'));
        const QString last = words.takeLast();
        return words.isEmpty() ? last
                               : SettingRow::tr("%1 or %2").arg(words.join(QStringLiteral(", ")), last);
    }
    default:
        break;
    }
    const QString range =
        SettingRow::tr("%1 to %2").arg(fromView(definition.minimum), fromView(definition.maximum));
    if (definition.unit.empty())
        return range;
    return range + QLatin1Char(' ') + translated("strikedesk::SettingUnits", definition.unit);
}

QString originText(SettingLayer layer, std::string_view key) {
    switch (layer) {
    case SettingLayer::Default:
        return SettingRow::tr("Default");
    case SettingLayer::Stored:
        return SettingRow::tr("Changed by you");
    case SettingLayer::Environment:
        return SettingRow::tr("Set by the environment (%1)")
            .arg(QString::fromStdString(settingVariable(key)));
    case SettingLayer::CommandLine:
        return SettingRow::tr("Set on the command line");
    }
    return {};
}

} // namespace

QString settingName(std::string_view key) {
    const auto dot = key.find('.');
    QString name = fromView(dot == std::string_view::npos ? key : key.substr(dot + 1));
    name.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return QCoreApplication::translate("strikedesk::SettingNames", qPrintable(name));
}

SettingRow::SettingRow(const SettingDefinition& definition, SettingsReader& reader, QWidget* parent)
    : QFrame(parent), m_definition(definition), m_reader(reader), m_editor(makeEditor()),
      m_origin(new QLabel(this)), m_result(new QLabel(this)), m_reset(new QPushButton(tr("Reset"), this)) {
    const QString key = fromView(m_definition.key);
    setObjectName(QStringLiteral("setting.") + key);
    auto* name = new QLabel(settingName(m_definition.key), this);
    name->setProperty("role", QStringLiteral("strong"));
    auto* keyLabel = new QLabel(key, this);
    keyLabel->setProperty("role", QStringLiteral("muted"));
    keyLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name->setBuddy(m_editor);
    auto* help = new QLabel(sentence(m_definition.help), this);
    help->setWordWrap(true);
    help->setProperty("role", QStringLiteral("muted"));
    QString allowed = allowedText(m_definition);
    allowed[0] = allowed[0].toUpper();
    if (m_definition.change == SettingChange::AtStart)
        allowed = tr("%1. Takes effect at the next start.").arg(allowed);
    auto* range = new QLabel(allowed, this);
    range->setWordWrap(true);
    range->setProperty("role", QStringLiteral("muted"));
    m_editor->setObjectName(key + QStringLiteral(".editor"));
    m_editor->setAccessibleName(settingName(m_definition.key));
    m_editor->setAccessibleDescription(help->text() + QLatin1Char(' ') + allowed);
    m_editor->setFixedWidth(kEditorWidth);
    m_origin->setProperty("role", QStringLiteral("muted"));
    m_result->setWordWrap(true);
    m_result->setObjectName(key + QStringLiteral(".result"));
    m_result->hide();
    m_reset->setObjectName(key + QStringLiteral(".reset"));
    m_reset->setAccessibleName(tr("Reset %1 to its default").arg(settingName(m_definition.key)));
    connect(m_reset, &QPushButton::clicked, this, [this] { applyText(fromView(m_definition.initial)); });

    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(name);
    head->addWidget(keyLabel, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(3);
    left->addLayout(head);
    left->addWidget(help);
    left->addWidget(m_origin);
    left->addStretch(1);
    auto* edit = new QHBoxLayout;
    edit->addWidget(m_editor);
    edit->addWidget(m_reset);
    edit->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(3);
    right->addLayout(edit);
    right->addWidget(range);
    right->addWidget(m_result);
    right->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(20);
    row->addLayout(left, 3);
    row->addLayout(right, 2);
    refresh(m_reader.settings());
}

QWidget* SettingRow::makeEditor() {
    if (m_definition.kind == SettingKind::Switch) {
        auto* box = new QCheckBox(tr("On"), this);
        connect(box, &QCheckBox::clicked, this, [this] { apply(); });
        return box;
    }
    if (m_definition.kind == SettingKind::Choice) {
        auto* combo = new QComboBox(this);
        combo->addItems(fromView(m_definition.choices).split(QLatin1Char('|')));
        // A wheel that scrolls the page must not change what it passes over.
        combo->setFocusPolicy(Qt::StrongFocus);
        connect(combo, &QComboBox::activated, this, [this] { apply(); });
        return combo;
    }
    auto* field = new QLineEdit(this);
    field->setMaxLength(500);
    connect(field, &QLineEdit::editingFinished, this, [this] { apply(); });
    connect(field, &QLineEdit::textEdited, this, [this](const QString& text) {
        const auto parsed = parseSetting(m_definition, text.trimmed().toStdString());
        say(parsed ? QString() : errorText(parsed.error()), true);
    });
    return field;
}

QString SettingRow::shown() const {
    if (const auto* box = qobject_cast<const QCheckBox*>(m_editor))
        return box->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
    if (const auto* combo = qobject_cast<const QComboBox*>(m_editor))
        return combo->currentText();
    return static_cast<const QLineEdit*>(m_editor)->text().trimmed();
}

void SettingRow::setShown(const QString& text) {
    if (auto* box = qobject_cast<QCheckBox*>(m_editor))
        box->setChecked(text == QLatin1String("on"));
    else if (auto* combo = qobject_cast<QComboBox*>(m_editor))
        combo->setCurrentText(text);
    else
        static_cast<QLineEdit*>(m_editor)->setText(text);
}

void SettingRow::refresh(const Settings& settings) {
    const auto text = settings.textOf(m_definition.key);
    const auto layer = settings.layerOf(m_definition.key);
    if (!text || !layer)
        return;
    const bool isTyping = m_editor->hasFocus() && shown() != m_inForce;
    m_inForce = QString::fromStdString(*text);
    if (!isTyping)
        setShown(m_inForce);
    m_origin->setText(originText(*layer, m_definition.key));
    m_isLocked = *layer == SettingLayer::Environment || *layer == SettingLayer::CommandLine;
    m_editor->setEnabled(!m_isLocked);
    m_reset->setVisible(*layer == SettingLayer::Stored);
}

void SettingRow::apply() {
    if (shown() != m_inForce)
        applyText(shown());
}

void SettingRow::applyText(const QString& text) {
    if (m_isLocked)
        return;
    // Known at once, without asking.
    if (const auto parsed = parseSetting(m_definition, text.toStdString()); !parsed)
        return say(errorText(parsed.error()), true);
    say(tr("Saving…"), false);
    m_reader.change(std::string(m_definition.key), text.toStdString(),
                    [this, alive = std::weak_ptr<int>(m_alive)](const Status& status) {
                        if (alive.expired())
                            return;
                        if (!status)
                            return say(errorText(status.error()), true);
                        say(m_definition.change == SettingChange::AtStart
                                ? tr("Saved. Takes effect at the next start.")
                                : tr("Saved."),
                            false);
                        setShown(shown());
                        refresh(m_reader.settings());
                    });
}

void SettingRow::say(const QString& text, bool isError) {
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
    m_result->setProperty("tone", isError ? QStringLiteral("danger") : QStringLiteral("good"));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

bool SettingRow::matches(const QString& query) const {
    const QString whole = fromView(m_definition.key) + QLatin1Char(' ') + settingName(m_definition.key) +
                          QLatin1Char(' ') + sentence(m_definition.help);
    for (const QString& word : query.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!whole.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

} // namespace strikedesk::ui
