/**
 * `npm run release`: builds, and copies the scripts of this version to widget/releases/, with the licences
 * and the bill of materials of what they contain. They are to be committed, so that pages that use them still work after later releases.
 */
import { join } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import { root } from "../files.ts";
import { runNode } from "../run.ts";
import { keepPapers, keepRelease, releaseOf } from "./releases.ts";

const { code } = await runNode([".dev/build/build.ts"], { show: true });
if (code !== 0) process.exit(1);

const { assets } = await import("#generated/assets.ts");
const date = new Date().toISOString().slice(0, 10);
const release = releaseOf(assets, { version: packageFile.version, date });
const kept = keepRelease(release, join(root, "dist/assets"));
keepPapers(kept, join(root, "dist"));
console.log(`Kept: ${kept.map(({ version, date }) => `${version} (${date})`).join(", ")}.`);
