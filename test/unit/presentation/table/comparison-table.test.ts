import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { foldedRows } from "#presentation/row/numberless-rows.ts";
import { comparisonTable } from "#presentation/table/comparison-table.ts";
import { isEmpty } from "#presentation/views/statement.ts";
import { nameOf } from "#presentation/words/row-name.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { comparison, row } from "../../../support/answers.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { copiedOf } from "./copied.ts";

const permalink = "https://compare.example.org/embed";

const tableOf = (label: string, detail: string | null = null) =>
  comparisonTable(copiedOf(comparison({ outcomes: [row({ label, detail })] })), permalink);

describe("the table for the clipboard", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)"])(
    "%s is text in a spreadsheet, in both forms",
    (label) => {
      const { text, html } = tableOf(label);
      expect(text).toContain(`\r\n'${label}\t`);
      expect(html).toContain(`<th scope="row" align="left">'${label}</th>`);
    },
  );

  it("no cell ends early, and none is markup", () => {
    const { text, html } = tableOf('a\tb\r\nc <img src="x"> & d', "e");
    expect(text.split("\r\n")[2]?.split("\t")[0]).toBe('a b c <img src="x"> & d, e');
    expect(text.split("\r\n")[2]?.split("\t")).toHaveLength(4);
    expect(html).not.toContain("<img");
    expect(html).toContain("a b c &#60;img src=&#34;x&#34;&#62; &#38; d, e");
  });

  it("of any question has a line for each row with a number, and names the others beneath", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const copied = copiedOf(screenAnswer(query, dataset));
        const { rows, folded } = foldedRows(copied.view.rows);
        const { text } = comparisonTable(copied, permalink);
        expect(text).not.toMatch(/NaN|undefined|null|not compared: [^\t\r]*not compared/);
        const lines = text.split("\r\n").slice(2);
        for (const [index, { sides, difference, missing, ...one }] of rows.entries()) {
          const [name, ...cells] = lines[index]?.split("\t") ?? [];
          expect(name).toBe(nameOf(one));
          expect(cells).toHaveLength(3);
          for (const [at, group] of therapyClasses.entries()) {
            const { rate, range, evidence } = sides[group];
            const cell = cells[at] ?? "";
            expect(cell.startsWith(rate === null ? evidence || "–" : `${rate} ${range}`)).toBe(
              true,
            );
          }
          expect(cells[2]).toContain(difference ? `(${difference.range})` : missing);
        }
        const beneath = lines.slice(rows.length);
        if (isEmpty(copied.view)) expect(beneath[0]).toBe(widening.empty);
        else {
          for (const one of [...folded.silent, ...folded.unpooled]) {
            expect(beneath.join("\n")).toContain(nameOf(one));
          }
        }
        expect(beneath.at(-1)).toMatch(/^Cite as: .* https:\/\/compare.example.org\/embed$/);
      }),
      { numRuns: runs(30) },
    );
  });
});
