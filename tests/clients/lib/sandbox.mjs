// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sandbox of our own for one test file: a child process on a port the system chose, with a folder that goes away.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const START_DEADLINE_MS = 20_000;
const END_DEADLINE_MS = 10_000;

export const KEY = "SANDBOX-KEY";
export const SECRET = "sandbox-secret";

/** The market time the tests begin at: a plain Monday, seventy minutes after the open. */
export const START = "2026-03-02T15:40:00Z";

function withDeadline(promise, milliseconds, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds} ms`)), milliseconds);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Sandbox {
    /** Starts `strikedeskctl sandbox`; `args` are further words of its command line. */
    static async start(args = []) {
        const program = process.env.STRIKEDESK_CTL;
        if (!program)
            throw new Error("Set STRIKEDESK_CTL to the strikedeskctl program.");
        const folder = mkdtempSync(join(tmpdir(), "strikedesk-clients-"));
        const words = ["sandbox", "--port", "0", "--seed", "7", "--start", START, "--end-with-parent",
            "--venue-db", join(folder, "venue.db"), ...args];
        const environment = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
        const child = spawn(program, words, { cwd: folder, env: environment, stdio: ["pipe", "pipe", "inherit"] });
        const sandbox = new Sandbox(child, folder);
        sandbox.port = await withDeadline(sandbox.#portOf(), START_DEADLINE_MS, "The start of the sandbox");
        return sandbox;
    }

    constructor(child, folder) {
        this.child = child;
        this.folder = folder;
        this.ended = new Promise(resolve => child.once("close", resolve));
    }

    #portOf() {
        return new Promise((resolve, reject) => {
            createInterface({ input: this.child.stdout }).on("line", line => {
                const found = /^listening (\d+)$/.exec(line);
                if (found)
                    resolve(Number(found[1]));
            });
            this.child.once("error", reject);
            this.child.once("close", code => reject(new Error(`The sandbox ended with ${code} before it listened.`)));
        });
    }

    get http() { return `http://127.0.0.1:${this.port}`; }
    get webSocket() { return `ws://127.0.0.1:${this.port}`; }

    async #control(path, body) {
        const options = body ? { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {};
        const answer = await fetch(`${this.http}/sandbox/v1/${path}`, options);
        if (!answer.ok)
            throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
    }

    status() { return this.#control("status"); }

    /** Moves the market's clock forward, to an RFC 3339 time or by a speed, without waiting. */
    clock(change) { return this.#control("clock", change); }

    /** Ends the process, by its id, and removes its folder. */
    async stop() {
        this.child.kill("SIGTERM");
        await withDeadline(this.ended, END_DEADLINE_MS, "The end of the sandbox").catch(() => this.child.kill("SIGKILL"));
        rmSync(this.folder, { recursive: true, force: true });
    }
}
