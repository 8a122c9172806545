/** Tests what is rendered of an answer as JSON, as a table and for the element. */

import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiComparison, Row } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { canOutcomeOccurWithTargets } from "#core/evidence/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { questions } from "#data/generated/precomputed.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { makeApiComparison } from "#server/answers/render/answers.ts";
import { renderComparisonCsv } from "#server/answers/render/csv.ts";
import { sizeLimits } from "../../../../.dev/check/bundle-size.ts";
import { comparison, contrast, pool, row, study } from "../../../support/answers.ts";
import { askBuilt, dataAt, textAt } from "../../../support/built-app.ts";
import { csvLinesOf } from "../../../support/csv-lines.ts";
import { forAny } from "../../../support/for-any.ts";
import { answerOf, read, to } from "../../../support/in-process.ts";
import { anyQuery, anyQuestion, queryOf } from "../../../support/queries.ts";
import { runsOf, sampled } from "../../../support/sample.ts";
import { named } from "../../data/files.ts";

const examples = [
  // Figures of products that are not contrasted, of other scales than the others.
  "compare=product&product=cilta-cel,ide-cel,eque-cel,zevor-cel",
  // Three products stand in the place of either class.
  "set=annals-2025&lines=3%2B&prior-lines=1-&regimen=monotherapy&model=bayes",
  // Nothing after this kind is counted or stands beside, and elsewhere it is printed.
  "prior-bcma=adc&target=any&age=-50",
  // Only one product can be pooled, the same in both groups.
  "compare=prior-lines:6&outcome=fatal-adverse-event&prior-lines=1-&age=50-61&target=bcma&prior-bcma=not-selected&regimen=monotherapy&lines=any&doses=given&evidence=trial",
].map((text): [Query] => [queryOf(text, dataset)]);

const notesOf = ({ outcomes, notes }: ApiComparison) => [
  ...notes,
  ...outcomes.flatMap((row) => row.notes),
];

it("any answer in words has all its notes and reasons, and says nothing twice in a row", () => {
  const distinct = (notes: ApiComparison["notes"]) => {
    const labels = new Set(notes.map(({ group, label }) => `${group} ${label}`));
    expect(labels.size).toBe(notes.length);
    expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  };
  forAny([anyQuery(dataset, "any")], { numRuns: runsOf(150), examples }, (query) => {
    const answer = makeApiComparison(answerQuestion(query, dataset, models));
    const { outcomes, selection, notes } = answer;
    for (const { code, label, text } of notesOf(answer)) {
      expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(label).not.toBe("");
      expect(text).toMatch(/\.$/);
      expect(`${label} ${text}`).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    }
    const notPooled = outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap((pool) => pool.notPooled),
    );
    for (const { reason } of [...selection.excluded, ...notPooled]) {
      expect(reason).toMatch(/^(?!.*(?:NaN|undefined|null|\[object)).*\w{3}/);
    }
    distinct(notes);
    for (const row of outcomes) distinct(row.notes);
  });
});

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
        const name = `${question} ${outcome} ${cohort}`;
        const [line, ...more] = lines.filter(
          (entry) => entry.outcome === outcome && entry.group === group && entry.cohort === cohort,
        );
        expect([line !== undefined, more], name).toEqual([true, []]);
        const { kind = "", not_pooled_by: code, reason } = line ?? {};
        const { notPooled = [], notReported = [] } = pools[group] ?? {};
        const refusal = notReported.includes(cohort)
          ? { code: "not-reported", reason: "not reported" }
          : notPooled.find((entry) => entry.cohort === cohort);
        const kinds = code === "" ? ["cohort", "other-regimen"] : ["not-pooled"];
        expect(kinds, name).toContain(kind);
        if (code === "not-for") expect(canHave(outcome, cohort, therapyClass), name).toBe(false);
        else expect([code, reason]).toEqual([refusal?.code ?? "", refusal?.reason ?? ""]);
      }
    }
    expect(lines.filter(({ kind }) => kind === "left-out").length).toBe(excluded.length);
  }

  function canHave(id: string, cohort: string, therapyClass: "car-t" | "bsab"): boolean {
    const outcome = named(dataset.outcomes, id);
    const { targets } = named(dataset.cohorts, cohort);
    return outcome.appliesTo.includes(therapyClass) && canOutcomeOccurWithTargets(outcome, targets);
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

/** Returns the size of an answer as it is sent, in which no value is made of nothing. */
async function bytesOf(path: string, question: string): Promise<number> {
  const answer = await answerOf(to(path, question));
  const text = await answer.text();
  expect(answer.status, path).toBe(200);
  expect(text, path).not.toMatch(nothingSaid);
  return gzipSync(text, { level: 9 }).length;
}

/** Matches what no JSON of ours may contain: a value that is no number, or a text that was made of nothing. */
const nothingSaid = /\b(?:undefined|NaN|Infinity)\b|\[object|:null null/;

/**
 * Returns whether a question may count every product of the world. Its names and sources then take more room, and in an
 * opened row also its drawings.
 */
const isOfWorld = (question: string) => /availability=any|set=/.test(question);

/** Holds the factors by which such answers may be larger. */
const ofWorld = { screen: 1.1, openedRow: 1.45, choices: 1.05 } as const;
const limitOf = (what: keyof typeof ofWorld, question: string) =>
  isOfWorld(question) ? sizeLimits[what] * ofWorld[what] : sizeLimits[what];

describe("sizes of what is sent, gzipped", () => {
  it.each(sampled(questions, 12))("of %j", async (question) => {
    for (const [path, limit] of [
      ["/v1/screen", limitOf("screen", question)],
      ["/v1/screen/patients", sizeLimits.patients],
      ["/v1/screen/copy", sizeLimits.screen],
      ["/v1/choices", limitOf("choices", question)],
    ] as const) {
      expect(await bytesOf(path, question), path).toBeLessThanOrEqual(limit);
    }
  });

  it.each(sampled(questions, 2))("of opened rows of %j", async (question) => {
    for (const { id } of sampled(dataset.outcomes, 12)) {
      const bytes = await bytesOf(`/v1/screen/${id}`, question);
      expect(bytes, id).toBeLessThanOrEqual(limitOf("openedRow", question));
    }
  });
});

it.each(["prior-lines=90-", "prior-lines=-4", "therapy-class=bsab"])(
  "a screen of %j, of which a class has no trial, offers questions with as many trials as it says",
  async (question) => {
    const { leftOut } = await read<Screen>(to("/v1/screen", question));
    expect([1, 2, 3]).toContain(leftOut?.offers.length);
    for (const { query, leadsTo } of leftOut?.offers ?? []) {
      const { "car-t": carT, bsab } = (await read<Screen>(to("/v1/screen", query))).cohorts;
      expect(leadsTo).toContain(`${carT} CAR-T and ${bsab} bispecific`);
    }
  },
);
