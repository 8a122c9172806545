/**
 * Collects the licences of packages, because most require that their text accompanies every copy. The bundlers
 * report which packages are in a bundle.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { chooseBuildFolder, root, writeFileIfChanged } from "../files.ts";

const packageSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  homepage: v.optional(v.string()),
});

const shippedPackages = new Set<string>();

/** @param modules paths of the files in a bundle, as a bundler names them */
export function addShippedPackages(modules: Iterable<string>): void {
  for (const path of modules) {
    const [folder] = path.match(/node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/) ?? [];
    if (folder !== undefined) shippedPackages.add(folder);
  }
}

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
