// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for what a socket brings: by event with a deadline, never by sleeping.

const DEADLINE_MS = 30_000;

/** Keeps everything it is given and hands out the first that fits, whether it came already or is still to come. */
export class Events {
    constructor(name) {
        this.name = name;
        this.all = [];
        this.waiting = [];
    }

    push(event) {
        this.all.push(event);
        this.waiting = this.waiting.filter(wait => !wait.look());
    }

    /** The first event `fits` accepts from `from` on; fails with what came instead when the deadline passes. */
    first(fits = () => true, what = "an event", from = 0) {
        const look = () => this.all.slice(from).find(fits);
        const found = look();
        if (found !== undefined)
            return Promise.resolve(found);
        return this.#later(() => look(), what);
    }

    /** The first `count` events that fit. */
    some(count, fits = () => true, what = `${count} events`) {
        const look = () => {
            const found = this.all.filter(fits);
            return found.length >= count ? found.slice(0, count) : undefined;
        };
        const found = look();
        return found ? Promise.resolve(found) : this.#later(look, what);
    }

    #later(look, what) {
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                const last = JSON.stringify(this.all.slice(-3), (_, value) => typeof value === "bigint" ? String(value) : value);
                reject(new Error(`${this.name}: no ${what} within ${DEADLINE_MS} ms; ${this.all.length} events, the last: ${last}`));
            }, DEADLINE_MS);
            this.waiting.push({ look: () => {
                const found = look();
                if (found === undefined)
                    return false;
                clearTimeout(timer);
                resolve(found);
                return true;
            } });
        });
    }
}
