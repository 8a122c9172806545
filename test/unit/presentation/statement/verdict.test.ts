import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast, OutcomeComparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { verdictOf } from "#presentation/statement/verdict.ts";
import { screen as en } from "#words/screen.ts";
import { comparison, contrast, noContrast, productPool, row } from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { anyQuestion, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { sides } from "../../../support/viewed-rows.ts";

const answerTo = (text: string) => compareInWords(asked(text, dataset), dataset);
const plain = (text: string) => text.replaceAll("\u2011", "-");
const verdict = (outcomes: OutcomeComparison[], over = {}) => {
  const { lead, harms } = verdictOf(comparison({ outcomes, ...over }), en);
  return { lead: plain(lead), harms: plain(harms) };
};

const between = (
  difference: number,
  [low, high]: [number, number],
  over: Partial<Contrast> = {},
) => [contrast({ differencePer100: difference, differenceInterval: [low, high], ...over })];
const more = { strength: "same-in-every-check" } as const;

describe("what a verdict says of a benefit", () => {
  const leadOf = (over: Partial<OutcomeComparison>) => verdict([row(over)]).lead;

  it("is what was seen in separate trials, in the past tense", () => {
    expect(leadOf({ contrasts: between(26, [14, 35], more) })).toBe(
      "In separate trials more patients responded after CAR-T.",
    );
    expect(leadOf({ contrasts: between(-26, [-35, -14], more) })).toBe(
      "In separate trials fewer patients responded after CAR-T.",
    );
  });

  it("names the check that loses it", () => {
    const lost = {
      kind: "rule",
      value: "availability=us",
      cohort: null,
      differencePer100: 10,
      differenceInterval: [-8, 33],
    } as const;
    const contrasts = between(26, [1, 35], { strength: "depends", checked: { lost } });
    expect(leadOf({ contrasts })).toBe(
      "In separate trials more patients responded after CAR-T (depends on region).",
    );
  });

  it("is that it is unclear where the interval holds 0, by the printed digits if nothing was checked", () => {
    const unclear =
      "It is unclear whether more patients responded after CAR-T or a bispecific in separate trials.";
    expect(leadOf({ contrasts: between(7, [-6, 30], { strength: "either-way" }) })).toBe(unclear);
    expect(leadOf({ contrasts: between(7, [0.4, 30], { strength: null }) })).toBe(unclear);
    expect(leadOf({ contrasts: between(7, [0.6, 30], { strength: null }) })).not.toBe(unclear);
  });

  it("names the only product of a class, and other drugs given with it", () => {
    const of = (product: string) => ({ products: [productPool(product)] });
    const both = sides(of("cilta-cel"), { ...of("teclistamab"), regimen: "combination" });
    expect(leadOf({ ...both, contrasts: between(26, [14, 35], more) })).toBe(
      "In separate trials more patients responded after cilta-cel than after teclistamab in combination.",
    );
  });

  it("is no comparison where one class has a number", () => {
    expect(leadOf({ ...sides({}, null), contrasts: [noContrast] })).toBe(
      "Only numbers of CAR-T: nothing is compared here.",
    );
  });
});

describe("what a verdict says of harms", () => {
  const response = row({ contrasts: between(26, [14, 35], more) });
  const harm = (label: string, contrasts: Contrast[], over: Partial<OutcomeComparison> = {}) =>
    row({ outcome: label, label, group: "toxicity", direction: "harm", contrasts, ...over });
  const harmsOf = (...harms: OutcomeComparison[]) => verdict([response, ...harms]).harms;
  const printed = (interval: [number, number], differs: readonly string[] = []) =>
    ({
      published: {
        pools: {
          "car-t": [{ contrast: { measure: "odds-ratio", value: 1, interval, p: null }, differs }],
          bsab: [],
        },
        held: 0,
        direction: null,
        line: null,
      },
    }) as unknown as Partial<OutcomeComparison>;

  it("is nothing if none was asked for", () => {
    expect(harmsOf()).toBe("");
  });

  it("is nothing of relapse, bridging or deaths where no toxicity was asked for", () => {
    const relapse = harm("Relapse", between(9, [4, 12], more), { group: "efficacy" });
    const death = harm("Death", [noContrast], { group: "survival" });
    expect(harmsOf(relapse, death)).toBe("");
    const toxicity = harm("Small", between(3, [1, 5], more));
    expect(harmsOf(relapse, toxicity)).toBe("Small was reported more often after CAR-T.");
    for (const group of ["efficacy", "survival"]) {
      expect(verdictOf(answerTo(`outcome=${group}`), en).harms).toBe("");
    }
  });

  it("is one for each direction, the largest", () => {
    const small = harm("Small", between(3, [1, 5], more));
    const large = harm("Large", between(9, [4, 12], more));
    const fewer = harm("Fewer", between(-4, [-9, -1], more));
    expect(harmsOf(small, large, fewer)).toBe(
      "Large was reported more often after CAR-T. Fewer was reported less often after CAR-T.",
    );
  });

  it("is a published one where the classes are not compared here, if its ratio excludes 1", () => {
    const infection = harm("Severe infection", [noContrast], printed([0.29, 0.79]));
    expect(harmsOf(infection)).toBe(
      "Severe infection cannot be compared; published: fewer after CAR-T.",
    );
    expect(harmsOf(harm("Infection", [noContrast], printed([0.29, 0.79], ["question"])))).toBe(
      "Infection cannot be compared; published, other patients: fewer after CAR-T.",
    );
    const unclear = harm("Death", [noContrast], printed([0.35, 1.65]));
    expect(harmsOf(unclear)).toBe("Harms cannot be compared here.");
  });

  it("is that none is clear where those compared hold 0", () => {
    expect(harmsOf(harm("Small", between(1, [-2, 5], { strength: "either-way" })))).toBe(
      "No harm was clearly more frequent after either.",
    );
  });
});

describe("of the default question", () => {
  const view = statementOf(answerTo(""), en);

  it("it is what the study of the first screen says", () => {
    expect(plain(view.verdict.lead)).toBe(
      "In separate trials more patients responded after CAR-T.",
    );
    expect(plain(view.verdict.harms)).toMatch(
      /^Severe CRS was reported more often after CAR-T \(depends on [^)]+\)\. Severe infection cannot be compared; published: fewer after CAR-T\.$/,
    );
  });

  it("whom the rates count, all whose cells were collected, and who was in the trials stand beside it", () => {
    expect(view.told).toBe("orr");
    expect(view.counted).toEqual({ "car-t": "of 100 infused", bsab: "of 100 treated" });
    expect(view.collected).toMatch(
      /^In \d CAR-T trials \d+ of 100 infused, \d+ counting those never infused\.$/,
    );
    expect(plain(view.patients)).toMatch(
      /^Printed median ages do not overlap: CAR-T [\d.–]+, bispecific [\d.–]+\.$/,
    );
  });
});

describe("of real-world studies", () => {
  const { verdict: said } = statementOf(answerTo("evidence=real-world"), en);

  it("it is led by response, also where only a rarer harm can be compared", () => {
    expect(said.lead).toBe("Response cannot be compared here: teclistamab results disagree.");
  });

  it("nothing in it or beside it is called a trial", () => {
    for (const text of ["evidence=real-world", "evidence=all"]) {
      const { verdict: own, patients, collected } = statementOf(answerTo(text), en);
      expect(`${own.lead} ${own.harms} ${patients} ${collected}`).not.toMatch(/\btrials?\b/);
    }
    expect(plain(en.verdict.ages("study", "60", "70", false))).toBe(
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
