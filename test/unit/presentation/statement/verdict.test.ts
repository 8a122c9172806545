import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { verdictOf } from "#presentation/statement/verdict.ts";
import { catalogue } from "#words/catalogue.ts";
import { check, comparison, contrast, noContrast, row, study } from "../../../support/answers.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { sides } from "../../../support/viewed-rows.ts";

const { screen: en } = catalogue;
const answerTo = (text: string) => screenAnswer(asked(text, dataset), dataset);
const plain = (text: string) => text.replaceAll("\u2011", "-");
const verdict = (outcomes: Row[]) => {
  const { lead, harms } = verdictOf(comparison({ outcomes }), catalogue);
  return { lead: plain(lead), harms: plain(harms) };
};

const between = (
  difference: number,
  [low, high]: [number, number],
  over: Partial<Contrast> = {},
) => [contrast({ differencePer100: difference, differenceInterval: [low, high], ...over })];
/** Of so many checks so many hold. */
const checked = (holds: number, of: number): Partial<Contrast> => ({
  checks: Array.from({ length: of }, (_, at) =>
    check("dose", { status: at < holds ? "holds" : "lost" }),
  ),
});
/** As the rates by trial of CAR-T: 5, 12 and 35 of 100. */
const three = {
  studies: [0.35, 0.05, 0.12].map((estimate, at) => study({ cohort: `${at}`, estimate })),
};

describe("what a verdict says of a benefit", () => {
  const leadOf = (over: Partial<Row>) => verdict([row(over)]).lead;

  it("is open where 0 lies within, or ends the interval", () => {
    const open = `${plain(en.verdict.open("responded", en.verdict.carT, en.verdict.bispecific))}.`;
    for (const low of [-6, 0]) expect(leadOf({ contrasts: between(7, [low, 30]) })).toBe(open);
    expect(leadOf({ contrasts: between(7, [0.1, 30]) })).not.toBe(open);
  });

  it("is of response, else of the first benefit that is compared, else of the first harm", () => {
    const of = (phrase: string, over: Partial<Row> = {}) =>
      row({ outcome: phrase, phrase, contrasts: between(26, [14, 35]), ...over });
    const harm = of("had CRS", { direction: "harm", group: "toxicity" });
    const open = of("lived", { contrasts: [noContrast] });
    expect(verdict([harm, of("lived"), of("responded", { outcome: "orr" })]).lead).toMatch(
      /^More responded/,
    );
    expect(verdict([harm, open, of("were in remission")]).lead).toMatch(/^More were in remission/);
    const { lead, harms } = verdict([open, harm]);
    expect([lead, harms]).toEqual([expect.stringMatching(/^More had CRS/), ""]);
  });
});

describe("what a verdict says of harms", () => {
  const response = row({ contrasts: between(26, [14, 35], checked(1, 4)) });
  const harm = (phrase: string, contrasts: Contrast[], over: Partial<Row> = {}) =>
    row({ outcome: phrase, phrase, group: "toxicity", direction: "harm", contrasts, ...over });
  const harmsOf = (...harms: Row[]) => verdict([response, ...harms]).harms;

  it("is nothing of relapse, bridging or deaths where no toxicity was asked for", () => {
    const relapse = harm("relapsed", between(9, [4, 12], checked(4, 4)), { group: "efficacy" });
    const death = harm("died", [noContrast], { group: "survival" });
    expect(harmsOf(relapse, death)).toBe("");
    const toxicity = harm("had a rash", between(3, [1, 5], checked(2, 4)));
    expect(harmsOf(relapse, toxicity)).toMatch(/^More had a rash after CAR-T/);
    for (const group of ["efficacy", "survival"]) {
      expect(verdictOf(answerTo(`outcome=${group}`), catalogue).harms).toBe("");
    }
  });

  it("is the one that most checks keep, not the largest, with the range by trial after CAR-T", () => {
    const large = harm("had CRS", between(30, [10, 50], checked(3, 4)), sides(three, {}));
    const kept = harm("had severe CRS", between(9, [4, 12], checked(4, 4)), sides(three, {}));
    expect(harmsOf(large, kept)).toBe(
      "More had severe CRS after CAR-T (4 of 4 checks; 5–35 of 100 by trial).",
    );
  });

  it("is the largest of those that as many keep, in either direction", () => {
    const more = harm("had CRS", between(9, [4, 12], checked(2, 2)));
    const fewer = harm("had infections", between(-25, [-30, -20], checked(2, 2)));
    expect(harmsOf(more, fewer)).toMatch(/^Fewer had infections after CAR-T/);
  });

  it("is never one whose interval holds 0, nor one that is not compared", () => {
    const unclear = harm("had infections", between(-25, [-40, 10]));
    const none = harm("died", [noContrast]);
    const clear = harm("had CRS", between(2, [1, 3], checked(0, 1)));
    expect(harmsOf(unclear, none, clear)).toMatch(/^More had CRS after CAR-T, but not firmly/);
    expect(harmsOf(unclear, none)).toBe(en.verdict.harmsOpen);
    expect(harmsOf(none)).toBe(en.verdict.noHarms);
  });
});

describe("of real answers", () => {
  it("nothing in it, beside it or in its rows calls a study of practice a trial", () => {
    for (const text of ["evidence=real-world", "evidence=all"]) {
      const { verdict: own, patients, collected, rows } = statementOf(answerTo(text), catalogue);
      // "By trial" is how survival stands, whatever the studies are.
      const said = rows.map(({ sides: both, missing }) =>
        [both["car-t"].evidence, both.bsab.evidence, missing].join().replace(en.byTrial, ""),
      );
      expect(JSON.stringify([own, patients, collected, said])).not.toMatch(/\btrials?\b/);
    }
  });

  it("it never advises, predicts or counts on, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const { lead, harms } = verdictOf(screenAnswer(query, dataset), catalogue);
        expect(lead).toMatch(/^[A-Z\d].*\.$/);
        expect(`${lead} ${harms}`).not.toMatch(
          /should|recommend|prefer|superior|better|worse|safer|patients respond\b|will|BsAb|NaN|undefined/,
        );
      }),
      { numRuns: runs(60) },
    );
  });
});
