/** A class without a number: what is known of each of its drugs, drawn and named. */
import { describe, expect, it } from "vitest";
import type { MonthOfTrial, Pool } from "#core/answer/answer.ts";
import { knownByDrug } from "#presentation/row/known-by-drug.ts";
import {
  median,
  monthOfTrial,
  noPool,
  notPooled,
  percentageAlone,
  pool,
  study,
} from "../../../support/answers.ts";

const drawn = (over: Partial<Pool>, { onScreen = "CAR-T", isCount = false } = {}) => {
  const known = knownByDrug(pool({ ...noPool, ...over }), onScreen, isCount);
  return known && { ...known.side, heard: known.heard(" of 100") };
};

const percentage = (product: string, percentPrinted: number) =>
  percentageAlone({ cohort: product, product, percentPrinted });
const counted = (product: string, events: number, n: number, over = {}) =>
  study({
    ...{ cohort: `${product} ${n}`, trial: `${product} ${n}`, product },
    ...{ events, n, estimate: events / n, interval: [events / n - 0.1, events / n + 0.1] },
    ...over,
  });
const month = (
  product: string,
  kind: MonthOfTrial["kind"],
  survival: number | null,
  trial = product,
) => monthOfTrial({ cohort: trial, label: trial, product, trial, kind, survival });

const ofPart = (events: number, n: number, population: "subset" | "mrd-evaluable") =>
  notPooled({ product: "cilta-cel", events, n, reason: { code: "only-over", population } });
const part = (label: string, ...studies: ReturnType<typeof study>[]) => ({
  outcome: "death-infection",
  label,
  studies,
});

