/** A sample of `npm run soak`, whose table is printed. */
import { expect, it } from "vitest";
import { soakBoth } from "../soak/both.ts";

it("no wrong answer and no failure of its own, whatever callers, files and caches do", async () => {
  const { report, isGood, all } = await soakBoth({ count: 2000, seed: 20_261_126, kills: 1 });
  console.log(report);
  expect(isGood, report).toBe(true);
  for (const { compared, faults } of all) {
    expect(compared).toBeGreaterThan(1400);
    for (const kind of ["caller gone", "half a request", "slow reader", "server killed"]) {
      expect(faults.get(kind), kind).toBeGreaterThan(0);
    }
    const ofPlatform = [...faults.keys()].filter((kind) => /^(?:file|cache)/.test(kind));
    expect(ofPlatform.length).toBeGreaterThan(2);
  }
});
