// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/workers/order_record_codec.h"

#include "core/io/store/json_archive.h"
#include "core/io/store/json_reader.h"

namespace strikedesk::workers {

namespace {

template <class Record>
std::optional<Result<trade::OrderRecord>> readAs(const store::OrderLogRecord& record) {
    if (record.kind != Record::kKind)
        return std::nullopt;
    auto read = store::fromJsonText<Record>(record.payload);
    if (!read)
        return Result<trade::OrderRecord>(read.error());
    return Result<trade::OrderRecord>(trade::OrderRecord(std::move(*read)));
}

template <class... Records>
Result<trade::OrderRecord> readAny(const store::OrderLogRecord& record, std::variant<Records...>*) {
    std::optional<Result<trade::OrderRecord>> read;
    // The first kind that matches answers; the others are not tried.
    static_cast<void>(((read = readAs<Records>(record)).has_value() || ...));
    if (read)
        return *read;
    return Error{ErrorKind::Unsupported,
                 "orders.log.unknown_kind",
                 "The order log was written by a newer version of this program. Start that version.",
                 {},
                 "record kind " + record.kind};
}

} // namespace

store::OrderLogRecord toLogRecord(const trade::OrderRecord& record, const Moment& at) {
    store::OrderLogRecord kept;
    kept.at = at;
    kept.kind = std::string(trade::kindOf(record));
    kept.payload = std::visit([](const auto& r) { return store::toJsonText(r); }, record);
    if (const auto* intent = std::get_if<trade::IntentRecorded>(&record)) {
        kept.intentId = intent->intent.id;
        kept.clientOrderId = intent->intent.clientOrderId;
    }
    return kept;
}

Result<trade::OrderRecord> fromLogRecord(const store::OrderLogRecord& record) {
    return readAny(record, static_cast<trade::OrderRecord*>(nullptr));
}

} // namespace strikedesk::workers
