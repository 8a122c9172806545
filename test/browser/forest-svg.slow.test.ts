import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { request } from "../support/request.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

const everything =
  "availability=any&lines=any&evidence=all&regimen=any&target=any&prior-bcma=any&sources=any";

const questions = [
  "outcome=orr",
  "outcome=orr&theme=dark",
  "outcome=crs",
  "outcome=crs-3&model=reml",
  "outcome=infection-3",
  "outcome=orr&therapy-class=car-t",
  "outcome=orr&prior-lines=90-",
  "outcome=infused",
  "outcome=os-12&lines=any&evidence=all&target=any&regimen=any",
  `outcome=orr&${everything}`,
];

const pictureOf = async (question: string) => (await request(`/v1/forest.svg?${question}`)).text;

interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Returns the boxes of texts or marks as the browser lays them out. */
function boxesOf(parts: Locator): Promise<TextBox[]> {
  return parts.evaluateAll((all) =>
    all.map((part) => {
      const { x, y, width, height } = (part as SVGGraphicsElement).getBBox();
      const box = { left: x, right: x + width, top: y, bottom: y + height };
      return { text: part.textContent || "a mark", ...box };
    }),
  );
}

/** Boxes are higher than letters, so the boxes of neighbouring lines may overlap by this much. */
const leading = 2.5;

function overlapping(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((first, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (second) =>
          first.left < second.right &&
          second.left < first.right &&
          first.top + leading < second.bottom - leading &&
          second.top + leading < first.bottom - leading,
      )
      .map((second) => `"${first.text}" and "${second.text}"`),
  );
}

test("every text is inside the picture, and none on another or on a mark", async ({ openPage }) => {
  const { page, misconduct } = await openPage({ width: 1000 });
  for (const question of questions) {
    // The picture stands inside a page of the test, because the sandbox of its own address blocks tests.
    await page.setContent(`<body style="margin: 0">${await pictureOf(question)}`);
    const boxes = await boxesOf(page.locator("text"));
    const [width, height] = await page
      .locator("svg")
      .evaluate((svg: SVGSVGElement) => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]);
    expect(boxes.length, question).toBeGreaterThan(4);
    const outside = boxes.filter(
      ({ left, right, top, bottom }) =>
        left < 0 || top < 0 || right > (width ?? 0) || bottom > (height ?? 0),
    );
    expect([question, outside, overlapping(boxes)]).toEqual([question, [], []]);
    const marks = await boxesOf(page.locator("[data-mark]"));
    const onMarks = boxes.flatMap((text) => marks.flatMap((mark) => overlapping([text, mark])));
    expect([question, onMarks]).toEqual([question, []]);
  }
  expect(misconduct).toEqual(goodConduct);
});

test("it opens at its own address, where its policy stops nothing that it needs", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage({ width: 1000 });
  const response = await page.goto("/v1/forest.svg?outcome=orr");
  await page.getByText("CARTITUDE-1").waitFor();
  expect(response?.status()).toBe(200);
  // The sandbox also blocks the script of the test that reads the text. The picture itself has no
  // scripts.
  const consoleMessages = misconduct.consoleMessages.filter(
    (message) => !message.includes("Blocked script execution"),
  );
  expect({ ...misconduct, consoleMessages }).toEqual(goodConduct);
});
