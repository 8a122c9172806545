import { render } from "preact-render-to-string";
import { expect, it } from "vitest";
import { Blocks, movedDown, stack, textBlock } from "#presentation/svg/text-block.tsx";

const style = { size: 10 };
const room = { x: 5, top: 20, width: 60, leading: 1.5 };
const text = "some words that need several lines of this width";
const colours = { ink: "black", muted: "grey" };

it("a block is as high as its lines, and each has its baseline within its own", () => {
  const { lines, height } = textBlock({ text, style }, room);
  expect(lines.length).toBeGreaterThan(2);
  expect(height).toBe(lines.length * 15);
  lines.forEach(({ y }, index) => {
    expect(y).toBeGreaterThan(room.top + 15 * index + 7);
    expect(y).toBeLessThan(room.top + 15 * (index + 1));
  });
});

it("blocks stand below each other, with a gap after each", () => {
  const { blocks, bottom } = stack(
    [
      { text, style },
      { text: "one", style },
    ],
    { ...room, gap: 4 },
  );
  const [first, second] = blocks;
  expect(second?.lines[0]?.y).toBeCloseTo((first?.lines[0]?.y ?? 0) + (first?.height ?? 0) + 4, 9);
  expect(bottom).toBe(room.top + (first?.height ?? 0) + 15 + 8);
  expect(first && movedDown(first, 3).lines[0]?.y).toBeCloseTo((first?.lines[0]?.y ?? 0) + 3, 9);
});

it("a text that was cut is whole in a title, and quiet ones are grey", () => {
  const { blocks } = stack([{ text, style, muted: true }], { ...room, most: 1 });
  const drawn = render(<Blocks blocks={blocks} palette={colours} />);
  expect(drawn).toContain(`<title>${text}</title>`);
  expect(drawn).toMatch(/fill="grey" font-size="10">some…</);
});
