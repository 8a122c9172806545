/** The last releases of the scripts: a page with a pasted snippet names one file by its hash. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import type { Asset, Entry } from "#server/pages/html/asset.ts";
import { root } from "../files.ts";
import { integrityOf } from "./assets.ts";
import type { Contract } from "./contract.ts";

const releasesKept = 5;

const releasesFolder = join(root, "widget/releases");

const scriptSchema = v.object({ href: v.string(), integrity: v.string() });

const releaseSchema = v.object({
  version: v.string(),
  date: v.pipe(v.string(), v.isoDate()),
  /** As in the snippets of that release: the script of the element, and the script for frames. */
  widget: scriptSchema,
  frame: scriptSchema,
  /** Integrity of these scripts and of all files they may load, by file name. */
  files: v.record(v.pipe(v.string(), v.regex(/^[\w-]+\.js$/)), v.string()),
});

export type Release = v.InferOutput<typeof releaseSchema>;

type Assets = Record<"widget" | "frame" | "engine", Entry>;

/** The files that snippets load, and those that these load. */
export function releaseOf(
  { widget, frame, engine }: Assets,
  { version, date }: Pick<Release, "version" | "date">,
): Release {
  const script = ({ href, integrity }: Asset): Asset => ({ href, integrity });
  const parts = [widget, frame, engine].flatMap((entry) => [
    entry,
    ...entry.imports,
    ...entry.lazy,
  ]);
  return {
    version,
    date,
    widget: script(widget),
    frame: script(frame),
    files: Object.fromEntries(
      parts.map(({ href, integrity }) => [href.replace("/assets/", ""), integrity]),
    ),
  };
}

/** The newest release is first. */
export function readReleases(folder = releasesFolder): Release[] {
  const path = join(folder, "releases.json");
  if (!existsSync(path)) return [];
  return v.parse(v.array(releaseSchema), JSON.parse(readFileSync(path, "utf8")));
}

/** Copies the files of a new release, and deletes what only releases before the last need. */
export function keepRelease(release: Release, assets: string, folder = releasesFolder): Release[] {
  const before = readReleases(folder);
  const same = before.find(({ version }) => version === release.version);
  if (same) {
    if (isDeepStrictEqual(same.files, release.files)) return before;
    throw new Error(`${release.version} was released with other files: raise the version.`);
  }
  const kept = [release, ...before].slice(0, releasesKept);
  mkdirSync(folder, { recursive: true });
  copyFiles(release, assets, folder);
  const needed = new Set(kept.flatMap(({ files }) => Object.keys(files)));
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".js") && !needed.has(name)) rmSync(join(folder, name));
  }
  writeFileSync(join(folder, "releases.json"), `${JSON.stringify(kept, null, 2)}\n`);
  return kept;
}

/** What says what is in a release, and under which licences. */
const papers = { "bom.json": "bom-VERSION.json", "notices.txt": "notices-VERSION.txt" } as const;

const contractName = (version: string) => `contract-${version}.json`;

/**
 * Writes the contract of the newest release, and copies its papers from `dist`. Deletes those of
 * releases that are not kept.
 */
export function keepPapers(
  kept: readonly Release[],
  dist: string,
  contract: Contract,
  folder = releasesFolder,
): void {
  const named = kept.map(({ version }) =>
    Object.entries(papers).map(([from, to]) => ({ from, to: to.replace("VERSION", version) })),
  );
  for (const { from, to } of named[0] ?? []) cpSync(join(dist, from), join(folder, to));
  const contracts = kept.map(({ version }) => contractName(version));
  const lines = Object.entries(contract).map((promise) =>
    promise.map((one) => JSON.stringify(one)).join(": "),
  );
  writeFileSync(join(folder, contracts[0] ?? ""), `{\n${lines.join(",\n")}\n}\n`);
  const needed = new Set([...contracts, ...named.flat().map(({ to }) => to)]);
  for (const name of readdirSync(folder)) {
    if (/^(?:bom|notices|contract)-/.test(name) && !needed.has(name)) rmSync(join(folder, name));
  }
}

/** That of the last release before `version`. */
export function contractBefore(version: string, folder = releasesFolder) {
  const last = readReleases(folder).find((one) => one.version !== version);
  if (last === undefined) return null;
  const text = readFileSync(join(folder, contractName(last.version)), "utf8");
  return { version: last.version, contract: JSON.parse(text) as Contract };
}

/** Copies the files of all kept releases to those of a build. */
export function serveReleases(assets: string, folder = releasesFolder): void {
  for (const release of readReleases(folder)) copyFiles(release, folder, assets);
}

function copyFiles({ version, files }: Release, from: string, to: string): void {
  for (const [name, integrity] of Object.entries(files)) {
    const source = join(from, name);
    if (!existsSync(source)) throw new Error(`${name} of release ${version} is not in ${from}.`);
    if (integrityOf(source) !== integrity) {
      throw new Error(`${name} is not what release ${version} was.`);
    }
    // A name always has the same content, because browsers cache these files forever.
    const target = join(to, name);
    if (!existsSync(target)) cpSync(source, target);
    else if (integrityOf(source) !== integrityOf(target)) {
      throw new Error(`${name} of release ${version} differs from the file of that name in ${to}.`);
    }
  }
}
