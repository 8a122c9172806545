/** Names in a plot: each point has its name or its number, and no text lies on another text or point. */
import { expect, it } from "vitest";
import { widthOf } from "#presentation/svg/text.ts";
import { type PlacedName, type Point, placeNames } from "#server/pages/explore/plot.tsx";

const room = { left: 30, right: 320, top: 0, bottom: 320 };

const point = (number: number, x: number, y: number, radius = 8): Point => ({
  ...{ number, x, y, radius },
  name: `TRIAL-${number}`,
});

function boxOf({ x, y }: Point, { text, dx, dy, anchor }: PlacedName) {
  const width = widthOf(text, { size: 14 });
  const start = { start: x + dx, middle: x + dx - width / 2, end: x + dx - width }[anchor];
  return { left: start, right: start + width, top: y + dy - 8, bottom: y + dy + 8 };
}

type Box = ReturnType<typeof boxOf>;

const overlap = (first: Box, second: Box) =>
  first.left < second.right &&
  second.left < first.right &&
  first.top < second.bottom &&
  second.top < first.bottom;

function expectFree(points: readonly Point[]) {
  const names = placeNames(points, room);
  const boxes = points.flatMap((studyPoint, index) => {
    const name = names[index];
    return name ? boxOf(studyPoint, name) : [];
  });
  expect(boxes).toHaveLength(points.length);
  boxes.forEach((box, index) => {
    expect(boxes.filter((otherBox, place) => place > index && overlap(box, otherBox))).toEqual([]);
    expect(box.left >= room.left && box.right <= room.right).toBe(true);
  });
  for (const { x, y, radius } of points) {
    const bubble = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    expect(boxes.filter((box) => overlap(box, bubble))).toEqual([]);
  }
  return names;
}

it("points with room around them have their names beside them", () => {
  const names = expectFree([point(1, 60, 60), point(2, 60, 200), point(3, 300, 120)]);
  expect(names.map(({ text, isLed }) => [text, isLed])).toEqual([
    ["TRIAL-1", false],
    ["TRIAL-2", false],
    ["TRIAL-3", false],
  ]);
  // There is no room at the right edge.
  expect(names.map(({ anchor }) => anchor)).toEqual(["start", "start", "end"]);
});

it("where points lie close the largest keep their names, others have their numbers, each led to", () => {
  const close = [1, 2, 3, 4, 5, 6, 7].map((number) =>
    point(number, 170 + number, 150 + number, 6 + number),
  );
  const names = expectFree(close);
  expect(names.at(-1)?.text).toBe("TRIAL-7");
  const numbers = names.filter(({ text }) => /^\d$/.test(text));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.every(({ isLed }) => isLed)).toBe(true);
  const alone = close.filter((_, index) => /^\d$/.test(names[index]?.text ?? ""));
  expect(numbers.map(({ text }) => Number(text))).toEqual(alone.map(({ number }) => number));
});

it("a name stands off a line where another place is free, and on it where none is", () => {
  const line = { left: 0, right: 320, top: 59, bottom: 61 };
  const [above] = placeNames([point(1, 150, 60)], room, [line]);
  expect([above?.text, above?.anchor]).toEqual(["TRIAL-1", "middle"]);
  const everywhere = { left: 0, right: 320, top: 0, bottom: 320 };
  const [name] = placeNames([point(1, 150, 60)], room, [everywhere]);
  expect([name?.text, name?.anchor]).toEqual(["TRIAL-1", "start"]);
});
