/** The sheets of filters as they are drawn: nothing of what is sent is left out, and nothing is chosen for a reader. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { ChoiceList, Sheets } from "#presentation/statement/sheets.ts";
import { Lists } from "#widget/sheets/filter-sheet.tsx";
import { sheet as words } from "#words/sheet.ts";
import { textOf } from "../../../support/html.ts";
import { read, to } from "../../../support/in-process.ts";

const names = ["availability", "prior-lines", "age", "product", "more"] as const;

/** An abbreviation is an element of its own, around which a text has no space. */
const said = (html: string) => textOf(html.replace(/<\/?abbr[^>]*>/g, ""));

function drawn(name: (typeof names)[number], sheets: Sheets): string {
  return render(
    <Lists name={name} sheets={sheets} onChoose={() => undefined} onUse={() => undefined} />,
  );
}

function listsOf(name: (typeof names)[number], { lists, sections }: Sheets): readonly ChoiceList[] {
  return name === "more" ? sections.flatMap((section) => section.lists) : lists[name];
}

describe.each(["", "lines=2", "age=60-70&product=cilta-cel&exclude=karmma", "emd=95-"])(
  "the sheets of %j",
  (question) => {
    let sheets: Sheets;
    beforeAll(async () => {
      sheets = await read<Sheets>(to("/v1/choices", question));
    });

    it.each(names)("%s has every filter with its choices, and what each leaves", (name) => {
      const html = drawn(name, sheets);
      const text = said(html);
      const lists = listsOf(name, sheets);
      expect(lists.length).toBeGreaterThan(0);
      for (const { title, note, choices } of lists) {
        expect(text).toContain(title);
        expect(text).toContain(note);
        for (const { label, warns, leaves } of choices) {
          expect(text).toContain([label, warns, leaves].filter(Boolean).join(" "));
        }
      }
      expect(html.match(/class="choice"/g)).toHaveLength(
        lists.reduce((sum, { choices }) => sum + choices.length, 0),
      );
    });

    it.each(names)("%s marks what is chosen, and only that", (name) => {
      const html = drawn(name, sheets);
      const chosen = [...html.matchAll(/aria-pressed="true"[^>]*><span>(.*?)<\/span>/g)];
      expect(chosen.map(([, label = ""]) => said(label).trim()).sort()).toEqual(
        listsOf(name, sheets)
          .flatMap(({ choices }) => choices.filter(({ selected }) => selected))
          .map(({ label }) => label)
          .sort(),
      );
    });

    it("has a form for a range where one can be typed, with what was said in it", () => {
      const html = names.map((name) => drawn(name, sheets)).join("");
      const ranges = names.flatMap((name) => listsOf(name, sheets)).filter(({ range }) => range);
      expect(html.match(/class="range-form"/g)).toHaveLength(ranges.length);
      for (const { title } of ranges) {
        expect(html).toContain(`aria-label="${title}: ${words.ownRange}"`);
      }
    });
  },
);

describe("the sheet of all other filters", () => {
  it("folds each, with its setting; open stands what is not as usual", async () => {
    const sheets = await read<Sheets>("/v1/choices?evidence=all&exclude=karmma");
    const html = drawn("more", sheets);
    const open = [...html.matchAll(/<details class="filter" open><summary><span>(.*?)<\/span>/g)];
    expect(open.map(([, title = ""]) => said(title).trim()).sort()).toEqual(
      listsOf("more", sheets)
        .filter(({ changed }) => changed)
        .map(({ title }) => title)
        .sort(),
    );
    expect(open).toHaveLength(2);
    for (const { title, note } of sheets.sections) {
      expect(said(html)).toContain(title);
      expect(said(html)).toContain(note);
    }
  });
});

it("products stand in a column for each class", async () => {
  const sheets = await read<Sheets>("/v1/choices");
  const columns = drawn("product", sheets).split('<fieldset class="choices"><legend><svg');
  expect(columns).toHaveLength(3);
  for (const { label, group } of sheets.lists.product[0]?.choices ?? []) {
    const column = group === undefined ? 0 : group === "car-t" ? 1 : 2;
    expect(said(columns[column] ?? "")).toContain(label);
  }
});

it("the ends of a range that was said are in its fields", async () => {
  const html = drawn("age", await read<Sheets>("/v1/choices?age=60-70"));
  const values = [...html.matchAll(/<input [^>]*value="(\d*)"/g)].map(([, value]) => value);
  expect(values).toEqual(["60", "70"]);
});
