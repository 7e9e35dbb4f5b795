// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/run/handover/thread_name.h"

#if defined(__linux__) || defined(__APPLE__)
#include <pthread.h>
#endif

namespace strikedesk::handover {

void nameThisThread([[maybe_unused]] const char* name) {
#if defined(__linux__)
    char kept[16] = {};
    for (int i = 0; i < 15 && name[i] != '\0'; ++i)
        kept[i] = name[i];
    pthread_setname_np(pthread_self(), kept);
#elif defined(__APPLE__)
    pthread_setname_np(name);
#endif
}

} // namespace strikedesk::handover
