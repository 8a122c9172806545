/** Products side by side as they are drawn, and whom they are asked of. */
import { render } from "preact-render-to-string";
import { afterEach, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { byProductOf } from "#presentation/statement/side-by-side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { makeComparison } from "#server/answers/make-comparison.ts";
import { SourceError } from "#widget/answers/client.ts";
import { productsAnswer } from "#widget/views/by-product/answer.ts";
import { byProductIn } from "#widget/views/by-product/by-product.tsx";
import { comparison as ofClasses } from "../../../../support/answers.ts";
import { asked } from "../../../../support/queries.ts";

const comparison = makeComparison(asked("compare=product&availability=us", dataset), english);
const byProduct = byProductOf(comparison, english.screen);
const words = english.byProduct;

afterEach(() => vi.unstubAllGlobals());

function html(): string {
  const view = { byProduct, canonical: "availability=us", reset: "" };
  const drawn = byProductIn(view as Parameters<typeof byProductIn>[0], {
    strings: english.screen,
    site: "",
  });
  expect([drawn?.view.canonical, drawn?.view.reset]).toEqual([
    "compare=product&availability=us",
    "compare=product",
  ]);
  return drawn ? render(drawn.instead) : "";
}

it("says that it is no ranking, numbers nothing, and leads back to the classes", () => {
  expect(html()).toContain(words.noRanking);
  expect(html()).not.toContain("<ol");
  expect(html()).toContain(`<a href="/embed?availability=us">${words.classes}</a>`);
});

it("heads each class with its mark and name, and says in words what one trial has shown", () => {
  const marks = [
    ...html().matchAll(/<h4 class="([\w-]+)"><svg class="mark \1".*?<\/svg> (.*?)<\/h4>/g),
  ];
  const heads = byProduct.rows.flatMap((row) => [
    ...new Set(row.lines.map(({ therapyClass }) => therapyClass)),
  ]);
  expect(marks.map(([, group]) => group)).toEqual(heads);
  expect(html()).toMatch(/ in one trial[;<]/);
  expect(html()).not.toContain("<b>");
});

it("is asked of the service that answered for the classes, and refused if its version is another", async () => {
  const fetched = vi.fn(async (_url: string) => new Response(JSON.stringify(comparison)));
  vi.stubGlobal("fetch", fetched);
  const { signal } = new AbortController();
  const ask = (answerVersion: string) => {
    const answer = {
      comparison: ofClasses({ canonical: "age=60-", answerVersion }),
      onDevice: null,
    };
    return productsAnswer(answer, english.screen, signal);
  };
  expect(await ask(comparison.answerVersion)).toEqual(byProduct);
  expect(fetched.mock.calls[0]?.[0]).toMatch(/\/v1\/comparison\?compare=product&age=60-$/);
  await expect(ask("another")).rejects.toThrow(SourceError);
});
