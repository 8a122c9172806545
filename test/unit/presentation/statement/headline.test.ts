import { describe, expect, it } from "vitest";
import type { Contrast, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { type Headline, headlineOf, largestHarm } from "#presentation/statement/headline.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  comparison,
  contrast,
  keptByAll,
  noPool,
  pool,
  productPool,
  row,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const sentence = ({ efficacy }: Headline) =>
  efficacy.map((part) => (typeof part === "string" ? part : part.text)).join("");

function pools(carT: Partial<Pool> | null, bsab: Partial<Pool> | null) {
  return {
    "car-t": carT === null ? noPool : pool(carT),
    bsab: bsab === null ? noPool : pool(bsab),
  };
}

const headline = (outcomes: OutcomeComparison[], over = {}) =>
  headlineOf(comparison({ outcomes, ...over }), english);

const response = (carT: number | null, bsab: number | null) =>
  row({
    pools: pools(
      carT === null ? null : { estimate: carT },
      bsab === null ? null : { estimate: bsab },
    ),
  });

describe("the efficacy of a headline", () => {
  it("speaks of a typical trial and of infused patients, both classes in one sentence", () => {
    expect(sentence(headline([response(0.92, 0.65)]))).toBe(
      "In a typical trial 92 of 100 infused patients responded to CAR-T, 65 of 100 to a bispecific.",
    );
  });

  it("marks each number with its class", () => {
    const { efficacy } = headline([response(0.92, 0.65)]);
    expect(efficacy.filter((part) => typeof part !== "string")).toEqual([
      { group: "car-t", text: "92 of 100" },
      { group: "bsab", text: "65 of 100" },
    ]);
  });

  it("speaks of studies when not only trials are asked for", () => {
    const query = asked("evidence=all", dataset);
    expect(sentence(headline([response(0.92, 0.65)], { query }))).toMatch(/^In a typical study 92/);
  });

  it("does not say infused when a CAR-T cohort counts all randomised patients", () => {
    const answer = compareInWords(asked("setting=early&outcome=orr", dataset), dataset);
    const [first] = answer.outcomes;
    const counted = first?.pools["car-t"].studies.map(({ population }) => population);
    expect(counted).toContain("randomised");
    expect(sentence(headlineOf(answer, english))).not.toMatch(/infused/);
  });

  it("says that one trial each is all there is, and names the product a class rests on", () => {
    const one = (product: string, estimate: number) => ({
      ...{ k: 1, estimate },
      observed: { events: null, n: null, estimate, interval: [0.5, 1] as const },
      products: [productPool(product, { estimate, interval: [0.5, 1] })],
    });
    const both = row({ pools: pools(one("cilta-cel", 0.97), one("teclistamab", 0.63)) });
    expect(sentence(headline([both]))).toBe(
      "In one trial each 97 of 100 infused patients responded to cilta-cel, 63 of 100 to teclistamab.",
    );
    const alone = row({ pools: pools(null, one("teclistamab", 0.63)) });
    expect(sentence(headline([alone]))).toBe(
      "In one trial 63 of 100 patients responded to teclistamab. No CAR-T figure in this selection.",
    );
    const unequal = row({ pools: pools(one("cilta-cel", 0.97), { estimate: 0.65 }) });
    expect(sentence(headline([unequal]))).toBe(
      "In one trial 97 of 100 infused patients responded to cilta-cel, in a typical trial 65 of 100 to a bispecific.",
    );
  });

  it("says in how many trials a product was counted", () => {
    const of = (product: string, k: number, estimate: number) => ({
      ...{ k, estimate },
      observed: { events: null, n: null, estimate, interval: [0.5, 1] as const },
      products: [productPool(product, { estimate, interval: [0.5, 1] })],
    });
    const both = row({ pools: pools(of("ide-cel", 2, 0.76), of("teclistamab", 1, 0.63)) });
    expect(sentence(headline([both]))).toBe(
      "In 2 trials 76 of 100 infused patients responded to ide-cel, in one trial 63 of 100 to teclistamab.",
    );
  });

  it("says that there is no bispecific figure", () => {
    expect(sentence(headline([response(0.92, null)]))).toBe(
      "In a typical trial 92 of 100 infused patients responded to CAR-T, no bispecific figure in this selection.",
    );
  });

  it("says that there is no CAR-T figure", () => {
    expect(sentence(headline([response(null, 0.65)]))).toBe(
      "In a typical trial 65 of 100 patients responded to a bispecific. No CAR-T figure in this selection.",
    );
  });

  it("says that no response rate can be pooled when neither class has one", () => {
    expect(sentence(headline([response(null, null)]))).toBe(
      "No response rate can be pooled in this selection.",
    );
  });

  it.each([
    ["a number for one class only", { "car-t": noPool, bsab: pool() }, en.headline.notCompared],
    ["too little of a class", { "car-t": pool(), bsab: pool() }, en.headline.notCompared],
    ["no number at all", { "car-t": noPool, bsab: noPool }, en.headline.noNumber],
  ])("says what is missing where nothing is compared: %s", (_, both, text) => {
    const status = Object.values(both).includes(noPool) ? "not-estimable" : "not-representative";
    const nothing = { differencePer100: null, differenceInterval: null, status } as const;
    const one = row({ outcome: "pfs-12", pools: both, contrasts: [contrast(nothing)] });
    expect(sentence(headline([one]))).toBe(text);
  });

  it("never says 0 or 100 for a rate between", () => {
    expect(sentence(headline([response(0.9996, 0.004)]))).toMatch(/>99 of 100.*<1 of 100/);
  });

  it("does not claim that no response rate can be pooled when none was asked for", () => {
    const answer = compareInWords(asked("outcome=crs-3", dataset), dataset);
    expect(sentence(headlineOf(answer, english))).not.toContain(en.headline.noResponse);
  });
});

const harm = (id: string, difference: number, over: Partial<OutcomeComparison> = {}) =>
  row({
    outcome: id,
    phrase: `had ${id}`,
    group: "toxicity",
    direction: "harm",
    pools: pools({ estimate: 0.5 + difference / 100 }, {}),
    contrasts: [
      contrast({
        differencePer100: difference,
        differenceInterval: [difference - 5, difference + 5],
        checked: keptByAll,
      }),
    ],
    ...over,
  });

describe("the harm of a headline", () => {
  it("is the largest difference, in either direction", () => {
    const outcomes = [response(0.9, 0.6), harm("crs", 12), harm("infections", -25)];
    expect(headline(outcomes).harm).toBe(
      "25 fewer of 100 had infections with CAR-T (20 to 30 fewer).",
    );
  });

  it("is one that every check keeps, never a larger one that may be none", () => {
    const unsure = (differenceInterval: [number, number], checked: Contrast["checked"]) =>
      harm("infections", -25, {
        contrasts: [contrast({ differencePer100: -25, differenceInterval, checked })],
      });
    const lost = { kind: "prior", cohort: null, value: "tau-2", differencePer100: -20 } as const;
    for (const one of [
      unsure([-40, 10], null),
      unsure([-40, -1], { lost: { ...lost, differenceInterval: [-40, 1] } }),
    ]) {
      expect(headline([response(0.9, 0.6), one, harm("crs", 12)]).harm).toMatch(/had crs/);
      const { harm: said, doubt } = headline([response(0.9, 0.6), one]);
      expect(said).toBeNull();
      expect(doubt).toContain(english.headline.noHarm);
    }
  });

  it.each([
    [3, 3, true],
    [2, 3, false],
    [3, 2, false],
    [0, 7, false],
  ])("with %d CAR-T and %d bispecific cohorts is named: %s", (carT, bsab, named) => {
    const one = harm("infections", -25, { pools: pools({ k: carT, estimate: 0.25 }, { k: bsab }) });
    const { harm: said, doubt } = headline([one]);
    if (named) expect(said).toMatch(/^25 fewer/);
    else expect(said).toBeNull();
    expect(doubt.includes(english.headline.noHarm)).toBe(!named);
  });

  it("is never one that rests on less than a third of the paper whose question is repeated", () => {
    for (const { id } of dataset.sets) {
      const { outcomes } = compareInWords(asked(`set=${id}`, dataset), dataset);
      const harm = largestHarm(outcomes, en)?.row;
      for (const group of groups) {
        if (harm) expect(harm.pools[group].share ?? 0, id).toBeGreaterThanOrEqual(1 / 3);
      }
    }
    const vandenboom = compareInWords(asked("set=vandenboom-2025", dataset), dataset);
    expect(headlineOf(vandenboom, english).harm ?? "").not.toMatch(/infection/);
  });

  it("is never a benefit", () => {
    expect(headline([response(0.9, 0.1)]).harm).toBeNull();
  });

  it("passes over a larger one that rests on too few cohorts", () => {
    const thin = harm("infections", -40, { pools: pools({ k: 2, estimate: 0.1 }, { k: 5 }) });
    expect(headline([thin, harm("crs", 12)]).harm).toMatch(/^12 more of 100 had crs/);
  });

  it("has the numbers that its row shows", () => {
    const answer = compareInWords(asked("outcome=toxicity&evidence=all", dataset), dataset);
    const said = headlineOf(answer, english).harm ?? "";
    const amounts = statementOf(answer, en)
      .rows.filter(({ section }) => section === "harm")
      .map(({ phrase, difference }) => `${difference?.amount} of 100 ${phrase}`);
    expect(amounts.some((text) => said.startsWith(text))).toBe(true);
  });
});

describe("the doubt of a headline", () => {
  const doubtOf = (text: string) => {
    const answer = compareInWords(asked(text, dataset), dataset);
    return headlineOf(answer, english).doubt;
  };

  it("says of the default question that its trials are separate, single-arm and in different patients", () => {
    const answer = compareInWords(asked("", dataset), dataset);
    expect(answer.outcomes[0]?.certainty.level).toBe("very-low");
    expect(headlineOf(answer, english).doubt).toMatch(
      /single-arm trials.*different patients.*certainty very low/i,
    );
  });

  it("names no certainty where nothing is contrasted", () => {
    const doubt = doubtOf("therapy-class=car-t");
    expect(doubt).toMatch(/different patients/);
    expect(doubt).not.toMatch(/certainty/);
  });

  it("is silent where no number is shown", () => {
    expect(headline([]).doubt).toBe("");
  });

  it.each(["setting=early", "setting=early&outcome=cr", "setting=early&outcome=infused"])(
    "does not call an arm of a randomised trial single-arm: %s",
    (text) => {
      const answer = compareInWords(asked(text, dataset), dataset);
      const shown = answer.outcomes.flatMap(({ pools: of }) =>
        [...of["car-t"].studies, ...of.bsab.studies].map((one) => one.cohort),
      );
      const arms = dataset.cohorts.filter(
        ({ id, design }) => shown.includes(id) && design === "randomised-arm",
      );
      expect(arms).not.toEqual([]);
      expect(headlineOf(answer, english).doubt).not.toMatch(/single-arm/);
    },
  );

  it("does not call real-world cohorts trials", () => {
    expect(doubtOf("evidence=real-world&setting=any&regimen=any")).not.toMatch(/trials/);
  });
});

describe("a headline", () => {
  it("never gives advice, for any ready-made question", () => {
    for (const { query } of dataset.presets) {
      const answer = compareInWords(query, dataset);
      const { harm: said, doubt, ...rest } = headlineOf(answer, english);
      const all = `${sentence({ harm: said, doubt, ...rest })} ${said ?? ""} ${doubt}`;
      expect(all).not.toMatch(/better|worse|should|prefer|recommend|superior|safer|%/i);
      expect(all).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });
});
