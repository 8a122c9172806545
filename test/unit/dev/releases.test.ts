/** What stays of earlier releases: the files of the last five, byte for byte. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { integrityOf } from "../../../.dev/assets.ts";
import { keepRelease, type Release, readReleases, serveReleases } from "../../../.dev/releases.ts";

let folder: string;
let built: string;
let kept: string;
let served: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "releases-"));
  built = join(folder, "built");
  kept = join(folder, "kept");
  served = join(folder, "served");
  for (const path of [built, served]) mkdirSync(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A build whose entry says `text`, with a part of its own and one that never changes. */
function release(version: string, text = version): Release {
  const name = text.replaceAll(".", "_");
  const files = { [`widget-${name}.js`]: text, [`part-${name}.js`]: `part of ${text}` };
  for (const [file, content] of Object.entries({ ...files, "same-0.js": "same" })) {
    writeFileSync(join(built, file), content);
  }
  return {
    version,
    date: "2026-11-20",
    href: `/assets/widget-${name}.js`,
    integrity: integrityOf(join(built, `widget-${name}.js`)),
    files: [...Object.keys(files), "same-0.js"],
  };
}

const scripts = (path: string) => readdirSync(path).filter((name) => name.endsWith(".js"));

describe("Releases", () => {
  test("none are kept before the first", () => {
    expect(readReleases(kept)).toEqual([]);
    serveReleases(served, kept);
    expect(scripts(served)).toEqual([]);
  });

  test("the last five are kept and served; the files of the sixth go, those it shared stay", () => {
    for (let minor = 1; minor <= 6; minor += 1) keepRelease(release(`0.${minor}.0`), built, kept);
    expect(readReleases(kept).map(({ version }) => version)).toEqual([
      ...["0.6.0", "0.5.0", "0.4.0", "0.3.0", "0.2.0"],
    ]);
    serveReleases(served, kept);
    expect(scripts(served)).toEqual(scripts(kept));
    expect(scripts(served)).toHaveLength(11);
    expect(scripts(served)).not.toContain("widget-0_1_0.js");
    expect(readFileSync(join(served, "part-0_2_0.js"), "utf8")).toBe("part of 0.2.0");
  });

  test("keeping one twice changes nothing; other files under its version are refused", () => {
    const first = keepRelease(release("0.1.0"), built, kept);
    expect(keepRelease(release("0.1.0"), built, kept)).toEqual(first);
    expect(() => keepRelease(release("0.1.0", "other"), built, kept)).toThrow("raise the version");
    expect(scripts(kept)).not.toContain("widget-other.js");
  });

  test("a kept file that was lost or altered, or whose name has another content, stops the build", () => {
    keepRelease(release("0.1.0"), built, kept);
    writeFileSync(join(served, "part-0_1_0.js"), "something else");
    expect(() => serveReleases(served, kept)).toThrow("part-0_1_0.js of release 0.1.0 differs");
    writeFileSync(join(kept, "widget-0_1_0.js"), "altered");
    expect(() => serveReleases(served, kept)).toThrow("not what release 0.1.0 was");
    rmSync(join(kept, "widget-0_1_0.js"));
    expect(() => serveReleases(served, kept)).toThrow("widget-0_1_0.js of release 0.1.0 is not in");
  });

  test("a list that names files elsewhere is refused", () => {
    mkdirSync(kept);
    const bad = { ...release("0.1.0"), files: ["../widget-0_1_0.js"] };
    writeFileSync(join(kept, "releases.json"), JSON.stringify([bad]));
    expect(() => readReleases(kept)).toThrow();
  });
});
