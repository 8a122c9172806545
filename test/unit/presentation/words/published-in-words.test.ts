import { describe, expect, it } from "vitest";
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { publishedBeside } from "#core/comparison/published-beside.ts";
import {
  gatedPools,
  type PublishedPool,
  type PublishedRanges,
} from "#core/comparison/published-gate.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { publishedRates } from "#data/generated/published-pools.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { publishedLine, publishedSentence } from "#presentation/words/published-in-words.ts";
import { catalogue } from "#words/catalogue.ts";
import { contrast, noContrast, pool, row } from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { printedResult, publication } from "../../../support/published.ts";
import { asked } from "../../../support/queries.ts";

const words = {
  published: catalogue.detail.published,
  numbers: catalogue.screen.numbers,
};

const printed = (id: string, carT: number | null, bsab: number | null): PublishedPool[] =>
  gatedPools([
    publication({
      id,
      results: [
        ...(carT === null
          ? []
          : [printedResult({ estimatePercent: carT, intervalPercent: [0, 100] })]),
        ...(bsab === null
          ? []
          : [
              printedResult({
                therapyClass: "bsab",
                estimatePercent: bsab,
                intervalPercent: [0, 100],
              }),
            ]),
      ],
    }),
  ]);

const missing = pool({ status: "no-cohorts", k: 0, estimate: null, interval: null });
const lineOf = (
  over: Partial<OutcomeComparison>,
  all: readonly PublishedPool[],
  query: Partial<Query> = {},
) => publishedOn(over, all, { ...defaultQuery, ...query }).line;

/** What a row has of these results. */
function publishedOn(
  over: Partial<OutcomeComparison>,
  all: readonly PublishedPool[],
  query = defaultQuery,
  ranges: PublishedRanges = {},
) {
  const { outcome, appliesTo, contrasts, pools, set } = row(over);
  const beside = publishedBeside(
    { outcome, appliesTo, query, contrast: contrasts[0], pools },
    { pools: all, held: {}, ranges, withheld: {} },
  );
  const line = publishedLine({ set, pools, contrasts, appliesTo }, beside, query, words);
  return { ...beside, line };
}

