import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holderOf, take } from "../../../.dev/lock.ts";
import { runNode } from "../../../.dev/run.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a process that has ended holds nothing, nor does a damaged file", async () => {
  const code = `const { take, holderOf } = await import("./.dev/lock.ts");
    const first = take("x", "said", ${JSON.stringify(folder)});
    console.log(JSON.stringify([first, holderOf("x", ${JSON.stringify(folder)})?.said]))`;
  const { output } = await runNode(["--input-type=module", "--eval", `/* .dev/ */ ${code}`]);
  expect(JSON.parse(output)).toEqual([null, "said"]);
  expect(existsSync(join(folder, "x.json"))).toBe(false);
  writeFileSync(join(folder, "x.json"), '{"pid":');
  expect(holderOf("x", folder)).toBeNull();
  writeFileSync(join(folder, "x.json"), '{"pid":999999999,"said":""}');
  expect(take("x", "mine", folder)).toBeNull();
});
