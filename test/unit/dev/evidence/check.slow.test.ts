import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../../../.dev/files.ts";
import { runNode } from "../../../../.dev/run.ts";
import { makeTestFolder } from "../../../support/test-folder.ts";

it("npm run evidence -- check says what was checked", async () => {
  const { code, output } = await runNode([".dev/evidence/evidence.ts", "check"]);
  const [summary, ...warnings] = output.split("\n").reverse();
  expect(summary).toMatch(
    /^0 problems in \d+ files with \d+ figures of \d+ cohorts \(\d+\.\d s\)\.$/,
  );
  for (const warning of warnings)
    expect(warning).toMatch(/^Warning: [A-Z].* \(\d+\): [A-Za-z0-9-]/);
  expect(code).toBe(0);
});

const folder = makeTestFolder("data-");

it("npm run evidence -- check counts one problem as one", async () => {
  cpSync(join(root, "data"), folder, { recursive: true });
  const file = join(folder, "review.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("{", '{"odd": 1,'));
  const { code, output } = await runNode([".dev/evidence/evidence.ts", "check", folder]);
  const [summary, problem, ...more] = output.split("\n").reverse();
  expect(problem).toMatch(/^data\/review\.json {2}odd {2}/);
  expect(more).toEqual([]);
  expect(summary).toMatch(/^1 problem in \d+ files/);
  expect(code).toBe(1);
});

it("an unknown command is answered with those that there are", async () => {
  const { code, output } = await runNode([".dev/evidence/evidence.ts", "nonsense"]);
  expect(output).toContain("npm run evidence -- check");
  expect(code).toBe(1);
});