describe("the line of published pools", () => {
  const differs = (difference: number) => ({
    contrasts: [contrast({ differencePer100: difference })],
  });

  it("is not needed where both classes have a number and the directions agree", () => {
    expect(lineOf(differs(10), printed("a", 80, 60))).toBeNull();
    expect(lineOf(differs(10), printed("a", 60, 60))).toBeNull();
  });

  it("is said where a class has no number, with both classes if they are in one analysis", () => {
    const over = { pools: { "car-t": pool(), bsab: missing } };
    expect(lineOf(over, printed("a", 80, 60))).toBe(
      "Published: CAR-T 80, bispecifics 60 of 100 (2024)",
    );
    expect(lineOf(over, printed("a", null, 60))).toBe("Published: bispecifics 60 of 100 (2024)");
    expect(lineOf(over, printed("a", 80, null)), "the other class").toBeNull();
  });

  it("is said where a class has too few of its patients in the row to be contrasted", () => {
    expect(lineOf({ contrasts: [noContrast] }, printed("a", 80, 60))).toMatch(
      /^Published: CAR-T 80/,
    );
  });

  it("is not said of a class that cannot have the outcome, or was not asked for", () => {
    const over = { pools: { "car-t": pool(), bsab: missing } };
    expect(lineOf({ ...over, appliesTo: ["car-t"] }, printed("a", 80, 60))).toBeNull();
    expect(lineOf(over, printed("a", 80, 60), { therapyClass: "car-t" })).toBe(null);
  });

  it("is not said of trials beside real-world studies", () => {
    const over = { pools: { "car-t": pool(), bsab: missing } };
    const trials = printed("a", 80, 60).map((one) => ({ ...one, evidence: "trial" as const }));
    expect(lineOf(over, trials)).toMatch(/^Published: CAR-T 80/);
    expect(lineOf(over, trials, { evidence: "real-world" })).toBeNull();
  });

  it("names the analysis that points the other way", () => {
    const all = [...printed("a", 80, 60), ...printed("b", 50, 70)];
    expect(lineOf(differs(10), all)).toBe(
      "A published analysis pointed the other way: CAR-T 50, bispecifics 70 of 100 (2024)",
    );
    expect(lineOf(differs(-10), all)).toMatch(/pointed the other way: CAR-T 80, bispecifics 60/);
  });

  it("says where a rate here lies outside those of all papers, on which side and how many these are", () => {
    const over = {
      contrasts: [noContrast],
      pools: { "car-t": missing, bsab: pool({ estimate: 0.41 }) },
    };
    const said = (highest: number, query: Partial<Query> = {}) =>
      publishedOn(
        over,
        printed("a", 17, 30),
        { ...defaultQuery, ...query },
        {
          orr: { bsab: [5, 24, highest] },
        },
      );
    expect(said(30).outside.map(words.published.outside)).toEqual([
      "Here bispecifics are higher than in all 5 papers (24–30)",
    ]);
    expect(said(41).outside).toEqual([]);
    const one = { ...row(over), published: said(30) };
    expect(publishedSentence(one, words)).toMatch(
      / Here bispecifics are higher than in all 5 papers \(24–30\)\.$/,
    );
    // Of other patients, or of single products, nothing is said.
    for (const query of [
      { setting: "early" },
      { product: ["a"] },
      { priorBcma: "selected" },
    ] as const) {
      expect(
        said(30.4, { ...query, product: "product" in query ? [...query.product] : [] }).outside,
      ).toEqual([]);
    }
  });

  it("names first in what the patients differ", () => {
    const over = { pools: { "car-t": pool(), bsab: missing } };
    expect(lineOf(over, printed("a", 80, 60), { setting: "early" })).toBe(
      "Published, ≥ 3 prior lines: CAR-T 80, bispecifics 60 of 100 (2024)",
    );
  });

  it("has the rates alone; a report counts the cohorts of that outcome and class, never those of the whole paper", () => {
    const over = { pools: { "car-t": pool(), bsab: missing } };
    const [carT, bsab] = printed("a", 80, 60);
    if (!carT || !bsab) throw new Error("both pass the gate");
    const all = [
      { ...carT, k: 12 },
      { ...bsab, k: 7 },
    ];
    expect(lineOf(over, all)).toBe("Published: CAR-T 80, bispecifics 60 of 100 (2024)");
    const one = { ...row(over), published: publishedOn(over, all) };
    expect(publishedSentence(one, words)).toMatch(
      /^Published: CAR-T 80 \(12 studies\), bispecifics 60 \(7 studies\) of 100 \(2024\)\. /,
    );
  });

  it("says where the published contrast leaves the direction open; a report has it", () => {
    const over = { pools: { "car-t": pool(), bsab: missing } };
    const withRatio = (lower: number, upper: number) => {
      const interval = [lower, upper] as const;
      const contrast = { measure: "odds-ratio" as const, value: 0.48, interval, p: null };
      return printed("a", 17, 30).map((one) =>
        one.therapyClass === "car-t" ? { ...one, contrast } : one,
      );
    };
    const line = "Published: CAR-T 17, bispecifics 30 of 100";
    expect(lineOf(over, withRatio(0.29, 0.79))).toBe(`${line} (2024)`);
    expect(lineOf(over, withRatio(0.29, 1.79))).toBe(`${line}, either way possible (2024)`);
    const one = { ...row(over), published: publishedOn(over, withRatio(0.29, 0.79)) };
    expect(publishedSentence(one, words)).toContain("odds ratio 0.48 (0.29–0.79) (2024). ");
  });

  it("of a repeated set has what it printed first, and on how many of its studies ours rests", () => {
    const all = printed("a", 17, 30).map((one) => ({ ...one, set: "Made 2024" }));
    const here = { pools: { "car-t": pool({ estimate: 0.18 }), bsab: pool({ estimate: 0.41 }) } };
    const said = (found: number, used: number | null, outcome = "orr") =>
      lineOf({ ...here, outcome, set: { found, used } }, all, { set: "a" });
    expect(said(6, 26)).toBe(
      "Made 2024 printed: CAR-T 17, bispecifics 30 of 100; here: CAR-T 18 (3 groups), bispecifics 41 (3 groups); a figure of 6 of its 26 groups of patients",
    );
    expect(said(59, null)).toMatch(/; a figure of 59 groups of patients by its rules$/);
    expect(said(2, 26, "cr")).toBe(
      "Made 2024 printed none that is known here; here: CAR-T 18 (3 groups), bispecifics 41 (3 groups); a figure of 2 of its 26 groups of patients",
    );
    expect(said(0, 26, "cr")).toBeNull();
  });

  it("of the set says what is withheld and why, and counts without a rate as such", () => {
    const own = (outcome: string) =>
      compareInWords(asked(`set=vandenboom-2025&outcome=${outcome}`, dataset), dataset).outcomes[0]
        ?.published?.line;
    expect(own("ae-3")).toContain("printed one that cannot be shown: printed OR 22 not compatible");
    expect(own("death-infection")).toContain(
      "printed: CAR-T 14, bispecifics 45 patients, no rate printed; here: ",
    );
    const [usual] = compareInWords(asked("outcome=death-infection", dataset), dataset).outcomes;
    expect(usual?.published?.line ?? "").not.toContain("14");
  });

  it("counts one patient as one", () => {
    const { sentence, counted } = words.published;
    const of = (patients: string) =>
      sentence(
        {
          rates: [["car-t", patients, null]],
          counted: true,
          contrast: null,
          year: 2025,
          differs: [],
        },
        false,
        "",
      );
    expect(of("1")).toContain(": CAR-T 1 patient, no rate printed");
    expect(of("14")).toContain(": CAR-T 14 patients, no rate printed");
    expect(counted(1)).toBe("1 patient (no rate printed)");
    expect(counted(14)).toBe("14 patients (no rate printed)");
    expect(counted(null)).toBe("number not given (no rate printed)");
  });

  it("stands on the closed row", () => {
    const answer = compareInWords(defaultQuery, dataset);
    const [first, ...others] = answer.outcomes;
    if (!first) throw new Error("the answer has no row");
    const published = {
      pools: { "car-t": [], bsab: [] },
      held: 0,
      outside: [],
      direction: null,
      line: "Published: made up",
    };
    const { rows } = statementOf(
      { ...answer, outcomes: [{ ...first, published }, ...others] },
      catalogue.screen,
    );
    const [one, other] = rows.map(({ published }) => published);
    expect(one).toMatch(/Published: made up$/);
    expect(other).not.toMatch("Published");
  });
});

