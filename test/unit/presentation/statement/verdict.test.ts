import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/answer/answer.ts";
import { isAsked } from "#core/answer/checks.ts";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { verdictOf } from "#presentation/statement/verdict.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import { screen as en } from "#words/screen.ts";
import {
  check,
  comparison,
  contrast,
  noContrast,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { anyQuestion, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { sides } from "../../../support/viewed-rows.ts";

const answerTo = (text: string) => compareInWords(asked(text, dataset), dataset);
const plain = (text: string) => text.replaceAll("\u2011", "-");
const verdict = (outcomes: ApiRow[], over = {}) => {
  const { lead, harms } = verdictOf(comparison({ outcomes, ...over }), en);
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
  const leadOf = (over: Partial<ApiRow>) => verdict([row(over)]).lead;

  it("is what was reported, with how many of the checks hold", () => {
    expect(leadOf({ contrasts: between(26, [14, 35], checked(1, 4)) })).toBe(
      "More responded after CAR-T, but not firmly (1 of 4 checks).",
    );
    expect(leadOf({ contrasts: between(-26, [-35, -14], checked(0, 1)) })).toBe(
      "Fewer responded after CAR-T, but not firmly (0 of 1 check).",
    );
    expect(leadOf({ contrasts: between(26, [14, 35], checked(4, 4)) })).toBe(
      "More responded after CAR-T (4 of 4 checks).",
    );
    expect(leadOf({ contrasts: between(26, [14, 35], { ...checked(4, 4), firm: true }) })).toBe(
      "More responded after CAR-T (4 of 4 checks).",
    );
  });

  it("has no number of checks where none was made or could be asked", () => {
    expect(leadOf({ contrasts: between(26, [14, 35], { checks: null }) })).toBe(
      "More responded after CAR-T.",
    );
    const checks = [
      check("place", { status: "cannot-be-asked" }),
      check("dose", { status: "same" }),
    ];
    expect(leadOf({ contrasts: between(26, [14, 35], { checks }) })).toBe(
      "More responded after CAR-T.",
    );
  });

  it("has no range by trial, which is that of a harm", () => {
    const contrasts = between(26, [14, 35], checked(1, 4));
    expect(leadOf({ ...sides(three, {}), contrasts })).not.toContain("by trial");
  });

  it("is open where 0 lies within, or ends the interval", () => {
    const open = "Whether more responded after CAR-T or a bispecific is open: 0 lies within.";
    for (const low of [-6, 0]) expect(leadOf({ contrasts: between(7, [low, 30]) })).toBe(open);
    expect(leadOf({ contrasts: between(7, [0.1, 30]) })).not.toBe(open);
  });

  it("names the only product of a class, and other drugs given with it", () => {
    const of = (product: string) => ({ products: [productPool(product)] });
    const both = sides(of("cilta-cel"), { ...of("teclistamab"), regimen: "combination" });
    expect(leadOf({ ...both, contrasts: between(26, [14, 35], checked(1, 2)) })).toBe(
      "More responded after cilta-cel than after teclistamab in combination, but not firmly (1 of 2 checks).",
    );
  });

  it("is why two numbers are not compared, or that only one class has a number", () => {
    const single = { ...noContrast, status: "one-trial" } as const;
    expect(leadOf({ ...sides({ k: 1, trials: 1 }, {}), contrasts: [single] })).toBe(
      "Response is not compared: one CAR-T trial.",
    );
    expect(leadOf({ ...sides({}, {}), contrasts: [noContrast] })).toBe("Response is not compared.");
    expect(leadOf({ ...sides({}, null), contrasts: [noContrast] })).toBe(
      "Only numbers of CAR-T: nothing is compared here.",
    );
    expect(leadOf({ ...sides(null, {}), contrasts: [noContrast] })).toBe(
      "Only numbers of bispecifics: nothing is compared here.",
    );
  });
});

describe("what a verdict says of harms", () => {
  const response = row({ contrasts: between(26, [14, 35], checked(1, 4)) });
  const harm = (phrase: string, contrasts: Contrast[], over: Partial<ApiRow> = {}) =>
    row({ outcome: phrase, phrase, group: "toxicity", direction: "harm", contrasts, ...over });
  const harmsOf = (...harms: ApiRow[]) => verdict([response, ...harms]).harms;

  it("is nothing if none was asked for", () => {
    expect(harmsOf()).toBe("");
  });

  it("is nothing of relapse, bridging or deaths where no toxicity was asked for", () => {
    const relapse = harm("relapsed", between(9, [4, 12], checked(4, 4)), { group: "efficacy" });
    const death = harm("died", [noContrast], { group: "survival" });
    expect(harmsOf(relapse, death)).toBe("");
    const toxicity = harm("had a rash", between(3, [1, 5], checked(2, 4)));
    expect(harmsOf(relapse, toxicity)).toBe(
      "More had a rash after CAR-T, but not firmly (2 of 4 checks).",
    );
    for (const group of ["efficacy", "survival"]) {
      expect(verdictOf(answerTo(`outcome=${group}`), en).harms).toBe("");
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
    expect(harmsOf(more, fewer)).toBe("Fewer had infections after CAR-T (2 of 2 checks).");
  });

  it("is never one whose interval holds 0, nor one that is not compared", () => {
    const unclear = harm("had infections", between(-25, [-40, 10]));
    const none = harm("died", [noContrast]);
    const clear = harm("had CRS", between(2, [1, 3], checked(0, 1)));
    expect(harmsOf(unclear, none, clear)).toMatch(/^More had CRS after CAR-T, but not firmly/);
    expect(harmsOf(unclear, none)).toBe("No harm clearly differs.");
    expect(harmsOf(none)).toBe("Harms cannot be compared here.");
  });

  it("has no range of fewer than three trials", () => {
    const two = { studies: three.studies.slice(1) };
    const one = harm("had CRS", between(9, [4, 12], checked(1, 1)), sides(two, {}));
    expect(harmsOf(one)).toBe("More had CRS after CAR-T (1 of 1 check).");
  });
});

describe("of the default question", () => {
  const answer = answerTo("");
  const view = statementOf(answer, en);

  it("it is the response, and a harm that its row has", () => {
    const [holds, asked] = countsOf(answer.outcomes[0]);
    const weak = holds < asked ? ", but not firmly" : "";
    expect(plain(view.verdict.lead)).toBe(
      `More responded after CAR-T${weak} (${holds} of ${asked} checks).`,
    );
    expect(plain(view.verdict.harms)).toMatch(
      /^More had severe CRS after CAR-T(, but not firmly)? \(\d of \d checks; \d+–\d+ of 100 by trial\)\.$/,
    );
  });

  it("whom the rates count, all whose cells were collected, and who was in the trials stand beside it", () => {
    expect(view.told).toBe("orr");
    expect(view.counted).toEqual({ "car-t": "of 100 infused", bsab: "of 100 treated" });
    expect(view.collected).toMatch(
      /^In \d CAR-T trials \d+ of 100 infused, \d+ counting those never infused\.$/,
    );
    expect(plain(view.patients)).toMatch(
      /^In every CAR-T trial the median age was lower \([\d.–]+, \d of \d trials\) than in any bispecific trial \([\d.–]+, \d of \d\)\./,
    );
    expect(view.certainty).toBe("Very low certainty: separate trials, not randomised.");
  });
});

/** Of a row: how many checks hold, of how many that were asked. */
function countsOf(one: ApiRow | undefined): [number, number] {
  const asked = (one?.contrasts[0]?.checks ?? []).filter(isAsked);
  return [asked.filter(({ status }) => status === "holds").length, asked.length];
}

describe("of real-world studies", () => {
  it("it is led by response, also where that is not compared", () => {
    expect(statementOf(answerTo("evidence=real-world"), en).verdict.lead).toBe(
      "Response is not compared: teclistamab only.",
    );
  });

  it("nothing in it or beside it is called a trial", () => {
    for (const text of ["evidence=real-world", "evidence=all"]) {
      const { verdict: own, patients, collected } = statementOf(answerTo(text), en);
      expect(`${own.lead} ${own.harms} ${patients} ${collected}`).not.toMatch(/\btrials?\b/);
    }
    expect(plain(en.verdict.ages("study", "60", "70"))).toBe(
      "Median age 60 in the CAR-T studies, 70 in the bispecific studies.",
    );
  });
});

it("never advises, predicts or counts on, for any question", () => {
  fc.assert(
    fc.property(anyQuestion(dataset), (pairs) => {
      const { verdict: said } = statementOf(answerTo(new URLSearchParams(pairs).toString()), en);
      const text = `${said.lead} ${said.harms}`;
      expect(said.lead).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(
        /should|recommend|better|safer|patients respond\b|will|BsAb|NaN|undefined/,
      );
    }),
    { numRuns: runs(60) },
  );
});
