/** Tests where names stand along the axis of a row, on both of its widths. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlacedLabel, placeLabelsShortenedIfNeeded } from "#presentation/row/labels.ts";
import { labelGap } from "#presentation/svg/geometry.ts";
import { measureTextWidth } from "#presentation/svg/text.ts";

type Span = readonly [lower: number, upper: number];

/** Holds the lengths of the axis in pixels, on a phone of 390 pixels and on one of 320. */
const [usual, least] = [234, 164];
/** Holds the pixels from the end of the axis to the numbers: its padding and a gap. */
const beforeNumbers = 8 + 12;

/** Returns the part of an axis that a name covers, in percent; `axis` is the length in pixels. */
function spanOf({ text, at, anchor }: PlacedLabel, axis: number): Span {
  const width = (100 * measureTextWidth(text, { size: 14 })) / axis;
  const gap = (100 * labelGap) / axis;
  if (anchor === undefined) return [0, width];
  return anchor === "start" ? [at + gap, at + gap + width] : [at - gap - width, at - gap];
}

describe("of any marks and bars", () => {
  const place = fc.double({ min: 0, max: 100, noNaN: true });
  const span = fc.tuple(place, place).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
  const name = fc.constantFrom(
    ...["CAR-T", "Bispecific", "ide-cel", "cilta-cel", "teclistamab", "linvoseltamab"],
    ...["teclistamab in combination", "ide-cel, any neurotoxicity", "22 of 24 drugs"],
  );
  const label = fc.record({ text: name, along: span, isFirst: fc.boolean() });
  const toPlace = fc
    .record({
      coveredSpans: fc.array(span, { maxLength: 3 }),
      labels: fc.uniqueArray(label, { maxLength: 4, selector: ({ text }) => text }),
    })
    // The interval that a name belongs to is drawn, so its place is taken.
    .map(({ coveredSpans, labels }) => ({
      coveredSpans: [...coveredSpans, ...labels.map(({ along }) => along)],
      labels,
    }));

  /** Places are told to a tenth. */
  const rounding = 0.11;

  it.each([usual, least])(
    "no name lies on a bar, a mark or another name, and none runs into the numbers beside an axis of %d pixels",
    (axis) => {
      fc.assert(
        fc.property(toPlace, ({ coveredSpans, labels }) => {
          const spans = (
            placeLabelsShortenedIfNeeded({ coveredSpans: coveredSpans, labels }).labels ?? []
          )
            .filter(({ isWide }) => axis === usual || !isWide)
            .map((placed) => spanOf(placed, axis));
          spans.forEach(([lower, upper], index) => {
            expect(lower).toBeGreaterThanOrEqual(-rounding);
            expect(upper).toBeLessThanOrEqual(100 + (100 * beforeNumbers) / axis);
            for (const [from, to] of [...coveredSpans, ...spans.slice(0, index)]) {
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
        const { labels: placed = [], above = "" } = placeLabelsShortenedIfNeeded({
          ...made,
          isAlone,
        });
        for (const { text } of made.labels) {
          const isAlong = placed.some((label) => label.text === text);
          expect(above.split("; ").includes(text)).toBe(!isAlong);
        }
      }),
    );
  });
});
