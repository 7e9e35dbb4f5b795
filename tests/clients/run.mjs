// SPDX-FileCopyrightText: 2026 The Strikedesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one test file with the packages of package.json, which live in the build folder and never beside the sources.
//   node run.mjs FOLDER packages       brings the packages into FOLDER (npm's cache first, then the registry)
//   node run.mjs FOLDER NAME.test.mjs  runs that file from a copy in FOLDER
// Ends with 77, ctest's "skipped", and a sentence when the packages cannot be had.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const SKIPPED = 77;
const INSTALL_LIMIT_MS = 120_000;
const source = dirname(fileURLToPath(import.meta.url));
const [, , folderWord, what] = process.argv;
const folder = resolve(folderWord);
const stamp = join(folder, "installed.json");

function skip(sentence) {
    console.log(`SKIPPED: ${sentence}`);
    process.exit(SKIPPED);
}

/** What the stamp of a finished installation says: the lock file and the Node that installed it. */
function wanted() {
    return JSON.stringify({ node: process.versions.node, lock: readFileSync(join(source, "package-lock.json"), "utf8") });
}

function isInstalled() {
    return existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();
}

function install() {
    mkdirSync(folder, { recursive: true });
    if (isInstalled())
        return;
    rmSync(stamp, { force: true });
    for (const name of ["package.json", "package-lock.json", ".npmrc"])
        copyFileSync(join(source, name), join(folder, name));
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const done = spawnSync(npm, ["ci", "--prefer-offline", "--fetch-retries=1", "--fetch-timeout=20000"],
        { cwd: folder, encoding: "utf8", timeout: INSTALL_LIMIT_MS, shell: process.platform === "win32" });
    if (done.error || done.status !== 0) {
        console.log(done.stderr ?? "");
        skip("The vendors' clients could not be installed with npm; its words are above.");
    }
    writeFileSync(stamp, wanted());
}

if (Number(process.versions.node.split(".")[0]) < 20)
    skip(`The vendors' clients need Node 20 or newer; this is ${process.versions.node}.`);
if (what === "packages") {
    install();
} else {
    if (!isInstalled())
        skip("The vendors' clients are not installed; the test Clients.Packages tells why.");
    // A module finds its packages from where it lies, so the sources run from a copy beside them.
    const copy = join(folder, "run", what.replace(/\.mjs$/, ""));
    rmSync(copy, { recursive: true, force: true });
    cpSync(source, copy, { recursive: true, filter: path => !path.includes("node_modules") });
    // The vendors' descriptions and samples lie beside the checkout, or where the variable says.
    const shared = process.env.STRIKEDESK_SHARED_DIR ?? resolve(source, "..", "..", "..", "shared");
    const run = spawnSync(process.execPath, [what], { cwd: copy, stdio: "inherit", env: { ...process.env, STRIKEDESK_SHARED_DIR: shared } });
    process.exit(run.status ?? 1);
}
