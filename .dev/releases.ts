/**
 * The last releases of the element's script. A page that pasted a snippet names one file by its hash: that
 * file and the parts it loads are committed here and served beside those of the present build.
 */
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
import * as v from "valibot";
import { integrityOf } from "./assets.ts";
import { root } from "./files.ts";

const releasesKept = 5;

const releasesFolder = join(root, "widget/releases");

const releaseSchema = v.object({
  version: v.string(),
  date: v.pipe(v.string(), v.isoDate()),
  /** Of the entry, as in the snippet of that time. */
  href: v.string(),
  integrity: v.string(),
  /** The entry and all it may load, by name. */
  files: v.array(v.pipe(v.string(), v.regex(/^[\w-]+\.js$/))),
});

export type Release = v.InferOutput<typeof releaseSchema>;

/** Newest first. */
export function readReleases(folder = releasesFolder): Release[] {
  const path = join(folder, "releases.json");
  if (!existsSync(path)) return [];
  return v.parse(v.array(releaseSchema), JSON.parse(readFileSync(path, "utf8")));
}

/**
 * Takes the files of a new release from `assets`, and lets go of those that only older releases than the
 * last five need.
 */
export function keepRelease(release: Release, assets: string, folder = releasesFolder): Release[] {
  const before = readReleases(folder);
  const same = before.find(({ version }) => version === release.version);
  if (same) {
    if (same.integrity === release.integrity) return before;
    throw new Error(`${release.version} was released with other files: raise the version.`);
  }
  const kept = [release, ...before].slice(0, releasesKept);
  mkdirSync(folder, { recursive: true });
  copyFiles(release, assets, folder);
  const needed = new Set(kept.flatMap(({ files }) => files));
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".js") && !needed.has(name)) rmSync(join(folder, name));
  }
  writeFileSync(join(folder, "releases.json"), `${JSON.stringify(kept, null, 2)}\n`);
  return kept;
}

/** Puts the kept files beside those of a build. */
export function serveReleases(assets: string, folder = releasesFolder): void {
  for (const release of readReleases(folder)) copyFiles(release, folder, assets);
}

function copyFiles({ version, href, integrity, files }: Release, from: string, to: string): void {
  for (const name of files) {
    const source = join(from, name);
    if (!existsSync(source)) throw new Error(`${name} of release ${version} is not in ${from}.`);
    if (`/assets/${name}` === href && integrityOf(source) !== integrity) {
      throw new Error(`${name} is not what release ${version} was.`);
    }
    // One name, one content: browsers keep these files for good.
    const target = join(to, name);
    if (!existsSync(target)) cpSync(source, target);
    else if (integrityOf(source) !== integrityOf(target)) {
      throw new Error(`${name} of release ${version} differs from the file of that name in ${to}.`);
    }
  }
}
