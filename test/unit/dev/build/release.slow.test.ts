/** `npm run release` before it builds: what it refuses, in a copy that has nothing but the files of git. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import packageFile from "../../../../package.json" with { type: "json" };
import { makeTestFolder } from "../../../support/test-folder.ts";

const root = join(import.meta.dirname, "../../../..");
const copy = join(makeTestFolder("release-"), "copy");
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
    cwd: copy,
    stdio: "pipe",
  });
execFileSync("git", ["clone", "--quiet", "--no-tags", "--depth=1", `file://${root}`, copy]);
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const changelog = join(copy, "CHANGELOG.md");
function refusal(): string {
  const args = [".dev/build/release.ts", "--dry-run"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
  expect(status).toBe(1);
  return stderr;
}

it("refuses what is not committed, a version without a dated heading, and one that has a tag", () => {
  const dated = new RegExp(`^## ${packageFile.version} - .*$`, "m");
  writeFileSync(changelog, readFileSync(changelog, "utf8").replace(dated, "## Unreleased"));
  writeFileSync(join(copy, "new.ts"), "");
  expect(refusal()).toMatch(/^A release is made of what is committed.*\n[\s\S]*new\.ts/);
  git("add", ".");
  git("commit", "--quiet", "--message", "Something new");
  expect(refusal()).toContain(`CHANGELOG.md has no "## ${packageFile.version} - YYYY-MM-DD"`);
  git("tag", "--annotate", `v${packageFile.version}`, "--message", "Released");
  expect(refusal()).toContain(`v${packageFile.version} exists`);
});
