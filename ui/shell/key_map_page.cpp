// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/key_map_page.h"

#include "ui/shell/fuzzy.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

#include <memory>

namespace strikedesk::ui {

namespace {

constexpr int kIdRole = Qt::UserRole + 1;

QPushButton* button(const char* name, const QString& text, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

KeyMapPage::KeyMapPage(ActionRegistry& actions)
    : m_actions(actions), m_search(new QLineEdit(this)), m_list(new QTreeWidget(this)),
      m_name(new QLabel(this)), m_key(new QKeySequenceEdit(this)),
      m_store(button("keys.store", tr("Set"), this)), m_clear(button("keys.clear", tr("No key"), this)),
      m_reset(button("keys.reset", tr("Default"), this)),
      m_resetAll(button("keys.resetAll", tr("All defaults"), this)),
      m_print(button("keys.print", tr("Print…"), this)), m_result(new QLabel(this)) {
    setObjectName(QStringLiteral("keys"));
    setWindowTitle(tr("Keys"));
    resize(720, 760);
    lay();
    connect(m_search, &QLineEdit::textChanged, this, [this] { fill(); });
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] { choose(); });
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, [this] { weigh(); });
    connect(m_store, &QPushButton::clicked, this, [this] { store(); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_key->clear();
        store();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_actions.resetKey(chosenId());
        if (changed)
            changed();
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_actions.resetAll();
        if (changed)
            changed();
    });
    connect(m_print, &QPushButton::clicked, this, [this] { print(); });
    m_actionsChanged = m_actions.subscribe([this] { fill(); });
    fill();
}

void KeyMapPage::lay() {
    m_search->setObjectName(QStringLiteral("keys.search"));
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setPlaceholderText(tr("Search an action or a key"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("keys.list"));
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Action"), tr("Key")});
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_key->setObjectName(QStringLiteral("keys.key"));
    m_key->setAccessibleName(tr("New key"));
    m_name->setProperty("role", QStringLiteral("strong"));
    m_result->setObjectName(QStringLiteral("keys.result"));
    m_result->setWordWrap(true);
    m_result->setProperty("role", QStringLiteral("muted"));

    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_resetAll);
    top->addWidget(m_print);
    auto* edit = new QHBoxLayout;
    edit->addWidget(m_name, 1);
    edit->addWidget(m_key);
    edit->addWidget(m_store);
    edit->addWidget(m_clear);
    edit->addWidget(m_reset);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addLayout(edit);
    column->addWidget(m_result);
}

QString KeyMapPage::chosenId() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? item->data(0, kIdRole).toString() : QString();
}

void KeyMapPage::fill() {
    const QString held = chosenId();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QHash<QString, QTreeWidgetItem*> groups;
    QTreeWidgetItem* chosen = nullptr;
    for (const ShellAction& action : m_actions.all()) {
        const QString key = action.key.toString(QKeySequence::NativeText);
        const QString whole = action.group + QLatin1Char(' ') + action.name + QLatin1Char(' ') + key;
        if (!whole.contains(m_search->text(), Qt::CaseInsensitive) &&
            !fuzzyScore(m_search->text(), action.name))
            continue;
        QTreeWidgetItem*& group = groups[action.group];
        if (!group) {
            group = new QTreeWidgetItem(m_list, {action.group});
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
            group->setExpanded(true);
        }
        auto* item = new QTreeWidgetItem(group, {action.name, key});
        item->setData(0, kIdRole, action.id);
        if (action.id == held)
            chosen = item;
    }
    m_list->expandAll();
    if (chosen)
        m_list->setCurrentItem(chosen);
    choose();
}

void KeyMapPage::choose() {
    const ShellAction* action = m_actions.find(chosenId());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_key, m_store, m_clear, m_reset})
        widget->setEnabled(action != nullptr);
    m_name->setText(action ? action->name : tr("Choose an action to change its key."));
    const QSignalBlocker quiet(m_key);
    m_key->setKeySequence(action ? action->key : QKeySequence());
    weigh();
}

void KeyMapPage::weigh() {
    const QString id = chosenId();
    const ShellAction* action = m_actions.find(id);
    const QKeySequence key = m_key->keySequence();
    const ShellAction* other = action ? m_actions.conflict(id, key) : nullptr;
    QString words;
    if (key.count() > 1)
        words = tr("One combination only: press the key again.");
    else if (other)
        words = tr("Taken by “%1”. Set takes it from there.").arg(other->name);
    m_result->setText(words);
    m_store->setText(other ? tr("Set anyway") : tr("Set"));
    m_store->setEnabled(action && key.count() <= 1 && key != action->key);
}

void KeyMapPage::store() {
    if (!m_actions.takeKey(chosenId(), m_key->keySequence())) {
        m_result->setText(tr("The kill switch always has a key. Choose another one instead."));
        return;
    }
    if (changed)
        changed();
}

void KeyMapPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

QString KeyMapPage::html() const {
    QString rows;
    QString group;
    for (const ShellAction& action : m_actions.all()) {
        if (action.key.isEmpty())
            continue;
        if (action.group != group)
            rows += QStringLiteral("<tr><th colspan='2' align='left'>%1</th></tr>")
                        .arg(action.group.toHtmlEscaped());
        group = action.group;
        rows += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>")
                    .arg(action.name.toHtmlEscaped(),
                         action.key.toString(QKeySequence::NativeText).toHtmlEscaped());
    }
    return QStringLiteral("<h2>%1</h2><table cellpadding='3' width='100%'>%2</table>")
        .arg(tr("Strikedesk keys").toHtmlEscaped(), rows);
}

void KeyMapPage::print() {
    auto printer = std::make_shared<QPrinter>();
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::NonModal);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QTextDocument document;
        document.setHtml(html());
        document.print(printer.get());
    });
    dialog->show();
}

} // namespace strikedesk::ui
