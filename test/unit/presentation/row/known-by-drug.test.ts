/** A class without a number: what is known of each of its drugs, drawn and named. */
import { describe, expect, it } from "vitest";
import type { MonthOfTrial, Pool } from "#core/answer/answer.ts";
import { knownByDrug } from "#presentation/row/known-by-drug.ts";
import type { SideView } from "#presentation/row/side-view.ts";
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

const texts = ({ labels = [] }: Pick<SideView, "labels">) =>
  labels.map(({ text, isWide, isBeyond }) => [text, isBeyond ? "beyond" : isWide]);
const lines = (side: SideView | null | undefined): SideView[] =>
  side ? [side, ...lines(side.other)] : [];

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
    expect(side).toMatchObject({ number: "17", under: "", filled: false });
    expect(side?.marks).toEqual([{ at: 17, kind: "figure" }]);
    expect(side && texts(side)).toEqual([["cilta-cel", undefined]]);
    const other = side?.other;
    expect(other?.marks).toEqual([
      { at: 18, kind: "other" },
      { at: 42.4, kind: "other" },
    ]);
    expect(other?.number).toBe("");
    expect(other && texts(other)).toEqual([["ide-cel 18 & 42: neurotoxicity", true]]);
  });

  it("are heard by drug, the wider outcome by its name", () => {
    expect(side?.heard).toBe("cilta-cel 17 of 100; ide-cel neurotoxicity 18 and 42");
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
    expect(lines(drawn({ months })).flatMap(({ marks }) => marks)).toEqual([
      { at: 50, kind: "below" },
      { at: 50, kind: "about" },
      { at: 50, kind: "above" },
      { at: 70.5, kind: "at-least" },
    ]);
    // A lower bound is never rounded up.
    expect(drawn({ months: [months[0] ?? month("", "at-least", 0)] })?.number).toBe("≥70");
  });

  it.each<[string, MonthOfTrial[], string[]]>([
    [
      "a figure and a bound of another drug",
      [month("a-cel", "printed", 0.77), month("b-cel", "below-half", null)],
      ["b-cel <50", "a-cel 77"],
    ],
    [
      "lower bounds only",
      [month("a-cel", "at-least", 0.7), month("b-cel", "above-half", null)],
      ["b-cel >50", "a-cel ≥70"],
    ],
    [
      "figures alike",
      [month("a-cel", "printed", 0.77), month("a-cel", "printed", 0.766, "a-2")],
      ["a-cel 77"],
    ],
    [
      "a lower bound beneath a figure of its drug, which says nothing more",
      [
        month("a-cel", "printed", 0.77),
        month("a-cel", "printed", 0.68, "a-2"),
        month("a-cel", "at-least", 0.21, "a-3"),
      ],
      ["a-cel 68 & 77"],
    ],
    [
      "a lower bound above all figures",
      [month("a-cel", "printed", 0.54), month("a-cel", "at-least", 0.79, "a-2")],
      ["a-cel 54 & ≥79"],
    ],
  ])("values stand beside their marks: %s", (_, months, values) => {
    const ofLines = lines(drawn({ months }));
    expect(ofLines.flatMap((line) => texts(line).map(([text]) => text))).toEqual(values);
    expect(ofLines.map(({ number, under }) => number + under)).toEqual(ofLines.map(() => ""));
  });

  it("a single figure has its number and its interval in the column of numbers, and its name along the axis", () => {
    const side = drawn({ months: [{ ...month("a-cel", "printed", 0.77), interval: [0.7, 0.83] }] });
    expect(side).toMatchObject({ number: "77", under: "70–83", bar: [70, 83] });
    expect(side && texts(side)).toEqual([["a-cel", undefined]]);
  });
});

