import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { reproduceScript } from "#server/answers/render/reproduce/script.ts";
import { read, to } from "../../../../../support/in-process.ts";

/** A table of the script, as R reads it. */
function table(script: string, name: string): Record<string, string>[] {
  const [, tableText = ""] = script.split(`${name} <- read.csv(na.strings = "", text = r"-----(\n`);
  const [text = ""] = tableText.split('\n)-----")');
  return Papa.parse<Record<string, string>>(text, { header: true }).data;
}

const texts = (...values: (number | null | undefined)[]) => values.map((value) => `${value ?? ""}`);

describe.each([
  "",
  "lines=2",
  "product=cilta-cel,teclistamab",
  "evidence=all",
  "model=reml",
  "model=glmm&outcome=orr,crs-3",
  "compare=product&outcome=orr,pfs-12",
  "outcome=survival",
])("the script of %j", async (question) => {
  const answer = await read<ApiComparison>(to("/v1/comparison", question));
  const script = reproduceScript(answer);
  const pools = table(script, "pools");
  const differences = table(script, "differences");
  const pooled = answer.outcomes.flatMap(({ outcome, pools }) =>
    Object.entries(pools).map(([group, pool]) => ({ outcome, group, pool })),
  );

  it("has the rate of every group, with its limits, and whether it is a count; of another model than asked for none", () => {
    const expected = pooled.flatMap(({ outcome, group, pool }) => {
      const { estimate, interval, tau, k, events, status } = pool;
      if (estimate === null || (k === 1 ? events === null : status === "fallback")) return [];
      const by = k === 1 ? "count" : "model";
      return [[outcome, group, by, ...texts(estimate, interval?.[0], interval?.[1], tau)]];
    });
    expect(pools.map((line) => Object.values(line))).toEqual(expected);
    expect(pools.length).toBeGreaterThan(0);
  });

  it("has every difference of groups whose rates it has, and the ratio", () => {
    const has = (outcome: string, group: string) =>
      pools.some((pool) => pool.outcome === outcome && pool.class === group);
    const expected = answer.outcomes.flatMap(({ outcome, contrasts }) =>
      contrasts.flatMap((contrast) => {
        if (contrast.differencePer100 === null) return [];
        if (!has(outcome, contrast.group) || !has(outcome, contrast.against)) return [];
        const ends = contrast.interval ?? contrast.hazardRatioInterval;
        const difference = [contrast.differencePer100, ...(contrast.differenceInterval ?? [])];
        const ratio = [contrast.oddsRatio ?? contrast.hazardRatio, ends?.[0], ends?.[1]];
        return [[outcome, contrast.group, contrast.against, ...texts(...difference, ...ratio)]];
      }),
    );
    expect(differences.map((line) => Object.values(line))).toEqual(expected);
  });

  it("says which question and which versions it is of, and leaves no place empty", () => {
    expect(script).toContain(answer.href);
    expect(script).toContain(answer.dataVersion);
    expect(script).toContain(`model <- "${answer.query.model}"`);
    expect(script).not.toMatch(/^# \{/m);
  });
});
