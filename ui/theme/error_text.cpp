// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/error_text.h"

#include "ui/theme/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace strikedesk::ui {

namespace {

/// The minus of the house in front of figures.
QString withMinus(QString sentence) {
    static const QRegularExpression s_hyphen(QStringLiteral("(?<![\\w\\-])-(?=\\d)"));
    return sentence.replace(s_hyphen, QString(QChar(0x2212)));
}

bool isKnown(const QString& sentence) {
    const QByteArray english = sentence.toUtf8();
    return QCoreApplication::translate("strikedesk::Errors", english.constData()) != sentence ||
           QCoreApplication::translate("strikedesk::Sentences", english.constData()) != sentence;
}

} // namespace

QString sentenceText(const std::string& english) {
    const QString plain = QString::fromStdString(english);
    QString known = QCoreApplication::translate("strikedesk::Errors", english.c_str());
    if (known != plain)
        return known;
    // "Quote age 2.1 s" is known as "Quote age %1 s", "Bought 2 SPY 18 Nov 656 C at 0.75." as "Bought %1 %2
    // at %3."
    static const QRegularExpression s_figure(QStringLiteral(
        "\\b[A-Z]{1,6} \\d{1,2} [A-Z][a-z]{2} \\d+(?:\\.\\d+)? [CP]\\b|[+\\-\u2212]?\\d(?:[\\d,.]*\\d)?"));
    constexpr qsizetype kMostFigures = 9;
    QStringList figures;
    QString pattern;
    qsizetype end = 0;
    for (auto match = s_figure.globalMatch(plain); match.hasNext();) {
        const auto figure = match.next();
        figures.append(figure.captured());
        pattern += plain.mid(end, figure.capturedStart() - end) + QStringLiteral("%%1").arg(figures.size());
        end = figure.capturedEnd();
    }
    pattern += plain.mid(end);
    known = QCoreApplication::translate("strikedesk::Sentences", pattern.toUtf8().constData());
    if (known == pattern || figures.size() > kMostFigures) {
        // "The broker refused to buy 2 … at 0.75: " and a reason, each known on its own or not.
        const qsizetype colon = plain.indexOf(QLatin1String(": "));
        // Of several sentences each may be known: what we say, then the venue's own words. What stands before
        // the colon may also be known as a whole.
        const qsizetype stop = plain.left(colon).lastIndexOf(QLatin1String(". "));
        if (stop > 0 && !isKnown(plain.left(colon))) {
            const QString before = sentenceText(plain.left(stop + 1).toStdString());
            return before + QLatin1Char(' ') + sentenceText(plain.mid(stop + 2).toStdString());
        }
        if (colon < 0)
            return withMinus(plain);
        const QString reason = sentenceText(plain.mid(colon + 2).toStdString());
        const QString head = sentenceText(plain.left(colon).toStdString());
        return withMinus(head + QLatin1String(": ") + reason);
    }
    for (const QString& figure : figures)
        known = known.arg(contractInWords(figure));
    return withMinus(known);
}

QString errorText(const Error& error) { return sentenceText(error.message); }

} // namespace strikedesk::ui