describe("the sentence of a report", () => {
  const sentenceOf = (over: Partial<OutcomeComparison>, all: readonly PublishedPool[]) =>
    publishedSentence({ ...row(over), published: publishedOn(over, all) }, words);

  it("has the first analysis with its source", () => {
    expect(sentenceOf({}, printed("a", 80, 60))).toBe(
      "Published: CAR-T 80, bispecifics 60 of 100 (2024). Made J. 2024.",
    );
  });

  it("has the one that points the other way, if there is one", () => {
    expect(
      sentenceOf({ contrasts: [contrast({ differencePer100: 10 })] }, [
        ...printed("a", 80, 60),
        ...printed("b", 1, 2),
      ]),
    ).toMatch(/^A published analysis pointed the other way: CAR-T 1, bispecifics 2/);
  });

  it("is missing where nothing was published", () => {
    expect(sentenceOf({}, [])).toBeNull();
    expect(publishedSentence(row(), words)).toBeNull();
  });
});

describe("the ready-made questions", () => {
  it.each(dataset.presets.map(({ label, query }) => [label, query] as const))(
    "%s: no difference contradicts every published pool without saying so",
    (_, query) => {
      const answer = compareInWords(query, dataset);
      for (const { outcome, contrasts, published } of answer.outcomes) {
        const [between] = contrasts;
        const [lower = 0, upper = 0] = between?.differenceInterval ?? [];
        if (lower <= 0 && upper >= 0) continue;
        const signs = publishedRates.pools
          .filter((one) => one.outcome === outcome && one.therapyClass === "car-t")
          .flatMap((carT) => {
            const bsab = published?.pools.bsab.find(
              ({ publication: id }) => id === carT.publication,
            );
            return bsab ? [Math.sign((carT.estimate ?? 0) - (bsab.estimate ?? 0))] : [];
          });
        const against = signs.length > 0 && signs.every((sign) => sign === (lower > 0 ? -1 : 1));
        if (against) expect(published?.line, outcome).toMatch(/pointed the other way/);
      }
    },
  );

  it("show published pools of both classes for response", () => {
    const answer = compareInWords(defaultQuery, dataset);
    const response = answer.outcomes.find(({ outcome }) => outcome === "orr");
    for (const group of groups) {
      const shown = response?.published?.pools[group] ?? [];
      expect(shown.length).toBeGreaterThan(0);
      expect(shown[0]).toMatchObject({ bothClasses: true });
    }
  });
});
