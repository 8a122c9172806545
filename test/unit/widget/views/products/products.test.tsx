/** Products side by side as they are drawn. */
import { render } from "preact-render-to-string";
import { beforeAll, expect, it } from "vitest";
import type { ScreenOf } from "#presentation/statement/screen.ts";
import { english } from "#presentation/words/catalogue.ts";
import { Shell } from "#widget/views/shell.tsx";
import { textOf } from "../../../../support/html.ts";
import { read } from "../../../../support/in-process.ts";

const words = english.byProduct;

let view: ScreenOf<"products">;
let html: string;
beforeAll(async () => {
  view = await read("/v1/screen?compare=product&availability=us");
  html = render(<Shell view={view} strings={english.screen} site="" />);
});

it("say that they are no ranking, number nothing, and lead back to the classes", () => {
  expect(html).toContain(words.noRanking);
  expect(html).not.toContain("<ol");
  expect(html).toContain(`<a href="/embed?availability=us" rel="noreferrer">${words.classes}</a>`);
});

it("stay where filters are taken back", () => {
  expect([view.canonical, view.reset]).toEqual([
    "compare=product&availability=us",
    "compare=product",
  ]);
});

it("have each class headed by its mark and name, and in words what one trial has shown", () => {
  const marks = [
    ...html.matchAll(/<h4 class="([\w-]+)"><svg class="mark \1".*?<\/svg> (.*?)<\/h4>/g),
  ];
  const heads = view.byProduct.rows.flatMap((row) => [
    ...new Set(row.lines.map(({ therapyClass }) => therapyClass)),
  ]);
  expect(marks.map(([, group]) => group)).toEqual(heads);
  expect(html).toMatch(/ in one trial[;<]/);
  expect(html).not.toContain("<b>");
});

it("have every number of the answer, and say which products have none", () => {
  const text = textOf(html);
  for (const { label, lines, none } of view.byProduct.rows) {
    expect(text).toContain(label);
    for (const { name, rate, range, evidence } of lines) {
      expect(text).toContain([name, rate, range].filter(Boolean).join(" "));
      expect(text).toContain(evidence);
    }
    if (none.length > 0) expect(text).toContain(words.none(none));
  }
});
