/** Where names stand along the axis of a row, on both widths of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrowLength,
  type LabelView,
  type PlacedLabel,
  placeLabels,
} from "#presentation/row/labels.ts";
import { labelGap } from "#presentation/svg/geometry.ts";
import { widthOf } from "#presentation/svg/text.ts";

type Span = readonly [lower: number, upper: number];

/** A phone of 390 pixels and one of 320. */
const [usual, least] = [234, 164];
/** From the end of the axis to the numbers: its padding and a gap, in pixels. */
const beforeNumbers = 8 + 12;

const label = (text: string, along: Span, over: Partial<LabelView> = {}): LabelView => ({
  text,
  along,
  isFirst: false,
  ...over,
});

/** What a name covers of an axis of so many pixels. */
function spanOf({ text, at, anchor }: PlacedLabel, axis: number): Span {
  const width = (100 * widthOf(text, { size: 14 })) / axis;
  const gap = (100 * labelGap) / axis;
  if (anchor === undefined) return [0, width];
  return anchor === "start" ? [at + gap, at + gap + width] : [at - gap - width, at - gap];
}

describe("a name along the axis", () => {
  it("stands after what it names, before it where it would run out, and at the edge if it is the first", () => {
    const placed = (along: Span, over: Partial<LabelView> = {}) =>
      placeLabels({ taken: [along], labels: [label("ide-cel", along, over)] }).labels;
    expect(placed([10, 20])).toEqual([{ text: "ide-cel", at: 20, anchor: "start" }]);
    expect(placed([80, 90])).toEqual([{ text: "ide-cel", at: 80, anchor: "end" }]);
    expect(placed([80, 90], { isFirst: true })).toEqual([{ text: "ide-cel", at: 0 }]);
    expect(placed([5, 20], { isFirst: true })).toEqual([
      { text: "ide-cel", at: 20, anchor: "start" },
    ]);
  });

  it("is short where only that finds a place, and stands above, whole, where nothing does", () => {
    const of = (upper: number, over: Partial<LabelView> = {}) =>
      placeLabels({ taken: [[20, upper]], labels: [label("linvoseltamab", [20, upper], over)] });
    expect(of(85)).toEqual({ above: "linvoseltamab" });
    expect(of(85, { short: "linvosel" })).toEqual({ above: "linvoseltamab" });
    expect(of(70, { short: "linvo" }).labels).toEqual([{ text: "linvo", at: 70, anchor: "start" }]);
  });

  it("has the column of numbers where no number stands there, but not in large text", () => {
    const labels = [label("linvoseltamab 70", [20, 85])];
    expect(placeLabels({ taken: [[20, 85]], labels })).toEqual({ above: "linvoseltamab 70" });
    expect(placeLabels({ taken: [[20, 85]], labels, isAlone: true })).toEqual({
      labels: [{ text: "linvoseltamab 70", at: 85, anchor: "start", isBeyond: true }],
    });
  });

  it("that has room on usual phones only is named above on the narrowest", () => {
    expect(placeLabels({ taken: [[0, 60]], labels: [label("teclistamab", [0, 60])] })).toEqual({
      labels: [{ text: "teclistamab", at: 60, anchor: "start", isWide: true }],
    });
  });

  it("takes no place of another; of several above each is named", () => {
    const labels = [label("teclistamab", [10, 10]), label("linvoseltamab", [10, 10])];
    const placed = placeLabels({ taken: [[10, 10]], labels });
    expect(placed.labels?.map(({ text }) => text)).toEqual(["teclistamab"]);
    expect(placed.above).toBe("linvoseltamab");
    const none = placeLabels({ taken: [[0, 100]], labels });
    expect(none).toEqual({ above: "teclistamab; linvoseltamab" });
  });
});

it("an arrow is as long as on a phone of 390 pixels", () => {
  expect(arrowLength).toBeCloseTo((100 * 20) / usual);
});

describe("of any marks and bars", () => {
  const place = fc.double({ min: 0, max: 100, noNaN: true });
  const span = fc.tuple(place, place).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
  const name = fc.constantFrom(
    ...["CAR-T", "Bispecific", "ide-cel", "cilta-cel", "teclistamab", "linvoseltamab"],
    ...["teclistamab in combination", "ide-cel, any neurotoxicity", "22 of 24 drugs"],
  );
  const anyLabel = fc.record({
    text: name,
    along: span,
    isFirst: fc.boolean(),
  });
  const toPlace = fc
    .record({
      taken: fc.array(span, { maxLength: 3 }),
      labels: fc.uniqueArray(anyLabel, { maxLength: 4, selector: ({ text }) => text }),
    })
    // What a name names is drawn.
    .map(({ taken, labels }) => ({
      taken: [...taken, ...labels.map(({ along }) => along)],
      labels,
    }));

  /** Places are told to a tenth. */
  const rounding = 0.11;

  it.each([usual, least])(
    "no name lies on a bar, a mark or another name, and none runs into the numbers beside an axis of %d pixels",
    (axis) => {
      fc.assert(
        fc.property(toPlace, ({ taken, labels }) => {
          const placed = (placeLabels({ taken, labels }).labels ?? []).filter(
            ({ isWide }) => axis === usual || !isWide,
          );
          const spans = placed.map((one) => spanOf(one, axis));
          spans.forEach(([lower, upper], index) => {
            expect(lower).toBeGreaterThanOrEqual(-rounding);
            expect(upper).toBeLessThanOrEqual(100 + (100 * beforeNumbers) / axis);
            for (const [from, to] of [...taken, ...spans.slice(0, index)]) {
              expect(upper <= from + rounding || lower >= to - rounding).toBe(true);
            }
          });
        }),
      );
    },
  );

  it.each([false, true])("every name stands, on every phone once (no number: %s)", (isAlone) => {
    fc.assert(
      fc.property(toPlace, (made) => {
        const { labels: placed = [], above = "" } = placeLabels({ ...made, isAlone });
        const texts = (text: string) => (text === "" ? [] : text.split("; "));
        for (const { text } of made.labels) {
          const along = placed.find((one) => one.text === text);
          expect(texts(above).includes(text)).toBe(along === undefined);
        }
      }),
    );
  });
});
