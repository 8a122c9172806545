import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { questionOf } from "#core/question/read-question.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { makeComparison } from "#server/answers/make-comparison.ts";
import { reproduceScript } from "#server/answers/reproduce/script.ts";

function answerTo(asked: string): Comparison<string> {
  const { query, canonical } = questionOf([...new URLSearchParams(asked)], dataset);
  if (query === null) throw new Error(asked);
  return makeComparison(query, catalogue, canonical);
}

type Line = Record<"outcome" | "class" | "part" | "value" | (typeof ofTrial)[number], string>;
const ofTrial = ["cohort", "events", "n", "estimate", "lower", "upper", "source"] as const;

/** A table of the script, as R reads it. */
function table(script: string, name: string): Line[] {
  const start = `${name} <- read.csv(na.strings = "", text = r"-----(\n`;
  const [, rest = ""] = script.split(start);
  const [text = ""] = rest.split('\n)-----")');
  return Papa.parse<Line>(text, { header: true }).data;
}

/** What is no number of a model, or belongs to another answer; and the trials, which have a table. */
const others = new Set([
  ...[
    "k",
    "share",
    "followUp",
    "published",
    "checked",
    "medians",
    "notReached",
    "notPooled",
    "chain",
    "df",
  ],
  ...["followUpMonths", "source", "citation", "infused", "collected", "counts"],
]);

/** Every number of an answer's rows, with the way to it. */
function numbersIn(value: unknown, path = ""): [path: string, value: number][] {
  if (typeof value === "number") return [[path, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, one]) =>
    others.has(key) ? [] : numbersIn(one, `${path}.${key}`),
  );
}

describe.each([
  "",
  "setting=early",
  "product=cilta-cel,teclistamab",
  "evidence=all",
  "model=reml",
  "model=glmm&outcome=orr,crs-3",
  "compare=product&outcome=orr,pfs-12",
  "outcome=survival",
])("the script of %j", (asked) => {
  const answer = answerTo(asked);
  const script = reproduceScript(answer);
  const trials = table(script, "trials");
  const served = table(script, "served");

  it("has the count of every trial with its source", () => {
    for (const { outcome, pools } of answer.outcomes) {
      for (const [group, { studies, beside, enrolled }] of Object.entries(pools)) {
        const parts = { pool: studies, beside: beside?.studies, enrolled: enrolled?.studies };
        for (const [part, own] of Object.entries(parts)) {
          const lines = trials.filter(
            (one) => one.outcome === outcome && one.class === group && one.part === part,
          );
          expect(lines.map(({ cohort, events, n }) => [cohort, events, n])).toEqual(
            (own ?? []).map((one) => [one.cohort, `${one.events ?? ""}`, `${one.n ?? ""}`]),
          );
          for (const [i, { citation }] of (own ?? []).entries()) {
            expect(lines[i]?.source).toContain(citation?.text ?? "");
          }
        }
      }
    }
  });

  it("has every number of every row", () => {
    for (const { outcome, pools, contrasts, byName } of answer.outcomes) {
      const own = new Set(
        [...served.filter((one) => one.outcome === outcome).map(({ value }) => value)].map(Number),
      );
      const read = trials.filter((one) => one.outcome === outcome);
      for (const { events, n, estimate, lower, upper } of read) {
        for (const one of [events, n, estimate, lower, upper]) own.add(Number(one));
      }
      const found = numbersIn({ pools, contrasts, byName });
      expect(found.filter(([, value]) => !own.has(value))).toEqual([]);
    }
  });

  it("names each number once", () => {
    const names = served.map(({ value: _, ...of }) => Object.values(of).join("|"));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(50);
  });

  it("says which question and which versions it is of", () => {
    expect(script).toContain(answer.href);
    expect(script).toContain(answer.dataVersion);
    expect(script).toContain(`model <- "${answer.query.model}"`);
  });
});
