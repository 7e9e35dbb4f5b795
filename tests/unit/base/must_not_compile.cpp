// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/archive.h"
#include "core/base/money.h"
#include "core/base/secret.h"
#include "core/base/settings/settings.h"

#include <ostream>

namespace strikedesk {

void use(std::ostream& out, Price price, Money money, const Secret& secret, const Settings& settings,
         BinaryWriter& writer) {
#if defined(CASE_correct)
    (void)(price + price);
    (void)(money + money);
    (void)settings.duration("orders.fill_wait_seconds");
    writer.field("price", price);
    out << secret.size();
    const Result<Price> read = Price::tryFromText("1");
    out << read.ok();
#elif defined(CASE_price_times_price)
    (void)(price * price);
#elif defined(CASE_price_plus_money)
    (void)(price + money);
#elif defined(CASE_misspelt_setting)
    (void)settings.duration("orders.fil_wait_seconds");
#elif defined(CASE_setting_of_another_kind)
    (void)settings.integer("orders.fill_wait_seconds");
#elif defined(CASE_printed_secret)
    out << secret;
#elif defined(CASE_archived_secret)
    writer.field("secret", secret);
#elif defined(CASE_result_ignored_as_bool)
    const bool flag = Price::tryFromText("1");
    out << flag;
#endif
}

} // namespace strikedesk
