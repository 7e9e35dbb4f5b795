// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/error_text.h"

#include <QCoreApplication>

namespace strikedesk::ui {

QString errorText(const Error& error) {
    return QCoreApplication::translate("strikedesk::Errors", error.message.c_str());
}

} // namespace strikedesk::ui
