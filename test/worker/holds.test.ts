import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { getJson } from "../support/json.ts";

const places = { us: "availability=us", eu: "availability=eu", recommended: "doses=recommended" };

const answerTo = (...pairs: string[]) =>
  getJson<Comparison>(`/v1/comparison?${pairs.filter(Boolean).join("&")}`);

interface Sensitivity {
  analyses: { value: string; verdict: "kept" | "lost" | null; reason: string | null }[];
}

describe.each(["", "evidence=all", "setting=late&min-n=20"])(
  "whether the findings of %j hold elsewhere",
  (asked) => {
    it.each(Object.entries(places))(
      "is what the question answers there: %s",
      async (name, pair) => {
        const [own, there] = await Promise.all([answerTo(asked), answerTo(asked, pair)]);
        const findings = own.outcomes.flatMap(({ outcome, contrasts: [contrast] }) =>
          contrast?.holds ? [{ outcome, holds: contrast.holds[name as keyof typeof places] }] : [],
        );
        expect(findings.length).toBeGreaterThan(0);
        for (const { outcome, holds } of findings) {
          const [contrast] = there.outcomes.find((one) => one.outcome === outcome)?.contrasts ?? [];
          expect(holds.differencePer100).toBe(contrast?.differencePer100);
          expect(holds.differenceInterval).toEqual(contrast?.differenceInterval);
        }
      },
    );

    it("is what the named checks say", async () => {
      const { outcomes } = await answerTo(asked);
      for (const { outcome, contrasts } of outcomes) {
        const holds = contrasts[0]?.holds;
        if (!holds) continue;
        const path = ["/v1/sensitivity?outcome=", outcome, asked && `&${asked}`].join("");
        const { analyses } = await getJson<Sensitivity>(path);
        for (const [name, pair] of Object.entries(places)) {
          const check = analyses.find(({ value }) => value === pair);
          const kept = check?.verdict === "kept" || check?.reason === "same-figures";
          expect(holds[name as keyof typeof places].kept, `${outcome} ${pair}`).toBe(kept);
        }
      }
    });
  },
);
