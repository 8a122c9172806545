import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { dataset } from "#core/dataset.ts";
import type { Cohort } from "#data/schema.ts";
import { readWranglerConfiguration } from "../../../.dev/build/configuration.ts";
import { root } from "../../../.dev/files.ts";
import { runNode } from "../../../.dev/run.ts";
import packageFile from "../../../package.json" with { type: "json" };
import { makeTestFolder } from "../../support/test-folder.ts";

/** However much the data grow, they can be built. */
const folder = makeTestFolder("growth-");
// The rules that a clinician reads are among those whose hash the data hold.
const rules = "functions/server/pages/review/rules.md";
for (const name of ["package.json", ".dev", "data", "functions/core", rules]) {
  cpSync(join(root, name), join(folder, name), { recursive: true });
}
symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
const cohorts = join(folder, "data/cohorts");
const names = readdirSync(cohorts);

it.each([1, 5])("%d times the cohorts are built", (times) => {
  for (let copy = 2; copy <= times; copy += 1) addCopy(copy);
  const program = join(folder, ".dev/build/data.ts");
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  expect([stderr, status]).toEqual(["", 0]);
  const set = readFileSync(join(folder, "data/generated/compute-set.ts"), "utf8");
  const ids = readdirSync(cohorts).map((name) => name.replace(".json", ""));
  expect(ids).toHaveLength(times * names.length);
  for (const id of ids) expect(set).toContain(`"id":"${id}"`);
});

/** Adds a copy of the cohorts, which overlap each other and none of the other copies. */
function addCopy(copy: number): void {
  const named = (id: string) => `${id}-${copy}`;
  for (const name of names) {
    const cohort = JSON.parse(readFileSync(join(cohorts, name), "utf8")) as Cohort;
    const overlaps = cohort.overlaps.map((edge) => ({ ...edge, with: named(edge.with) }));
    const id = named(cohort.id);
    writeFileSync(join(cohorts, `${id}.json`), JSON.stringify({ ...cohort, id, overlaps }));
  }
  const file = join(folder, "data/known-discrepancies.json");
  const discrepancies = JSON.parse(readFileSync(file, "utf8")) as { cohort: string }[];
  const more = discrepancies
    .filter(
      (discrepancy) => names.includes(`${discrepancy.cohort}.json`) && "outcome" in discrepancy,
    )
    .map((discrepancy) => ({ ...discrepancy, cohort: named(discrepancy.cohort) }));
  writeFileSync(file, JSON.stringify([...discrepancies, ...more]));
}

/** `npm run release` before it builds: what it refuses, in a copy that has nothing but the files of git. */
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

const evidence = (...args: string[]) => runNode([".dev/evidence/evidence.ts", ...args]);

it("npm run evidence -- check says what was checked", async () => {
  const { code, output } = await evidence("check");
  const [summary, ...warnings] = output.split("\n").reverse();
  expect(summary).toMatch(
    /^0 problems in \d+ files with \d+ figures of \d+ cohorts \(\d+\.\d s\)\.$/,
  );
  for (const warning of warnings)
    expect(warning).toMatch(/^Warning: [A-Z].* \(\d+\): [A-Za-z0-9-]/);
  expect(code).toBe(0);
});

const data = makeTestFolder("data-");

it("npm run evidence -- check counts one problem as one", async () => {
  cpSync(join(root, "data"), data, { recursive: true });
  const file = join(data, "review.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("{", '{"odd": 1,'));
  const { code, output } = await evidence("check", data);
  const [summary, problem, ...more] = output.split("\n").reverse();
  expect(problem).toMatch(/^data\/review\.json {2}odd {2}/);
  expect(more).toEqual([]);
  expect(summary).toMatch(/^1 problem in \d+ files/);
  expect(code).toBe(1);
});

it("an unknown command is answered with those that there are", async () => {
  const { code, output } = await evidence("nonsense");
  expect(output).toContain("npm run evidence -- check");
  expect(code).toBe(1);
});

it("npm run evidence, which curators read, has a line for each outcome, with no more pooled than printed", async () => {
  const { output } = await evidence();
  for (const { id } of dataset.outcomes) expect(output).toMatch(new RegExp(`^${id}\\s`, "m"));
  const counts = [...output.matchAll(/(\d+)\/(\d+)/g)];
  expect(counts.length).toBeGreaterThan(50);
  for (const [, pooled, printed] of counts) {
    expect(Number(pooled)).toBeLessThanOrEqual(Number(printed));
  }
});

/** What `wrangler.toml` says to the platform about money and about what it keeps; a build reads it. */
const { assets, limits, observability } = readConfig({ config: join(root, "wrangler.toml") });

it("one request cannot cost more than half a second of CPU", () => {
  expect(limits).toEqual({ cpu_ms: 500 });
});

it("the platform keeps what the Worker writes, and no address, which would be a question", () => {
  expect(observability).toMatchObject({
    ...{ enabled: true, redact_query_string: true },
    ...{ logs: { invocation_logs: false }, traces: { enabled: false } },
  });
});

it("no file but those under /assets/ and /widget/ is served without the Worker", () => {
  const first = assets?.run_worker_first;
  const patterns = (Array.isArray(first) ? first : []).map(
    (pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`),
  );
  const paths = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "_headers")
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, "dist").length));
  const open = paths.filter((path) => !patterns.some((pattern) => pattern.test(path)));
  expect(open.length).toBeGreaterThan(5);
  expect(open.filter((path) => !/^\/(assets|widget)\//.test(path))).toEqual([]);
});

it("the build runs with the file of the repository, and stops at one that makes no sense, with a sentence about it", async () => {
  await expect(readWranglerConfiguration()).resolves.toHaveProperty("vars");
  const file = join(folder, "wrangler.toml");
  const vars = 'APP_ENV = "production"\nEMBED_ANCESTORS = "intranet.example"\n';
  writeFileSync(file, `name = "x"\ncompatibility_date = "2026-10-01"\n[vars]\n${vars}`);
  await expect(readWranglerConfiguration(file)).rejects.toThrow(
    /wrangler\.toml: EMBED_ANCESTORS holds "intranet\.example"; allowed are/,
  );
});
