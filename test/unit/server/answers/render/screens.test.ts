/** Tests the answers that the element requests: each is as small as it must be, and has the same numbers as the API. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiComparison, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { questions } from "#data/generated/precomputed.ts";
import { findDifferenceNumbers } from "#presentation/row/difference.ts";
import { findHeadlineRow } from "#presentation/row/figures.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { makeVerdict } from "#presentation/views/verdict.ts";
import { classAdjective } from "#presentation/words/names.ts";
import { formatDifference } from "#presentation/words/rates.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { sizeLimits } from "../../../../../.dev/check/bundle-size.ts";
import { answerOf, read, to } from "../../../../support/in-process.ts";
import { anyQuestion, queryOf } from "../../../../support/queries.ts";
import { runsOf, sampled } from "../../../../support/sample.ts";

async function ask(address: string) {
  const answer = await answerOf(address);
  const text = await answer.text();
  return { status: answer.status, bytes: gzipSync(text, { level: 9 }).length, text };
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
    const [screen, patients, copy, sheets] = await Promise.all(
      ["/v1/screen", "/v1/screen/patients", "/v1/screen/copy", "/v1/choices"].map((path) =>
        ask(to(path, question)),
      ),
    );
    for (const response of [screen, patients, copy, sheets]) {
      expect(response?.status).toBe(200);
      expect(response?.text).not.toMatch(nothingSaid);
    }
    expect(screen?.bytes).toBeLessThanOrEqual(limitOf("screen", question));
    expect(patients?.bytes).toBeLessThanOrEqual(sizeLimits.patients);
    expect(copy?.bytes).toBeLessThanOrEqual(sizeLimits.screen);
    expect(sheets?.bytes).toBeLessThanOrEqual(limitOf("choices", question));
  });

  it.each(sampled(questions, 2))("of opened rows of %j", async (question) => {
    for (const { id } of sampled(dataset.outcomes, 12)) {
      const { status, bytes, text } = await ask(to(`/v1/screen/${id}`, question));
      expect([id, status]).toEqual([id, 200]);
      expect(bytes, id).toBeLessThanOrEqual(limitOf("openedRow", question));
      expect(text, id).not.toMatch(nothingSaid);
    }
  });
});

const contrastsOf = ({ outcome, contrasts }: Pick<Row<string>, "outcome" | "contrasts">) => [
  outcome,
  contrasts,
];

describe("a screen", () => {
  it("says of any question what the answer says", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion(dataset), async (question) => {
        const parameters = new URLSearchParams(question);
        parameters.delete("compare");
        const [screen, api] = await Promise.all([
          read<Screen>(`/v1/screen?${parameters}`),
          read<ApiComparison>(`/v1/comparison?${parameters}`),
        ]);
        const answer = answerClassesInFull(queryOf(`${parameters}`, dataset));
        expect(api.outcomes.map(contrastsOf)).toEqual(answer.outcomes.map(contrastsOf));
        // Survival without an outcome to tell has a headline of its own.
        const isOfSurvival =
          screen.kind === "survival" &&
          findHeadlineRow(answer.outcomes) === undefined &&
          screen.survival.kinds.length > 0;
        expect({ ...screen, rows: [] }).toMatchObject({
          verdict: isOfSurvival ? { harms: "" } : makeVerdict(answer),
          canonical: answer.canonical,
        });
        for (const row of screen.rows) {
          const answered = answer.outcomes.find(({ outcome }) => outcome === row.outcome);
          const numbers = answered && findDifferenceNumbers(answered);
          const { code, difference } = row.status;
          expect(difference === undefined).toBe(!numbers);
          if (numbers) {
            const isClear = code !== "unclear";
            expect(difference).toBe(
              formatDifference(numbers.difference, numbers.interval, isClear),
            );
          }
        }
        expect(JSON.stringify(screen)).not.toMatch(nothingSaid);
      }),
      { numRuns: runsOf(10) },
    );
  });

  it.each([
    ["prior-lines=90-", widening.empty],
    ["prior-lines=-4", widening.emptyClass(classAdjective.bsab, "trial")],
    ["therapy-class=bsab", widening.emptyClass(classAdjective["car-t"], "trial")],
  ])(
    "of %j says that a class has no trial, and what brings it back",
    async (question, sentence) => {
      const { leftOut } = await read<Screen>(to("/v1/screen", question));
      expect(leftOut?.text).toContain(sentence);
      expect(leftOut?.offers.length).toBeGreaterThan(0);
      expect(leftOut?.offers.length).toBeLessThanOrEqual(3);
      for (const { query, leadsTo } of leftOut?.offers ?? []) {
        const offered = await read<Screen>(to("/v1/screen", query));
        const { "car-t": carT, bsab } = offered.cohorts;
        expect(leadsTo).toContain(`${carT} CAR-T and ${bsab} bispecific`);
      }
    },
  );
});
