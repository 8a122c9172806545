/** Runs in a folder of its own, with a fake npm that records how it was called and pretends to install. */
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
const inFolder = (path: string) => join(folder, path);

const always = { integrity: "sha512-a" };
const here = { ...always, optional: true, os: [process.platform], cpu: [process.arch] };
const elsewhere = { ...always, optional: true, os: ["aix"], cpu: ["ppc64"] };
const locked = { "": {}, always, here, elsewhere };
const installed = { always, here };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "installed-"));
  for (const path of ["bin", "node_modules/.bin"]) mkdirSync(inFolder(path), { recursive: true });
  copyProgram(".dev/ensure-installed.mjs");
  writeNpm(0);
  writePackages("whole.json", installed);
  writePackages("package-lock.json", locked);
  writePackages("node_modules/.package-lock.json", installed);
});
afterEach(() => rmSync(folder, { recursive: true }));

function copyProgram(path: string): void {
  mkdirSync(dirname(inFolder(path)), { recursive: true });
  cpSync(".dev/ensure-installed.mjs", inFolder(path));
}

function writeProgram(path: string, ...lines: readonly string[]): void {
  const program = ["#!/bin/sh", 'echo "$@" >> calls', ...lines, ""];
  writeFileSync(inFolder(path), program.join("\n"), { mode: 0o755 });
}

function writeNpm(seconds: number): void {
  const install = "mkdir -p node_modules && cp whole.json node_modules/.package-lock.json";
  writeProgram("bin/npm", `sleep ${seconds}`, install);
}

function writePackages(path: string, packages: Record<string, unknown>): void {
  writeFileSync(inFolder(path), JSON.stringify({ packages }));
}

function run(path = ".dev/ensure-installed.mjs") {
  const ofTest = [inFolder("node_modules/.bin"), inFolder("bin")];
  const folders = [...ofTest, dirname(process.execPath), "/usr/bin", "/bin"];
  const env = { PATH: folders.join(delimiter) };
  const options = { cwd: folder, env, timeout: 30_000 };
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [inFolder(path)], options, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? Number.NaN, stdout, stderr }),
    );
  });
}

const calls = () => (existsSync(inFolder("calls")) ? readFileSync(inFolder("calls"), "utf8") : "");
const options = "--include=dev --no-audit --no-fund --loglevel=error\n";
const repairing = `install --no-save --prefer-offline ${options}`;

test("nothing happens when everything for this machine is there", async () => {
  expect(await run()).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(calls()).toBe("");
});

test("a fresh clone is installed from the lockfile", async () => {
  rmSync(inFolder("node_modules"), { recursive: true });
  expect(await run()).toMatchObject({ status: 0, stderr: "" });
  expect(calls()).toBe(`ci ${options}`);
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ["an interrupted installation", locked, {}],
  ["another content of a package", locked, { ...installed, always: { integrity: "sha512-b" } }],
  ["a missing program for this machine", locked, { always }],
  ["a package that is no longer wanted", { "": {}, always }, installed],
])("%s is repaired from the lockfile, and not deleted first", async (_what, wanted, found) => {
  writePackages("package-lock.json", wanted);
  writePackages("node_modules/.package-lock.json", found);
  expect(await run()).toMatchObject({ status: 0, stderr: "" });
  expect(calls()).toBe(repairing);
});

test("of two commands at once the second waits for the first, and one that broke off holds up nobody", async () => {
  writeNpm(1);
  writePackages("node_modules/.package-lock.json", {});
  // No process has this number.
  writeFileSync(inFolder(".installing"), "4194305");
  const [first, second] = await Promise.all([run(), run()]);
  expect([first.status, second.status, calls()]).toEqual([0, 0, repairing]);
  expect(first.stdout + second.stdout).toContain("waiting …");
  expect(existsSync(inFolder(".installing"))).toBe(false);
});

test("a failed installation stops the command, and holds up nobody", async () => {
  rmSync(inFolder("node_modules"), { recursive: true });
  writeProgram("bin/npm", "exit 1");
  const stderr = "`npm ci` failed; its message is above.\n";
  expect(await run()).toMatchObject({ status: 1, stderr });
  expect(existsSync(inFolder(".installing"))).toBe(false);
});

test.each(["#", '"', "?", ":"])("a path with %s is refused in a sentence", async (character) => {
  const path = `odd${character}path/.dev/ensure-installed.mjs`;
  copyProgram(path);
  const { status, stderr } = await run(path);
  expect(status).toBe(1);
  expect(stderr).toContain(`contains ${character}, which its tools cannot read: ${folder}`);
});

test("a Node that cannot run the scripts is refused in a sentence", async () => {
  writeProgram("node_modules/.bin/node", "echo undefined");
  const { status, stderr } = await run();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^This project needs Node 22\.18 or newer\. .*\n$/);
});