describe("a part of the outcome", () => {
  it("has no mark, which would be read as the whole, and says that the total is unknown", () => {
    const side = drawn({ narrower: [part("Fatal infection", counted("b-mab", 20, 165))] });
    expect(side).toMatchObject({ marks: [], number: "", under: "unknown" });
    expect(side && texts(side)).toEqual([["fatal infection: b-mab 12", true]]);
    expect(side?.heard).toBe("total unknown; b-mab fatal infection 12 of 100");
  });

  it("that stands for several drugs is named once, the drugs in the order of their marks", () => {
    const studies = [counted("teclistamab", 20, 165), counted("linvoseltamab", 5, 117)];
    const side = drawn({ narrower: [part("Fatal infection", ...studies)] });
    expect(side && texts(side)).toEqual([["fatal infection: linvo 4, tec 12", true]]);
  });

  it("stands under the rate of another drug, which is known", () => {
    const side = drawn({
      studies: [counted("a-cel", 2, 20)],
      narrower: [part("Fatal infection", counted("b-mab", 20, 165))],
    });
    expect(side).toMatchObject({ number: "10", labels: [{ text: "a-cel" }] });
    expect(side?.other).toMatchObject({
      ...{ number: "", under: "", marks: [] },
      labels: [{ text: "fatal infection: b-mab 12" }],
    });
    expect(side?.heard).toBe("a-cel 10 of 100; b-mab fatal infection 12");
  });
});

describe("several drugs", () => {
  it("share a line where each finds room beside its marks, on the narrowest phones above it", () => {
    const side = drawn({
      months: [month("cilta-cel", "printed", 0.77), month("ide-cel", "below-half", null)],
    });
    expect(side?.other).toBeUndefined();
    expect(side && texts(side)).toEqual([
      ["ide-cel <50", true],
      ["cilta-cel 77", "beyond"],
    ]);
    expect(side?.above).toBeUndefined();
  });

  it("whose marks lie among each other stand on lines of their own", () => {
    const side = drawn({
      months: [
        { ...month("linvoseltamab", "printed", 0.7), interval: [0.6, 0.78] },
        month("elranatamab", "at-least", 0.51),
        month("teclistamab", "about-half", null),
        month("teclistamab", "at-least", 0.6, "second trial"),
      ],
    });
    expect(lines(side).map((line) => texts(line).map(([text]) => text))).toEqual([
      ["tec ≈50 & ≥60"],
      ["elra ≥51", "linvo 70"],
    ]);
  });

  it("stand above with their values where the axis has no room; of many each has a line", () => {
    const side = drawn({
      months: [
        month("a-name-too-long-for-any-phone-cel", "printed", 0.5),
        month("b", "printed", 0.5),
      ],
    });
    expect(side?.above).toBe("a-name-too-long-for-any-phone-cel 50");
    const many = drawn({
      months: [0.1, 0.3, 0.5, 0.7, 0.9].map((survival, index) =>
        month(`long-name-${index}-cel`, "printed", survival),
      ),
    });
    expect(lines(many).flatMap(({ marks }) => marks.map(({ at }) => at))).toEqual([
      10, 30, 50, 70, 90,
    ]);
  });
});

describe("names", () => {
  it("stand along the axis, but not that which names the side already", () => {
    const figure = { notPooled: [percentage("cilta-cel", 17)] };
    expect(drawn(figure)).toMatchObject({ under: "", labels: [{ text: "cilta-cel" }] });
    expect(drawn(figure, { onScreen: "cilta-cel" })?.labels).toBeUndefined();
    const two = { broader: [counted("ide-cel", 14, 33), counted("ide-cel", 23, 128)] };
    const side = drawn(two, { onScreen: "ide-cel" });
    expect(side && texts(side)).toEqual([["18 & 42: neurotoxicity", "beyond"]]);
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
    expect(side?.heard).toBe("cilta-cel 7 %; ide-cel neurotoxicity 14 of 33");
    const bound = drawn(
      { narrower: [part("Fatal infection", counted("b-mab", 13, 283))] },
      { isCount: true },
    );
    expect(bound?.labels).toMatchObject([{ text: "fatal infection: b-mab 13 of 283" }]);
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
      expect(side).toMatchObject({ number: "", under: "unknown", marks: [], heard: text });
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
