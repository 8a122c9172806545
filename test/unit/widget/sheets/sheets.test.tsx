/** The sheets of filters as they are drawn: nothing is chosen for a reader. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { ChoiceList, Sheets } from "#presentation/views/sheet.ts";
import { FilterLists } from "#widget/sheets/filter-lists.tsx";
import { textOf } from "../../../support/html.ts";
import { read, to } from "../../../support/in-process.ts";

/** An abbreviation is an element of its own, around which a text has no space. */
const plainText = (html: string) => textOf(html.replace(/<\/?abbr[^>]*>/g, ""));

const nothing = () => undefined;

function drawn(sheets: Sheets): string {
  return render(<FilterLists sheets={sheets} onChoose={nothing} onProducts={nothing} />);
}

function listsOf({ main, sections }: Sheets): readonly ChoiceList[] {
  return [...main, ...sections.flatMap((section) => section.lists)];
}

describe.each(["", "lines=2", "age=60-70&product=cilta-cel&exclude=karmma", "emd=95-"])(
  "the sheet of %j",
  (question) => {
    let sheets: Sheets;
    beforeAll(async () => {
      sheets = await read<Sheets>(to("/v1/choices", question));
    });

    it("marks what is chosen, and only that", () => {
      const html = drawn(sheets);
      const chosen = [...html.matchAll(/aria-pressed="true"[^>]*><span>(.*?)<\/span>/g)];
      expect(chosen.map(([, label = ""]) => plainText(label).trim()).sort()).toEqual(
        listsOf(sheets)
          .flatMap(({ choices }) => choices.filter(({ selected }) => selected))
          .map(({ label }) => label)
          .sort(),
      );
    });

    it("has a form for a range where one can be typed, with what was said in it", () => {
      const html = drawn(sheets);
      const ranges = listsOf(sheets).filter(({ range }) => range);
      expect(html.match(/class="range-form"/g)).toHaveLength(ranges.length);
      for (const { title } of ranges) {
        expect(html).toContain(`aria-label="${title}: another range"`);
      }
    });
  },
);
