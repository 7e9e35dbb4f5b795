// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/language/translation_file.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace strikedesk {

namespace {

TranslationEntry readMessage(QXmlStreamReader& xml, const QString& context) {
    TranslationEntry entry;
    entry.context = context;
    entry.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            entry.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entry.isUnfinished = !xml.attributes().value(QLatin1String("type")).isEmpty();
            if (!entry.isPlural)
                entry.forms = {xml.readElementText()};
            else
                while (xml.readNextStartElement())
                    entry.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

} // namespace

std::vector<TranslationEntry> readTranslations(const QString& file) {
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly))
        return {};
    std::vector<TranslationEntry> entries;
    QXmlStreamReader xml(&bytes);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNext() || !xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            entries.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<TranslationEntry>() : entries;
}

QStringList placeholdersOf(const QString& text) {
    static const QRegularExpression s_place(QStringLiteral("%L?\\d+|%n|&\\w*;|&|\\n|<[^>]*>"));
    QStringList found;
    for (auto match = s_place.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    return found;
}

} // namespace strikedesk
