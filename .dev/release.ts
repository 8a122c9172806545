/**
 * `npm run release`: builds, and keeps the script of this version in widget/releases/, to be committed,
 * so that pages that use it go on working after later releases.
 */
import { join } from "node:path";
import packageFile from "../package.json" with { type: "json" };
import { root } from "./files.ts";
import { keepRelease } from "./releases.ts";
import { runNode } from "./run.ts";

const { code } = await runNode([".dev/build.ts"], { show: true });
if (code !== 0) process.exit(1);

const { assets } = await import("../widget/generated/assets.ts");
// The class alone is for those who build their own bundle: nobody names it by its hash.
const { element: _, ...scripts } = assets;
const parts = Object.values(scripts).flatMap((entry) => [entry, ...entry.imports, ...entry.lazy]);
const release = {
  version: packageFile.version,
  date: new Date().toISOString().slice(0, 10),
  href: assets.widget.href,
  integrity: assets.widget.integrity,
  files: parts.map(({ href }) => href.replace("/assets/", "")),
};
const kept = keepRelease(release, join(root, "dist/assets"));
console.log(`Kept: ${kept.map(({ version, date }) => `${version} (${date})`).join(", ")}.`);
