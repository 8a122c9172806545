import { expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { getJson } from "../support/json.ts";

interface Sensitivity {
  held: { checks: number; kept: number };
  analyses: {
    kind: string;
    value: string;
    verdict: "kept" | "lost" | null;
    contrasts: Comparison["outcomes"][number]["contrasts"];
  }[];
}

it.each(["", "evidence=all", "setting=late&prior-lines=1-"])(
  "a difference of %j is kept if every check keeps it, and else names the first that does not",
  async (asked) => {
    const { outcomes } = await getJson<Comparison>(`/v1/comparison?${asked}`);
    const found = outcomes.filter(({ contrasts: [contrast] }) => contrast?.checked);
    expect(found.length).toBeGreaterThan(0);
    for (const { outcome, contrasts } of found) {
      const path = ["/v1/sensitivity?outcome=", outcome, asked && `&${asked}`].join("");
      const { held, analyses } = await getJson<Sensitivity>(path);
      const first = analyses.find(({ verdict }) => verdict === "lost");
      const lost = contrasts[0]?.checked?.lost;
      expect(lost === null, outcome).toBe(held.kept === held.checks);
      expect(lost?.value).toBe(first?.value);
      expect(lost?.differenceInterval).toEqual(first?.contrasts[0]?.differenceInterval);
    }
  },
);
