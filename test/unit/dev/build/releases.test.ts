/** The files that are kept of the last five releases, byte for byte. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { integrityOf } from "../../../../.dev/build/assets.ts";
import {
  contractBefore,
  keepPapers,
  keepRelease,
  type Release,
  readReleases,
  releaseOf,
  serveReleases,
} from "../../../../.dev/build/releases.ts";

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

/**
 * A build whose entry contains `text`, with a part of its own and two files that are always the
 * same.
 */
function release(version: string, text = version, frameText = "same"): Release {
  const name = text.replaceAll(".", "_");
  const write = (file: string, content: string) => {
    writeFileSync(join(built, file), content);
    return { href: `/assets/${file}`, integrity: integrityOf(join(built, file)) };
  };
  const [imports, lazy] = [[], []];
  const part = write(`part-${name}.js`, `part of ${text}`);
  const widget = { ...write(`widget-${name}.js`, text), imports, lazy: [part] };
  const frame = { ...write(`frame-${frameText}.js`, frameText), imports, lazy };
  const engine = { ...write("same-0.js", "same"), imports, lazy };
  const home = { ...write("home-1.js", "home"), imports, lazy };
  return releaseOf({ widget, frame, engine, ...{ home } }, { version, date: "2026-11-20" });
}

const scripts = (path: string) => readdirSync(path).filter((name) => name.endsWith(".js"));

describe("Releases", () => {
  test("none are kept before the first", () => {
    expect(readReleases(kept)).toEqual([]);
    serveReleases(served, kept);
    expect(scripts(served)).toEqual([]);
  });

  test("each has its licences and bill of materials, for as long as it is kept", () => {
    for (let minor = 1; minor <= 6; minor += 1) {
      const version = `0.${minor}.0`;
      for (const name of ["bom.json", "notices.txt"]) writeFileSync(join(built, name), version);
      keepPapers(keepRelease(release(version), built, kept), built, { [version]: [] }, kept);
    }
    const papers = readdirSync(kept).filter((name) => /^(?:bom|notices|contract)-/.test(name));
    const versions = ["0.2.0", "0.3.0", "0.4.0", "0.5.0", "0.6.0"];
    expect(papers.sort()).toEqual([
      ...versions.map((version) => `bom-${version}.json`),
      ...versions.map((version) => `contract-${version}.json`),
      ...versions.map((version) => `notices-${version}.txt`),
    ]);
    expect(contractBefore("0.6.0", kept)).toEqual({ version: "0.5.0", contract: { "0.5.0": [] } });
    expect(contractBefore("0.7.0", kept)?.version).toBe("0.6.0");
    for (const name of papers.filter((one) => !one.startsWith("contract-")))
      expect(name).toContain(readFileSync(join(kept, name), "utf8"));
  });

  test("the last five are kept and served; the files of the sixth go, those it shared stay", () => {
    for (let minor = 1; minor <= 6; minor += 1) keepRelease(release(`0.${minor}.0`), built, kept);
    expect(readReleases(kept).map(({ version }) => version)).toEqual([
      ...["0.6.0", "0.5.0", "0.4.0", "0.3.0", "0.2.0"],
    ]);
    serveReleases(served, kept);
    expect(scripts(served)).toEqual(scripts(kept));
    expect(scripts(served)).toHaveLength(12);
    expect(scripts(served)).not.toContain("widget-0_1_0.js");
    expect(readFileSync(join(served, "part-0_2_0.js"), "utf8")).toBe("part of 0.2.0");
  });

  test("keeping one twice changes nothing; other files under its version are refused", () => {
    const first = keepRelease(release("0.1.0"), built, kept);
    expect(keepRelease(release("0.1.0"), built, kept)).toEqual(first);
    expect(() => keepRelease(release("0.1.0", "other"), built, kept)).toThrow("raise the version");
    expect(scripts(kept)).not.toContain("widget-other.js");
    const frameChanged = release("0.1.0", "0.1.0", "changed");
    expect(() => keepRelease(frameChanged, built, kept)).toThrow("raise the version");
    expect(readReleases(kept)).toEqual(first);
  });

  test("what no snippet loads is not kept; what one loads is named with its integrity", () => {
    const [one] = keepRelease(release("0.1.0"), built, kept);
    expect(scripts(kept)).toEqual([
      ...["frame-same.js", "part-0_1_0.js", "same-0.js", "widget-0_1_0.js"],
    ]);
    for (const { href, integrity } of [one?.widget, one?.frame].filter(
      (part) => part !== undefined,
    )) {
      expect(one?.files[href.replace("/assets/", "")]).toBe(integrity);
    }
    expect(one?.frame.href).toBe("/assets/frame-same.js");
  });

  test("a kept file that was lost or altered, or whose name has another content, stops the build", () => {
    keepRelease(release("0.1.0"), built, kept);
    writeFileSync(join(served, "part-0_1_0.js"), "something else");
    expect(() => serveReleases(served, kept)).toThrow("part-0_1_0.js of release 0.1.0 differs");
    for (const name of ["part-0_1_0.js", "widget-0_1_0.js"]) {
      const true_ = readFileSync(join(kept, name));
      writeFileSync(join(kept, name), "altered");
      expect(() => serveReleases(served, kept)).toThrow(`${name} is not what release 0.1.0 was`);
      writeFileSync(join(kept, name), true_);
    }
    rmSync(join(kept, "widget-0_1_0.js"));
    expect(() => serveReleases(served, kept)).toThrow("widget-0_1_0.js of release 0.1.0 is not in");
  });

  test("a list that names files elsewhere is refused", () => {
    mkdirSync(kept);
    const bad = { ...release("0.1.0"), files: { "../widget-0_1_0.js": "sha384-x" } };
    writeFileSync(join(kept, "releases.json"), JSON.stringify([bad]));
    expect(() => readReleases(kept)).toThrow();
  });
});
