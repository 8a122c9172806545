/**
 * `npm run release`: checks that the version of package.json is described and committed, builds it, writes
 * its bill of materials (CycloneDX) beside the server, tags it, and records it for the next release. `--dry-run` stops
 * before the tag.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import { root } from "../files.ts";
import { runNode } from "../run.ts";
import { recordRelease } from "./record-release.ts";

const { version } = packageFile;
const tag = `v${version}`;

const runProgram = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1e8 }).trim();

function refuseRelease(reason: string): never {
  console.error(reason);
  process.exit(1);
}

const uncommittedChanges = runProgram("git", "status", "--porcelain");
if (uncommittedChanges !== "") {
  refuseRelease(
    `A release is made of what is committed. Commit these first:\n${uncommittedChanges}`,
  );
}
if (runProgram("git", "tag", "--list", tag) !== "") {
  refuseRelease(`${tag} exists: raise the version in package.json.`);
}
const heading = new RegExp(`^## ${version.replaceAll(".", "\\.")} - \\d{4}-\\d\\d-\\d\\d$`, "m");
if (!heading.test(readFileSync(join(root, "CHANGELOG.md"), "utf8"))) {
  refuseRelease(`CHANGELOG.md has no "## ${version} - YYYY-MM-DD".`);
}
if ((await runNode([".dev/build/build.ts"], { show: true })).code !== 0) process.exit(1);
const materials = runProgram("npm", "sbom", "--sbom-format=cyclonedx", "--omit=dev");
writeFileSync(join(root, "dist-node/bom.json"), `${materials}\n`);
console.log("Wrote the bill of materials to dist-node/bom.json.");
if (process.argv.includes("--dry-run")) {
  console.log(`Would tag ${tag}, and record it in widget/releases/.`);
} else {
  runProgram("git", "tag", "--annotate", tag, "--message", `Myeloma Compare ${version}`);
  await recordRelease(version);
  console.log(`Tagged ${tag}. Nothing is pushed: git push --follow-tags.
Commit widget/releases/${version}: the next release is tried against it, and serves its script.`);
}