describe("a percentage of one drug and the wider outcome of another", () => {
  const side = drawn({
    notPooled: [percentage("cilta-cel", 17)],
    broader: [counted("ide-cel", 14, 33), counted("ide-cel", 23, 128)],
  });

  it("each have their marks, and each is named", () => {
    expect(side?.marks.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual([17, 18, 42.4]);
    expect(side).toMatchObject({ number: "17", under: "cilta-cel", filled: false });
    expect(side?.above).toBe("ide-cel, any neurotoxicity: 18, 42");
  });

  it("are heard by drug, the wider outcome by its name", () => {
    expect(side?.heard).toBe("cilta-cel 17 of 100; ide-cel any neurotoxicity 18 and 42");
  });
});

describe("bounds", () => {
  it("are marks of their kind: at least as many, below, about or above half", () => {
    const months = [
      month("a-cel", "at-least", 0.7049),
      month("b-cel", "below-half", null),
      month("c-cel", "about-half", null),
      month("d-cel", "above-half", null),
    ];
    expect(drawn({ months })?.marks).toEqual([
      { at: 50, kind: "below" },
      { at: 50, kind: "about" },
      { at: 50, kind: "above" },
      { at: 70.5, kind: "at-least" },
    ]);
    // A lower bound is never rounded up.
    expect(drawn({ months: [months[0] ?? month("", "at-least", 0)] })?.number).toBe("≥70");
  });

  it.each<[string, MonthOfTrial[], string, string]>([
    ["one figure", [month("a-cel", "printed", 0.77)], "77", "a-cel"],
    [
      "a figure and a bound of another drug",
      [month("a-cel", "printed", 0.77), month("b-cel", "below-half", null)],
      "<50, 77",
      "",
    ],
    [
      "lower bounds only",
      [month("a-cel", "at-least", 0.7), month("b-cel", "above-half", null)],
      ">50, ≥70",
      "",
    ],
    [
      "figures alike",
      [month("a-cel", "printed", 0.77), month("b-cel", "printed", 0.766)],
      "77",
      "",
    ],
    [
      "a lower bound beneath a figure of its drug, which says nothing more",
      [
        month("a-cel", "printed", 0.77),
        month("a-cel", "printed", 0.68, "a-2"),
        month("a-cel", "at-least", 0.21, "a-3"),
      ],
      "68, 77",
      "",
    ],
    [
      "a lower bound above all figures",
      [month("a-cel", "printed", 0.54), month("a-cel", "at-least", 0.79, "a-2")],
      "54, ≥79",
      "",
    ],
  ])("the ends: %s", (_, months, number, under) => {
    expect(drawn({ months })).toMatchObject({ number, under });
  });
});

describe("a part of the outcome", () => {
  it("is a lower bound that says what it counts", () => {
    const side = drawn({ narrower: [part("Death from infection", counted("b-mab", 20, 165))] });
    expect(side?.marks).toEqual([{ at: 12.1, kind: "at-least" }]);
    expect(side?.number).toBe("≥12");
    const named = [side?.above, ...(side?.labels ?? []).map(({ text }) => text)].join(" ");
    expect(named).toContain("death from infection");
    expect(side?.heard).toBe("b-mab death from infection only ≥12 of 100");
  });

  it("that stands for several drugs is named once, with the drugs in the order of the number", () => {
    const studies = [counted("b-mab", 20, 165), counted("c-mab", 5, 117)];
    const side = drawn({ narrower: [part("Death from infection", ...studies)] });
    const named = [side?.above, ...(side?.labels ?? []).map(({ text }) => text)].filter(Boolean);
    expect(named).toEqual(["death from infection only: c-mab, b-mab"]);
    expect(side).toMatchObject({ number: "≥4, ≥12", under: "" });
  });
});

describe("of several drugs none goes without a name on a phone", () => {
  const texts = ({ labels = [] }: NonNullable<ReturnType<typeof drawn>>) =>
    labels.map(({ text, isWide }) => [text, isWide]);

  it("each stands beside its mark, and above with its number where a phone is too narrow", () => {
    const side = drawn({
      months: [month("cilta-cel", "printed", 0.77), month("ide-cel", "below-half", null)],
    });
    expect(side).toMatchObject({ number: "<50, 77", under: "" });
    expect(side && texts(side)).toEqual([
      ["ide-cel", undefined],
      ["cilta-cel", true],
    ]);
    expect(side?.names).toBe("cilta-cel 77");
    expect(side?.above).toBeUndefined();
  });

  it("one stands under its number where it finds no place beside its mark", () => {
    const side = drawn({
      months: [month("cilta-cel", "printed", 0.95), month("a-long-name-cel", "printed", 0.8)],
    });
    expect(side).toMatchObject({ number: "95", under: "cilta-cel" });
    expect(side && texts(side)).toEqual([["a-long-name-cel", undefined]]);
    expect(side?.above).toBeUndefined();
    // Where there is room, and in the opened row, each has its numbers.
    expect(side?.listed).toBe("a-long-name-cel 80; cilta-cel 95");
  });

  it("those whose marks lie among each other have one label", () => {
    const side = drawn({
      months: [
        { ...month("linvoseltamab", "printed", 0.7), interval: [0.6, 0.78] },
        month("elranatamab", "at-least", 0.51),
        month("teclistamab", "about-half", null),
        month("teclistamab", "at-least", 0.6, "second trial"),
      ],
    });
    expect(side).toMatchObject({ number: "≈50 … 70", under: "" });
    expect(side && texts(side)).toEqual([
      ["tec, elra", undefined],
      ["linvo", undefined],
    ]);
  });

  it("where no place is free, all stand above with their numbers; of many only how many", () => {
    const side = drawn({
      months: [
        month("elranatamab", "printed", 0.2),
        month("first-long-name-cel", "printed", 0.5),
        month("second-long-name-cel", "printed", 0.8),
      ],
    });
    expect(side?.above).toBe("elra 20; first-long-name-cel 50; second-long-name-cel 80");
    const many = drawn({
      months: [0.1, 0.3, 0.5, 0.7, 0.9].map((survival, index) =>
        month(`long-name-${index}-cel`, "printed", survival),
      ),
    });
    expect(many).toMatchObject({ number: "10 … 90", under: "", above: "5 drugs" });
  });
});

describe("names", () => {
  it("of the only drug stand below its number, if nothing else does and the side has another name", () => {
    const figure = { notPooled: [percentage("cilta-cel", 17)] };
    expect(drawn(figure)).toMatchObject({ under: "cilta-cel", marks: [{ at: 17 }] });
    expect(drawn(figure, { onScreen: "cilta-cel" })).toMatchObject({ under: "" });
  });

  it("that are long stand along the axis", () => {
    const side = drawn({ notPooled: [percentage("a-very-long-name-of-a-cel", 7)] });
    expect(side?.under).toBe("");
    expect(side?.labels?.[0]?.text ?? side?.above).toContain("a-very-long-name-of-a-cel");
  });

  it("say what was given in combination", () => {
    const figure = percentageAlone({ product: "b-mab", percentPrinted: 7 }, "combination");
    expect(drawn({ regimen: "combination", notPooled: [figure] })?.heard).toBe(
      "b-mab in combination 7 of 100",
    );
  });
});

describe("in a row of counts", () => {
  it("figures are counts, and a percentage is called one", () => {
    const broader = [counted("ide-cel", 14, 33)];
    const side = drawn({ broader, notPooled: [percentage("cilta-cel", 7)] }, { isCount: true });
    expect(side?.number).toBe("7 %");
    expect(side?.heard).toBe("cilta-cel 7 %; ide-cel any neurotoxicity 14 of 33");
    const bound = drawn(
      { narrower: [part("Death from infection", counted("b-mab", 13, 283))] },
      { isCount: true },
    );
    expect(bound).toMatchObject({ number: "≥13 of 283", marks: [{ at: 4.6, kind: "at-least" }] });
  });
});

describe("without a mark", () => {
  it.each<[string, Partial<Pool>, string | null]>([
    ["nothing reported", { notPooled: [notPooled()] }, null],
    ["no trial", {}, null],
    ["a median", { medians: [median()] }, "median only: x-cel 12 months"],
    ["three medians", { medians: [median(), median(), median()] }, "median only"],
    ["a median that was not reached", { notReached: [median()] }, "median only"],
    [
      "a count that cannot be pooled",
      { notPooled: [notPooled({ reason: { code: "no-count" } })] },
      "no usable count",
    ],
    [
      "a count of a part, of which that of most patients is named",
      {
        notPooled: [ofPart(11, 20, "subset"), ofPart(56, 61, "mrd-evaluable"), notPooled()],
      },
      "not counted: cilta-cel 56 of 61 evaluable for MRD",
    ],
  ])("%s", (_, over, text) => {
    const side = drawn(over);
    if (text === null) expect(side).toBeNull();
    else {
      expect(side).toMatchObject({ number: "–", marks: [], heard: text });
      const [label] = side?.labels ?? [];
      expect([label?.text, side?.above].filter(Boolean).join(": ")).toBe(text);
    }
  });
});

it("a single figure with its interval has a bar; several have none", () => {
  const one = counted("ide-cel", 30, 100);
  expect(drawn({ broader: [one] })?.bar).toEqual([20, 40]);
  expect(drawn({ broader: [one, counted("ide-cel", 50, 101)] })).not.toHaveProperty("bar");
});
