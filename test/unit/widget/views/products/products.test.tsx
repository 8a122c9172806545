/** Products side by side as they are drawn. */
import { render } from "preact-render-to-string";
import { beforeAll, expect, it } from "vitest";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { english } from "#presentation/words/catalogue.ts";
import { Shell } from "#widget/views/shell.tsx";
import { read } from "../../../../support/in-process.ts";

async function drawn(question: string): Promise<{ view: ScreenOf<"products">; html: string }> {
  const view = await read<ScreenOf<"products">>(`/v1/screen?compare=product&${question}`);
  return { view, html: render(<Shell view={view} strings={english.screen} site="" />) };
}

let view: ScreenOf<"products">;
let html: string;
beforeAll(async () => {
  ({ view, html } = await drawn("availability=us"));
});

it("have the mark of its class beside each product, in every row", () => {
  const { products, groups } = view.byProduct;
  const lines = 1 + groups.flatMap(({ rows }) => rows).length;
  const marks = [...html.matchAll(/<li class="([\w-]+)"><span[^>]*><svg class="mark \1"/g)];
  expect(marks.map(([, group]) => group)).toEqual(
    Array.from({ length: lines }, () => products.map(({ therapyClass }) => therapyClass)).flat(),
  );
});
