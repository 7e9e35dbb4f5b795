// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/venues/common/fast_read.h"
#include "core/io/venues/common/feed_values.h"
#include "core/io/venues/common/field_reader.h"
#include "core/io/venues/common/json_tree.h"
#include "core/io/venues/common/json_writer.h"

namespace strikedesk::alpaca {

// What the codecs of all venues share, under this venue's name.
using venues::decodeEach;
using venues::decodeRoot;
using venues::FastClock;
using venues::fastCount;
using venues::fastPrice;
using venues::fastSymbol;
using venues::FieldReader;
using venues::FrameCount;
using venues::Imbalance;
using venues::JsonTree;
using venues::JsonWriter;
using venues::parseVenueDecimal;
using venues::PriceBand;
using venues::TradeCancel;
using venues::TradeCorrection;
using venues::unexpectedAnswer;

} // namespace strikedesk::alpaca
