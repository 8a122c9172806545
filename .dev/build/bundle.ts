/**
 * Holds the only bundler: every script that is built comes from here as one file, for the oldest browsers that are
 * supported. Writes the notices of the libraries in them.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, type OutputChunk, type Plugin } from "rolldown";
import * as v from "valibot";
import { chooseBuildFolder, root, writeFileIfChanged } from "../files.ts";

/**
 * Comments that are left would be hints for bundlers, and nobody bundles these files again; licences stand in
 * `dist/notices.txt`.
 */
const withoutComments = { comments: false } as const;

/**
 * Bundles one entry to one file, and returns that file with the paths of its modules. The file is written only if
 * `output` names a place.
 *
 * @throws Error if the entry needs a second file.
 */
export async function bundleEntry({ output, ...input }: BuildOptions): Promise<OutputChunk> {
  const { output: files } = await build({
    cwd: root,
    ...input,
    write: output?.dir !== undefined || output?.file !== undefined,
    output: { ...withoutComments, codeSplitting: false, ...output },
  });
  const [file, ...surplus] = files;
  if (surplus.length > 0) throw new Error(`${file.fileName} needs other files.`);
  return file;
}

/** Makes an entry for `input` from a text, as if a file at this path held it. */
export function makeTextEntry(input: string, text: string) {
  const plugin: Plugin = {
    name: "text-entry",
    resolveId: (path) => (path === input ? path : null),
    load: (path) => (path === input ? text : null),
  };
  return { input, plugins: [plugin] };
}

/**
 * Chrome and Edge 109 are the last versions for Windows 7, which some hospitals still use, also in WebView2.
 * Firefox is the extended support release, Safari that of iPadOS 16.
 */
export const baseline = {
  chrome: "109",
  edge: "109",
  firefox: "128",
  safari: "16.4",
} as const;

/** The bundler lowers the syntax of scripts to this target. */
export const scriptTarget: string[] = Object.entries(baseline).map(
  ([browser, version]) => `${browser}${version}`,
);

/** Lightning CSS writes styles for this target, in which a version has one byte each for major, minor and patch. */
export const styleTargets = Object.fromEntries(
  Object.entries(baseline).map(([browser, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return [browser, (major << 16) | (minor << 8)];
  }),
);

// Collects the licences of packages, because most require that their text accompanies every copy. The
// bundlers report which packages are in a bundle.

const packageSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  homepage: v.optional(v.string()),
});

const shippedPackages = new Set<string>();

/**
 * Adds the packages of the modules to those whose notices are written; modules outside of `node_modules` add none.
 *
 * @param modules paths of the files in a bundle, as a bundler names them
 */
export function addShippedPackages(modules: Iterable<string>): void {
  for (const path of modules) {
    const [folder] = path.match(/node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/) ?? [];
    if (folder !== undefined) shippedPackages.add(folder);
  }
}

/**
 * Writes the notices of the packages that were added so far.
 *
 * @throws Error for a package without a licence text that has a copyright line.
 */
export function writeLicenceNotices(): void {
  const notices = [...shippedPackages].sort().map(readLicenceNotice);
  const license = readFileSync(join(root, "LICENSE"), "utf8").trim();
  const text = [
    "Myeloma Compare is under the Apache License 2.0, whose text is at the end of this file. Its scripts and\n" +
      "servers contain the following software of others, each under its own licence.",
    ...notices,
    `Myeloma Compare\nLicence: Apache-2.0\n\n${license}`,
  ].join(`\n\n${"-".repeat(80)}\n\n`);
  writeFileIfChanged("dist/notices.txt", `${text}\n`, chooseBuildFolder());
}

function readLicenceNotice(folder: string): string {
  const path = join(root, folder);
  const { name, version, license, homepage } = v.parse(
    packageSchema,
    JSON.parse(readFileSync(join(path, "package.json"), "utf8")),
  );
  const texts = readdirSync(path)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:\.(?:md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(path, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (!texts.some((text) => /copyright/i.test(text))) {
    throw new Error(`${folder} is shipped and has no licence text with a copyright line.`);
  }
  const head = [`${name} ${version}`, ...(homepage ? [homepage] : []), `Licence: ${license}`];
  return [head.join("\n"), ...texts].join("\n\n");
}
