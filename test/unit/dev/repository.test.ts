/**
 * The repository as a whole: licences, packages, paths, the container, the baseline, and the proofs that SECURITY.md
 * names.
 */

import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { answerVersion, serverVersion } from "#data/generated/version.ts";
import { baseline } from "../../../.dev/build/bundle.ts";
import { computeAnswerAndServerVersions } from "../../../.dev/build/versions.ts";
import { root } from "../../../.dev/files.ts";
import packageFile from "../../../package.json" with { type: "json" };
import lockfile from "../../../package-lock.json" with { type: "json" };
import { context } from "../../support/container.ts";
import { isWhole } from "../../support/sample.ts";

const textOf = (path: string) => readFileSync(join(root, path), "utf8");

/** What may be shipped, and what may be used to build and test, is said by the licences in the lockfile. */
type Locked = { license?: string; integrity?: string; dev?: boolean; devOptional?: boolean };
const { packages } = lockfile;
const locked = Object.entries<Locked>(packages).filter(([path]) => path !== "");

/** These licences ask for no more than their text beside every copy, which is in `notices.txt`. */
const permissive = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

/** These licences set terms for changed or linked copies, of which we make and ship none. */
const toolsOnly = ["MPL-2.0", "LGPL-3.0-or-later", "CC0-1.0", "OFL-1.1", "CPAL-1.0", "PSF-2.0"];

/** `A AND B` needs both, `A OR B` one of them. */
function allows(list: readonly string[], license: string | undefined): boolean {
  return (license ?? "none")
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((needed) => needed.split(" OR ").some((licence) => list.includes(licence)));
}

it("what ships is under a licence that asks for its notice only", () => {
  const ships = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
  const paths = ships.map(([path]) => path);
  for (const name of Object.keys(packageFile.dependencies)) {
    expect(paths).toContain(`node_modules/${name}`);
  }
  expect(ships.filter(([, { license }]) => !allows(permissive, license))).toEqual([]);
});

it("what builds and tests is under a licence that allows it", () => {
  const list = [...permissive, ...toolsOnly];
  expect(locked.filter(([, { license }]) => !allows(list, license))).toEqual([]);
  expect(locked.length).toBeGreaterThan(100);
});

it("every package of the lockfile is named with the hash of its content", () => {
  expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ""))).toEqual([]);
});

it("there is one simulator: ours is the one that wrangler needs", () => {
  const { version } = packages["node_modules/miniflare"];
  expect(packages["node_modules/wrangler"].dependencies.miniflare).toBe(version);
});

/**
 * Matches the path of a URL that is used as a path of the file system: the folder of the repository may have any name,
 * and a space in a path is `%20` in its URL.
 */
const taken = /import\.meta\.(?:url|resolve)\b[^;]*\)\s*\.(?:pathname|href\.)/;

const sources = ["{.dev,data,functions,widget,test}/**/*.{ts,tsx,mjs}", "*.ts"];
const exclude = ["data/generated/**"];
const files = globSync(sources, { cwd: root, exclude });

it("no path of a file is read from an URL as it is", () => {
  expect(files.length).toBeGreaterThan(700);
  expect(files.filter((file) => taken.test(textOf(file)))).toEqual([]);
});

it("a container is built from the files that git has, whatever else lies in the folder", () => {
  const ofGit = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", ofGit, { cwd: root, encoding: "utf8" }).split("\0");
  const seen = context();
  expect(seen).toEqual(expect.arrayContaining(["package.json", "data/outcomes.json"]));
  expect(seen.filter((path) => !listed.includes(path))).toEqual([]);
});

it.each([
  ...["README.md", "widget/embedding.md", "functions/server/documentation/guides/operators.md"],
])("%s names the oldest browsers that the build is made for", (path) => {
  const { chrome, edge, firefox, safari } = baseline;
  expect(edge).toBe(chrome);
  const [line] = /Browsers: .*? and newer/.exec(textOf(path)) ?? [];
  expect(line).toBe(
    `Browsers: Chrome, Edge and WebView2 ${chrome}, Firefox ${firefox} ESR, Safari ${safari} and newer`,
  );
});

/** Every test that SECURITY.md calls a proof exists under that title. */
const [, table = ""] = textOf("SECURITY.md").split("## Checked against");
const rows = table.split("\n").filter((line) => /^\| \d/.test(line));

/** The required items, of the conventions for a public widget that is only read. */
const items = [
  ...["3.2.1", "3.2.2", "3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5", "3.4.6", "3.4.7", "3.5.5"],
  ...["3.5.6", "3.5.7", "3.6.1", "3.7.2", "4.1.1", "4.1.4"],
];

it("SECURITY.md has a row for every item", () => {
  const named = rows.map((row) => row.match(/^\| ([\d.]+)/)?.[1]);
  expect(named).toEqual(expect.arrayContaining(items));
  expect(new Set(named).size).toBe(named.length);
});

it.each(rows)("%s", (row) => {
  const [, , , proofs = ""] = row.split("|");
  const files = [...proofs.matchAll(/\[[^\]]+\]\(([^)]+)\): ((?:"[^"]+"(?:, )?)+)/g)];
  expect(files.length).toBeGreaterThan(0);
  for (const [, path = "", titles = ""] of files) {
    expect(existsSync(join(root, path)), path).toBe(true);
    const source = textOf(path);
    for (const [title] of titles.matchAll(/"[^"]+"/g)) {
      // The text must be the title of a test, not a part of a comment.
      const calls = source.split(title).slice(0, -1);
      expect(
        calls.some((before) => /\b(?:it|test)(?:\.\w+\([\s\S]*\))?\(\s*$/.test(before.slice(-400))),
        title,
      ).toBe(true);
    }
  }
});

/** The versions of this code; `build/versions.slow.test.ts` tests when they change. */
it.runIf(isWhole)("the versions are those of the code that is here", async () => {
  expect(await computeAnswerAndServerVersions(root, dataVersion)).toEqual({
    answerVersion,
    serverVersion,
  });
  expect(answerVersion).toMatch(new RegExp(`^${dataVersion}-[0-9a-f]{8}$`));
  expect(serverVersion).toMatch(/^[0-9a-f]{8}$/);
});

it("the code that answers holds whatever a route calls an answer", () => {
  const routes = globSync("functions/**/*.{ts,tsx}", { cwd: root })
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }))
    .filter(({ text }) => /\bisAnswer: /.test(text));
  expect(routes.length).toBeGreaterThan(5);
  expect(routes.filter(({ text }) => !text.includes('/answers.ts"'))).toEqual([]);
});
