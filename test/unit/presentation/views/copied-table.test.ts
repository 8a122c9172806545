import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { isEmpty } from "#presentation/row/figures.ts";
import { missingInRow } from "#presentation/row/missing.ts";
import { nameOf } from "#presentation/row/row-name.ts";
import { byItself, isUnreported, rowView } from "#presentation/row/row-view.ts";
import { copiedTable } from "#presentation/views/copied-table.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { comparison, row } from "../../../support/answers.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const permalink = "https://compare.example.org/embed";

const tableOf = (label: string, detail: string | null = null) =>
  copiedTable(comparison({ outcomes: [row({ label, detail })] }), permalink);

describe("the table for the clipboard", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)"])(
    "%s is text in a spreadsheet, in both forms",
    (label) => {
      const { text, html } = tableOf(label);
      expect(text).toContain(`\r\n'${label}\t`);
      expect(html).toContain(`<th scope="row" align="left">&#39;${label}</th>`);
    },
  );

  it("no cell ends early, and none is markup", () => {
    const { text, html } = tableOf('a\tb\r\nc <img src="x"> & d', "e");
    expect(text.split("\r\n")[2]?.split("\t")[0]).toBe('a b c <img src="x"> & d, e');
    expect(text.split("\r\n")[2]?.split("\t")).toHaveLength(4);
    expect(html).not.toContain("<img");
    expect(html).toContain("a b c &lt;img src=&quot;x&quot;&gt; &amp; d, e");
  });

  it("of any question has the numbers and notes of each row, and names beneath what no trial reports", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = screenAnswer(query, dataset);
        const { text } = copiedTable(answer, permalink);
        expect(text).not.toMatch(/NaN|undefined|null|not compared: [^\t\r]*not compared/);
        const lines = text.split("\r\n").slice(2);
        const rows = isEmpty(answer) ? [] : answer.outcomes.filter((one) => !isUnreported(one));
        for (const [index, one] of rows.entries()) {
          const view = rowView(one, answer, byItself);
          const [name, ...cells] = lines[index]?.split("\t") ?? [];
          expect(name).toBe(nameOf(view));
          expect(cells).toHaveLength(3);
          for (const [at, group] of therapyClasses.entries()) {
            const { number, filled, under } = view.sides[group] ?? {};
            expect(cells[at]).toBeTruthy();
            if (filled) expect(cells[at]?.startsWith(`${number} (${under})`)).toBe(true);
          }
          const { difference } = view;
          const end = difference
            ? `(${difference.range}); ${view.status.text}`
            : missingInRow(one, answer);
          // A reason that is a note begins a sentence.
          expect(cells[2]?.toLowerCase()).toContain(end.toLowerCase());
          for (const note of view.notes) expect(cells[2]).toContain(note);
        }
        const beneath = lines.slice(rows.length);
        if (isEmpty(answer)) expect(beneath[0]).toBe(widening.empty);
        else {
          const unreported = answer.outcomes.filter(isUnreported);
          for (const { label } of unreported) expect(beneath.join("\n")).toContain(label);
        }
        expect(beneath.at(-1)).toMatch(/^Cite as: .* https:\/\/compare.example.org\/embed$/);
      }),
      { numRuns: runsOf(30) },
    );
  });
});
