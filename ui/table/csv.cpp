// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/csv.h"

namespace strikedesk::ui {

namespace {

bool looksLikeFormula(const QString& field) {
    if (field.isEmpty() || !QStringLiteral("=+-@\t\r").contains(field.front()))
        return false;
    QString number = field;
    number.remove(QLatin1Char(','));
    bool isNumber = false;
    (void)number.toDouble(&isNumber);
    return !isNumber;
}

QString written(const QString& field) {
    QString text = looksLikeFormula(field) ? QLatin1Char('\'') + field : field;
    // A spreadsheet knows a hyphen as minus, not the typographic one.
    text.replace(QChar(0x2212), QLatin1Char('-'));
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r')))
        return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

/// Walks the text once; `number` counts line ends, also those inside quotes.
class CsvWalk {
public:
    explicit CsvWalk(const QString& text) : m_text(text) {}

    std::vector<CsvLine> lines() {
        for (qsizetype at = 0; at < m_text.size(); ++at)
            take(at);
        endLine();
        return std::move(m_lines);
    }

private:
    void take(qsizetype& at) {
        const QChar c = m_text.at(at);
        if (c == QLatin1Char('\n'))
            ++m_number;
        if (m_isQuoted) {
            if (c != QLatin1Char('"'))
                m_field.append(c);
            else if (at + 1 < m_text.size() && m_text.at(at + 1) == c)
                m_field.append(m_text.at(++at));
            else
                m_isQuoted = false;
        } else if (c == QLatin1Char('"') && m_field.trimmed().isEmpty()) {
            m_field.clear();
            m_isQuoted = true;
        } else if (c == QLatin1Char(',')) {
            endField();
        } else if (c == QLatin1Char('\n')) {
            endLine();
        } else if (c != QLatin1Char('\r') && c != QChar(QChar::ByteOrderMark)) {
            m_field.append(c);
        }
    }
    void endField() {
        m_fields.append(m_field.trimmed());
        m_field.clear();
    }
    void endLine() {
        endField();
        if (m_fields.size() > 1 || !m_fields.front().isEmpty())
            m_lines.push_back({m_lineNumber, m_fields});
        m_fields.clear();
        m_lineNumber = m_number;
    }

    const QString& m_text;
    std::vector<CsvLine> m_lines;
    QStringList m_fields;
    QString m_field;
    bool m_isQuoted = false;
    int m_number = 1;
    int m_lineNumber = 1;
};

} // namespace

QString csvText(const std::vector<QStringList>& lines) {
    QString text;
    for (const QStringList& line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            text += (i > 0 ? QStringLiteral(",") : QString()) + written(line.at(i));
        text += QStringLiteral("\r\n");
    }
    return text;
}

std::vector<CsvLine> csvLines(const QString& text) { return CsvWalk(text).lines(); }

} // namespace strikedesk::ui
