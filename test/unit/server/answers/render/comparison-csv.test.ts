/** The table of a comparison has a line for every cohort, and holds nothing that a spreadsheet would execute. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiComparison, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { canOutcomeOccurWithTargets } from "#core/evidence/dataset.ts";
import { makeApiComparison } from "#server/answers/render/answers.ts";
import { renderComparisonCsv } from "#server/answers/render/csv.ts";
import { comparison, contrast, pool, row, study } from "../../../../support/answers.ts";
import { askBuilt, dataAt, textAt } from "../../../../support/built-app.ts";
import { csvLinesOf } from "../../../../support/csv-lines.ts";
import { anyQuestion } from "../../../../support/queries.ts";
import { runsOf } from "../../../../support/sample.ts";

it("begins with the mark by which spreadsheets know UTF-8, and is saved as a file", async () => {
  const response = await askBuilt("/v1/comparison.csv?outcome=orr");
  const [first, second, third] = new Uint8Array(await response.arrayBuffer());
  expect([first, second, third]).toEqual([0xef, 0xbb, 0xbf]);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename=/);
});

describe("every selected cohort", { timeout: 60_000 }, () => {
  /** Expects one line for each cohort and outcome, with its figure or with the reason why the pool has none. */
  async function expectLines(question: string) {
    const answer = await dataAt<ApiComparison>(`/v1/comparison.json?${question}`);
    const lines = csvLinesOf(await textAt(`/v1/comparison.csv?${question}`));
    const { included, excluded } = answer.selection;
    for (const { outcome, pools } of answer.outcomes) {
      for (const { group, cohort, therapyClass } of included) {
        const line = lines.filter(
          (entry) => entry.outcome === outcome && entry.group === group && entry.cohort === cohort,
        );
        const [{ kind, not_pooled_by: code, reason } = {}] = line;
        const { notPooled = [], notReported = [] } = pools[group] ?? {};
        const refusal = notReported.includes(cohort)
          ? { code: "not-reported", reason: "not found" }
          : notPooled.find((entry) => entry.cohort === cohort);
        const hasFigure = kind === "cohort" || kind === "other-regimen";
        expect([question, outcome, cohort, line.length]).toEqual([question, outcome, cohort, 1]);
        expect([cohort, hasFigure, kind === "not-pooled"]).toEqual([
          cohort,
          code === "",
          code !== "",
        ]);
        if (code === "not-for")
          expect([outcome, canHave(outcome, cohort, therapyClass)]).toEqual([outcome, false]);
        else expect([code, reason]).toEqual([refusal?.code ?? "", refusal?.reason ?? ""]);
      }
    }
    expect(lines.filter(({ kind }) => kind === "left-out").length).toBe(excluded.length);
  }

  function canHave(id: string, cohort: string, therapyClass: "car-t" | "bsab"): boolean {
    const outcome = dataset.outcomes.find((candidate) => candidate.id === id);
    const { targets = [] } = dataset.cohorts.find((candidate) => candidate.id === cohort) ?? {};
    return (
      outcome !== undefined &&
      outcome.appliesTo.includes(therapyClass) &&
      canOutcomeOccurWithTargets(outcome, targets)
    );
  }

  it("of any question has such a line", async () => {
    const question = anyQuestion(dataset, "any").map((pairs) => `${new URLSearchParams(pairs)}`);
    await fc.assert(fc.asyncProperty(question, expectLines), { numRuns: runsOf(100) });
  });
});

describe("a cell that a spreadsheet would take for a formula", () => {
  const csvOf = (outcomeRow: Row) =>
    renderComparisonCsv(makeApiComparison(comparison({ outcomes: [outcomeRow] })));

  it.each(['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
    "%j stays text",
    (label) => {
      const pools = { "car-t": pool({ studies: [study({ label })] }), bsab: pool() };
      const [cohort] = csvLinesOf(csvOf(row({ pools }))).filter(({ kind }) => kind === "cohort");
      expect(cohort?.label).toBe(`'${label}`);
    },
  );

  it("but numbers stay numbers, the negative ones too", () => {
    const text = csvOf(row({ contrasts: [contrast({ differencePer100: -12.5 })] }));
    const [line] = csvLinesOf(text).filter(({ kind }) => kind === "contrast");
    expect(line?.difference_per_100).toBe("-12.5");
  });
});
