// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The data vendor's client of today against the sandbox.
import { restClient, websocketClient } from "@massive.com/client-js";

import { polygonSuite } from "./lib/polygon_suite.mjs";

polygonSuite({ restClient, websocketClient, takesObject: true });
