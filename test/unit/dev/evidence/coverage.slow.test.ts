/** `npm run evidence`: the table that curators read, run as they run it. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";

const root = join(import.meta.dirname, "../../../..");

it("has a line for each outcome, with no more pooled than printed", () => {
  const output = execFileSync(process.execPath, [".dev/evidence/evidence.ts"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const { id } of dataset.outcomes) expect(output).toMatch(new RegExp(`^${id}\\s`, "m"));
  const counts = [...output.matchAll(/(\d+)\/(\d+)/g)].map(([, pooled, printed]) => [
    pooled,
    printed,
  ]);
  expect(counts.length).toBeGreaterThan(50);
  for (const [pooled, printed] of counts)
    expect(Number(pooled)).toBeLessThanOrEqual(Number(printed));
});
