import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "fixtures-"));

const oracleCase = {
  id: "a-case",
  description: "",
  input: { events: [3], n: [10], level: 0.95 },
  options: { model: "single" },
  expected: { proportion: 0.3 },
  tolerance: { default: { rel: 1e-9 } },
  source: "by hand",
};

/** Writes a fixture file with one case, changed as given, and returns its path. */
function fixture(name: string, change: object): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify([{ ...oracleCase, ...change }]));
  return file;
}

async function run(...args: string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [
      "test/oracle/run.ts",
      ...args,
    ]);
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

test("a fixture from anywhere passes, with a row per key", async () => {
  const { code, output } = await run(fixture("good", {}));
  expect(code).toBe(0);
  expect(output).toMatch(/proportion +1 +1 +0\.0 +0/);
});

test("a file without a case is a failure", async () => {
  const file = join(folder, "no-case.json");
  writeFileSync(file, "[]");
  expect(await run(file)).toMatchObject({
    code: 1,
    output: expect.stringContaining("holds no case"),
  });
});

test.each([
  ["a wrong figure", { expected: { proportion: 0.31 } }, "expected 0.31, got 0.3"],
  ["a model nobody has", { options: { model: "magic" } }, 'unknown model "magic"'],
  ["an option nobody reads", { options: { model: "single", test: "t" } }, "test"],
  ["counts no study has", { input: { events: [11], n: [10] } }, "studies[0].events"],
] as const)("%s is a failure that says what is wrong", async (name, change, message) => {
  const { code, output } = await run(fixture(name.replaceAll(" ", "-"), change));
  expect(code).toBe(1);
  expect(output).toContain(message);
});
