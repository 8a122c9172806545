/**
 * Runs in a folder of its own, with a fake npm that only records how it was called and pretends to
 * install.
 */
import { execFile, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
const inFolder = (...path: string[]) => join(folder, ...path);

const wanted = {
  "": { name: "example" },
  "node_modules/always": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/here": {
    version: "1.0.0",
    optional: true,
    os: [process.platform],
    cpu: [process.arch],
  },
  "node_modules/elsewhere": { version: "1.0.0", optional: true, os: ["aix"], cpu: ["ppc64"] },
};
const { "": _self, "node_modules/elsewhere": _elsewhere, ...installed } = wanted;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "installed-"));
  for (const path of [".dev", "bin", "node_modules/.bin"])
    mkdirSync(inFolder(path), { recursive: true });
  cpSync(".dev/ensure-installed.mjs", inFolder(".dev/ensure-installed.mjs"));
  const npm = `#!/bin/sh\necho "$@" >> ${inFolder("calls")}\n`;
  writeFileSync(inFolder("bin/npm"), npm, { mode: 0o755 });
  writePackages("package-lock.json", wanted);
  writePackages("node_modules/.package-lock.json", installed);
  for (const path of Object.keys(installed)) mkdirSync(inFolder(path));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writePackages(file: string, packages: Record<string, unknown>): void {
  writeFileSync(inFolder(file), JSON.stringify({ packages }));
}

function run(HOME = folder) {
  const PATH = [inFolder("node_modules/.bin"), inFolder("bin"), "/usr/bin", "/bin"].join(delimiter);
  const { status, stderr } = spawnSync(process.execPath, [inFolder(".dev/ensure-installed.mjs")], {
    env: { PATH, HOME },
    encoding: "utf8",
  });
  const calls = existsSync(inFolder("calls")) ? readFileSync(inFolder("calls"), "utf8") : "";
  return { status, stderr, calls };
}

const flags = "--include=dev --no-audit --no-fund --loglevel=error\n";
const installing = { status: 0, stderr: "", calls: `ci ${flags}` };
/** An installation that is there is not deleted before it is repaired. */
const repairing = { ...installing, calls: `install --no-save --prefer-offline ${flags}` };
const nothing = { status: 0, stderr: "", calls: "" };

test("nothing happens when everything for this machine is there", () => {
  expect(run()).toEqual(nothing);
});

test("a lockfile that is only newer changes nothing", () => {
  const later = new Date(Date.now() + 60_000);
  utimesSync(inFolder("package-lock.json"), later, later);
  expect(run()).toEqual(nothing);
});

test("a fresh clone is installed from the lockfile", () => {
  rmSync(inFolder("node_modules"), { recursive: true });
  expect(run()).toEqual(installing);
});

test("of two commands at once the second waits for the first, and one that broke off holds up nobody", async () => {
  writePackages("node_modules/.package-lock.json", {});
  const npm = [
    "#!/bin/sh",
    `echo "$@" >> ${inFolder("calls")}`,
    "sleep 0.5",
    `cp ${inFolder("whole.json")} ${inFolder("node_modules/.package-lock.json")}`,
  ];
  writePackages("whole.json", installed);
  writeFileSync(inFolder("bin/npm"), `${npm.join("\n")}\n`, { mode: 0o755 });
  // No process has this number.
  writeFileSync(inFolder(".installing"), "4194305");
  const env = { PATH: [inFolder("bin"), "/usr/bin", "/bin"].join(delimiter), HOME: folder };
  const start = () =>
    promisify(execFile)(process.execPath, [inFolder(".dev/ensure-installed.mjs")], { env });
  const [first, second] = await Promise.all([start(), start()]);
  expect(readFileSync(inFolder("calls"), "utf8")).toBe(repairing.calls);
  expect(first.stdout + second.stdout).toContain("waiting for it");
  expect(existsSync(inFolder(".installing"))).toBe(false);
});

test("where HOME cannot be written, npm has another cache, which is gone afterwards", () => {
  rmSync(inFolder("node_modules"), { recursive: true });
  writeFileSync(inFolder("home"), "a file");
  const { calls, ...result } = run(inFolder("home"));
  const [, cache = ""] = calls.match(/ --cache (\S+)\n$/) ?? [];
  expect({ ...result, calls: calls.replace(` --cache ${cache}`, "") }).toEqual(installing);
  expect([cache.startsWith(tmpdir()), existsSync(cache)]).toEqual([true, false]);
});

test.each<[string, () => void]>([
  ["an interrupted installation", () => rmSync(inFolder("node_modules/.package-lock.json"))],
  ["a deleted package", () => rmSync(inFolder("node_modules/always"), { recursive: true })],
  [
    "another version",
    () =>
      writePackages("package-lock.json", {
        ...wanted,
        "node_modules/always": { version: "1.0.1", integrity: "sha512-a" },
      }),
  ],
  [
    "another content of the same version",
    () =>
      writePackages("package-lock.json", {
        ...wanted,
        "node_modules/always": { version: "1.0.0", integrity: "sha512-b" },
      }),
  ],
  [
    "a package that is no longer wanted",
    () =>
      writePackages("package-lock.json", {
        "": {},
        "node_modules/always": installed["node_modules/always"],
      }),
  ],
  [
    "a missing program for this machine",
    () => rmSync(inFolder("node_modules/here"), { recursive: true }),
  ],
])("%s is repaired from the lockfile", (_what, change) => {
  change();
  expect(run()).toEqual(repairing);
});

test("a failed installation stops the command", () => {
  rmSync(inFolder("node_modules"), { recursive: true });
  writeFileSync(inFolder("bin/npm"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  expect(run()).toMatchObject({
    status: 1,
    stderr: "`npm ci` failed; its message is above. Missing or different: always, here.\n",
  });
});

test.each(["#", '"', "?", ":"])("a path with %s is refused in a sentence", (character) => {
  const odd = inFolder(`odd${character}path`);
  mkdirSync(join(odd, ".dev"), { recursive: true });
  cpSync(".dev/ensure-installed.mjs", join(odd, ".dev/ensure-installed.mjs"));
  const { status, stderr } = spawnSync(process.execPath, [join(odd, ".dev/ensure-installed.mjs")], {
    env: { PATH: "/usr/bin:/bin" },
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([
    1,
    `The path of this folder contains ${character}, which its tools cannot read: ${odd}. Move it.\n`,
  ]);
});

test("a Node that does not start is reported in a sentence", () => {
  writeFileSync(inFolder("node_modules/.bin/node"), "#!/bin/sh\nexit 127\n", { mode: 0o755 });
  const { status, stderr } = run();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^This project needs Node 22\.18 or newer, .*\n$/);
});
