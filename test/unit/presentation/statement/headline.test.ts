import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { type Headline, headlineOf } from "#presentation/statement/headline.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import type { ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  check,
  comparison,
  contrast,
  noPool,
  pool,
  productPool,
  row,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const sentence = ({ efficacy }: Headline) =>
  efficacy.map((part) => (typeof part === "string" ? part : part.text)).join("");

function pools(carT: Partial<ApiPool> | null, bsab: Partial<ApiPool> | null) {
  return {
    "car-t": carT === null ? noPool : pool(carT),
    bsab: bsab === null ? noPool : pool(bsab),
  };
}

const headline = (outcomes: ApiRow[], over = {}) =>
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
    const answer = compareInWords(asked("lines=2&outcome=orr", dataset), dataset);
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

  it("speaks of a typical trial where a product has several", () => {
    const of = (product: string, k: number, estimate: number) => ({
      ...{ k, estimate },
      products: [productPool(product, { estimate, interval: [0.5, 1] })],
    });
    const both = row({ pools: pools(of("ide-cel", 2, 0.76), of("teclistamab", 1, 0.63)) });
    expect(sentence(headline([both]))).toBe(
      "In a typical trial 76 of 100 infused patients responded to ide-cel, in one trial 63 of 100 to teclistamab.",
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
    ["both not compared", { "car-t": pool(), bsab: pool() }, en.headline.notCompared],
    ["no number at all", { "car-t": noPool, bsab: noPool }, en.headline.noNumber],
  ])("says what is missing where nothing is compared: %s", (_, both, text) => {
    const status = Object.values(both).includes(noPool) ? "not-estimable" : "follow-ups-apart";
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

describe("the harm of a headline", () => {
  const harm = row({
    ...{ outcome: "crs", phrase: "had CRS", group: "toxicity", direction: "harm" },
    contrasts: [
      contrast({ differencePer100: 12, differenceInterval: [5, 17], checks: [check("dose")] }),
    ],
  });

  it("is that of the verdict", () => {
    const outcomes = [response(0.9, 0.6), harm];
    const said = headline(outcomes).harm;
    expect(said.replaceAll("\u2011", "-")).toBe("More had CRS after CAR-T (1 of 1 check).");
    expect(said).toBe(statementOf(comparison({ outcomes }), en).verdict.harms);
  });

  it("is nothing without a harm", () => {
    expect(headline([response(0.9, 0.1)]).harm).toBe("");
  });
});

describe("the doubt of a headline", () => {
  const doubtOf = (text: string) =>
    headlineOf(compareInWords(asked(text, dataset), dataset), english).doubt;

  it("is one sentence, the same for whatever has a number", () => {
    for (const text of ["", "therapy-class=car-t", "lines=2&outcome=cr"]) {
      expect(doubtOf(text)).toBe("Very low certainty: separate trials, not randomised.");
    }
    // Practice data are studies and not trials.
    for (const text of ["evidence=all", "set=annals-2025"]) {
      expect(doubtOf(text)).toBe("Very low certainty: separate studies, not randomised.");
    }
  });

  it("is silent where no number is shown", () => {
    expect(headline([]).doubt).toBe("");
  });
});

describe("a headline", () => {
  it("never gives advice, for any ready-made question", () => {
    for (const { query } of dataset.presets) {
      const answer = compareInWords(query, dataset);
      const { harm: said, doubt, ...rest } = headlineOf(answer, english);
      const all = `${sentence({ harm: said, doubt, ...rest })} ${said} ${doubt}`;
      expect(all).not.toMatch(/better|worse|should|prefer|recommend|superior|safer|%/i);
      expect(all).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });
});
