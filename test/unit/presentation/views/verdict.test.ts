import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { byTrial } from "#presentation/row/difference.ts";
import { collectedText, patientsText } from "#presentation/views/answer-texts.ts";
import { copiedText } from "#presentation/views/copied-text.ts";
import { verdictOf } from "#presentation/views/verdict.ts";
import { check, comparison, contrast, noContrast, pool, row } from "../../../support/answers.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const answerTo = (text: string) => screenAnswer(queryOf(text, dataset), dataset);
const verdict = (outcomes: Row[]) => {
  const { lead, harms } = verdictOf(comparison({ outcomes }));
  return { lead, harms };
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
const clear = (holds: number, of: number) => between(26, [14, 35], checked(holds, of));

const harm = (label: string, contrasts: Contrast[], over: Partial<Row> = {}) =>
  row({
    ...{ outcome: label, label, phrase: `had ${label}`, contrasts, ...over },
    ...{
      group: "toxicity",
      direction: "harm",
      role: over.role === undefined ? "headline-harm" : over.role,
    },
  });

describe("what a verdict says of a benefit", () => {
  const leadOf = (over: Partial<Row>) => verdict([row(over)]).lead;

  it.each([
    [4, 4, "holds in all 4 checks"],
    [3, 4, "holds in 3 of 4 checks"],
    [3, 3, "only 3 checks possible"],
    [1, 1, "only 1 check possible"],
    [0, 0, "no check possible"],
    [2, 4, "unclear in 2 of 4 checks"],
  ])("is how sure it is: %i of %i checks hold", (holds, of, status) => {
    expect(leadOf({ contrasts: clear(holds, of) })).toBe(`More responded after CAR-T; ${status}.`);
  });

  it("is unclear where 0 lies within, or ends the interval", () => {
    for (const low of [-6, 0]) {
      expect(leadOf({ contrasts: between(7, [low, 30]) })).toBe("Response: unclear.");
    }
    expect(leadOf({ contrasts: between(7, [0.1, 30]) })).toMatch(/^More responded/);
  });

  it("is of response, else of the first benefit that is compared, else of a harm of the headline", () => {
    const of = (phrase: string, over: Partial<Row> = {}) =>
      row({ outcome: phrase, label: phrase, phrase, contrasts: clear(4, 4), ...over });
    const crs = harm("CRS", clear(4, 4), { role: null });
    const severe = harm("Severe CRS", clear(4, 4));
    expect(verdict([crs, of("lived"), of("responded", { outcome: "orr" })]).lead).toMatch(
      /^More responded/,
    );
    expect(verdict([crs, of("lived", { contrasts: [noContrast] }), of("thrived")]).lead).toMatch(
      /^More thrived/,
    );
    expect(verdict([crs, severe])).toEqual({
      lead: "More Severe CRS after CAR-T; holds in all 4 checks.",
      harms: "",
    });
    expect(verdict([crs]).lead).toBe("More CRS after CAR-T; holds in all 4 checks.");
  });
});

it("a verdict without a difference says counts where its row shows counts", () => {
  const counted = (events: number, n: number) => pool({ k: 1, events, n, estimate: events / n });
  const pools = { "car-t": counted(12, 20), bsab: counted(94, 181) };
  const lead = (shownAs: "counts" | "rates") =>
    verdict([row({ pools, shownAs, contrasts: [noContrast] })]).lead;
  expect(lead("counts")).toMatch(/^12 of 20 responded after [^,]*, 94 of 181 after [^;]*;/);
  expect(lead("rates")).toMatch(/^60 of 100 responded after [^,]*, 52 after [^;]*;/);
});

const response = row({ contrasts: clear(1, 4) });
const open = row({ contrasts: between(7, [-6, 30]) });
const none = row({ contrasts: [noContrast] });
const crs = (contrasts: Contrast[]) => harm("Severe CRS", contrasts);
const infection = (contrasts: Contrast[]) => harm("Severe infection", contrasts);
const unclear = between(-25, [-40, 10]);
const fewer = between(-12, [-20, -3], checked(3, 4));

it.each<[what: string, Row[], harms: string]>([
  [
    "both harms of the headline, each with how sure it is",
    [response, crs(clear(4, 4)), infection(unclear)],
    "More Severe CRS; holds in all 4. Severe infection: unclear.",
  ],
  [
    "after what they are more often, where the benefit is unclear",
    [open, crs(clear(4, 4)), infection([noContrast])],
    "More Severe CRS after CAR-T; holds in all 4 checks. Severe infection: not compared.",
  ],
  [
    "fewer of one harm",
    [response, infection(fewer)],
    "Fewer had Severe infection; holds in 3 of 4.",
  ],
  [
    "one sentence of two harms with the same status",
    [response, crs(unclear), infection(unclear)],
    "Severe CRS and severe infection: unclear.",
  ],
  [
    "no other harm, whichever its checks",
    [response, harm("Rash", clear(4, 4), { role: null })],
    "",
  ],
  ["nothing where no row is compared", [none, crs([noContrast]), infection([noContrast])], ""],
])("a verdict on harms has %s", (_, rows, harms) => {
  expect(verdict(rows).harms).toBe(harms);
});

describe("of real answers", () => {
  it("nothing in it, beside it or in its rows calls a study of practice a trial", () => {
    for (const text of ["evidence=real-world", "evidence=all"]) {
      const answer = answerTo(text);
      const [patients, collected] = [patientsText(answer), collectedText(answer)];
      // "By trial" is how survival stands, whatever the studies are.
      const lines = answer.outcomes.map(({ outcome }) =>
        copiedText(answer, { permalink: "", outcome }).text.split("\r\n")[1]?.replace(byTrial, ""),
      );
      const said = [verdictOf(answer), patients, collected, lines];
      expect(JSON.stringify(said)).not.toMatch(/\btrials?\b/);
    }
  });

  it("it never advises, predicts or counts on, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const { lead, harms } = verdictOf(screenAnswer(query, dataset));
        expect(lead).toMatch(/^[A-Z\d].*\.$/);
        // Against its own control each trial drew lots, so that is a finding and no advice.
        const said = `${lead} ${harms}`.replace("each did better than their own standard", "");
        expect(said).not.toMatch(
          /should|recommend|prefer|superior|better|worse|safer|patients respond\b|will|BsAb|NaN|undefined/,
        );
      }),
      { numRuns: runsOf(60) },
    );
  });
});
