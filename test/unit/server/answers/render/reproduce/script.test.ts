import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { reproduceScript } from "#server/answers/render/reproduce/script.ts";
import { read, to } from "../../../../../support/in-process.ts";

/** A table of the script, as R reads it. */
function table(script: string, name: string): Record<string, string>[] {
  const [, rest = ""] = script.split(`${name} <- read.csv(na.strings = "", text = r"-----(\n`);
  const [text = ""] = rest.split('\n)-----")');
  return Papa.parse<Record<string, string>>(text, { header: true }).data;
}

const texts = (...values: (number | null | undefined)[]) => values.map((one) => `${one ?? ""}`);

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
  const shown = answer.outcomes.flatMap(({ outcome, pools }) =>
    Object.entries(pools).map(([group, pool]) => ({ outcome, group, pool })),
  );

  it("has the rate of every group, with its limits, and whether it is a count; of another model than asked for none", () => {
    const expected = shown.flatMap(({ outcome, group, pool }) => {
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
      pools.some((one) => one.outcome === outcome && one.class === group);
    const expected = answer.outcomes.flatMap(({ outcome, contrasts }) =>
      contrasts.flatMap((one) => {
        if (one.differencePer100 === null) return [];
        if (!has(outcome, one.group) || !has(outcome, one.against)) return [];
        const ends = one.interval ?? one.hazardRatioInterval;
        const difference = [one.differencePer100, ...(one.differenceInterval ?? [])];
        const ratio = [one.oddsRatio ?? one.hazardRatio, ends?.[0], ends?.[1]];
        return [[outcome, one.group, one.against, ...texts(...difference, ...ratio)]];
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
