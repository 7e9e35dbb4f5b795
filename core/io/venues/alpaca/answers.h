// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/net/rest_reading.h"
#include "core/io/venues/alpaca/alpaca_rest.h"

namespace strikedesk::alpaca {

using net::decodedAnswer;
using net::gather;
using net::PagedRead;
using net::readAnswer;
using net::readPages;

} // namespace strikedesk::alpaca
