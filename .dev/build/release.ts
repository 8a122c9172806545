/**
 * `npm run release`: builds the version of package.json, compares what others rely on with the last
 * release, keeps its files, commits and tags them. `--dry-run` stops before it keeps anything.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import packageFile from "../../package.json" with { type: "json" };
import { root } from "../files.ts";
import { runNode } from "../run.ts";
import { breaksBetween, changesOf, contractOf, unnamed } from "./contract.ts";
import { contractBefore, keepPapers, keepRelease, releaseOf } from "./releases.ts";

const { version } = packageFile;
const tag = `v${version}`;

const git = (...args: string[]) =>
  execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
const read = (path: string) => readFileSync(join(root, path), "utf8");

function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}

function refuseUncommitted(when: string): void {
  const files = git("status", "--porcelain");
  if (files !== "") refuse(`${when}. Commit these first:\n${files}`);
}

refuseUncommitted("A release is made of what is committed");
if (git("tag", "--list", tag) !== "") refuse(`${tag} exists: raise the version in package.json.`);
const changes = changesOf(read("CHANGELOG.md"), version);
if (!/^\d{4}-\d\d-\d\d$/.test(changes?.date ?? "")) {
  refuse(`CHANGELOG.md has no "## ${version} - YYYY-MM-DD".`);
}
const { date, text } = changes ?? { date: "", text: "" };

if ((await runNode([".dev/build/build.ts"], { show: true })).code !== 0) process.exit(1);
refuseUncommitted("The build wrote other files than are committed");

const contract = contractOf(
  JSON.parse(read("dist/v1/openapi.json")),
  JSON.parse(read("dist/v1/custom-elements.json")),
);
const before = contractBefore(version);
const breaks = before ? breaksBetween(before.contract, contract) : [];
const listed = (some: typeof breaks) =>
  some.map(({ name, what }) => `  ${name} ${what}`).join("\n");
console.log(
  `Breaks what ${before?.version ?? "nobody"} promised: ${breaks.length}.\n${listed(breaks)}`,
);
const silent = unnamed(breaks, text);
if (silent.length > 0) {
  refuse(`The upgrade notes of ${version} do not name these in code:\n${listed(silent)}`);
}

if (process.argv.includes("--dry-run")) {
  console.log(`Would keep the files of ${version} (${date}), commit them and tag ${tag}.`);
  process.exit();
}

const { assets } = await import("#generated/assets.ts");
const kept = keepRelease(releaseOf(assets, { version, date }), join(root, "dist/assets"));
keepPapers(kept, join(root, "dist"), contract);
console.log(`Kept: ${kept.map((one) => `${one.version} (${one.date})`).join(", ")}.`);
git("add", "widget/releases");
if (git("status", "--porcelain") !== "")
  git("commit", "--quiet", "--message", `Release ${version}`);
git("tag", "--annotate", tag, "--message", `Myeloma Compare ${version}`);
console.log(`Tagged ${tag}. Nothing is pushed: git push --follow-tags.`);
