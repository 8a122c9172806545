import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { copiedSummary } from "#presentation/table/copy-summary.ts";
import { isEmpty } from "#presentation/views/statement.ts";
import { nameOf } from "#presentation/words/row-name.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { comparison, row } from "../../../support/answers.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { copiedOf } from "./copied.ts";

const permalink = "https://compare.example.org/embed";

function everySummary(check: (copied: ReturnType<typeof copiedOf>) => void): void {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => check(copiedOf(screenAnswer(query, dataset)))),
    { numRuns: runs(30) },
  );
}

describe("the summary for a note", () => {
  it("is short and without gaps, with the certainty and the source", () => {
    everySummary((copied) => {
      const lines = copiedSummary(copied, { permalink }).text.split("\r\n");
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(
        (copied.view.headlineOutcome === null ? 6 : 5) +
          (copied.view.randomised.length > 0 ? 1 : 0),
      );
      for (const line of lines) {
        expect(line).not.toMatch(/NaN|undefined|null| {2}|^$|not compared.*not compared/);
      }
      const [limits, cite] = lines.slice(-2);
      expect(limits).toContain(copied.view.certainty);
      expect(cite).toContain(copied.view.answerVersion);
      expect(cite?.endsWith(` ${permalink}`)).toBe(true);
    });
  });

  it("of a row has that row only, with its digits", () => {
    everySummary((copied) => {
      for (const one of copied.view.rows) {
        const { outcome, sides, difference, missing } = one;
        const { text } = copiedSummary(copied, { permalink, outcome });
        const lines = text.split("\r\n");
        expect(lines).toHaveLength(4);
        if (isEmpty(copied.view)) {
          expect(lines[1]).toBe(widening.empty);
          continue;
        }
        expect(lines[1]?.startsWith(`${nameOf(one)}: `)).toBe(true);
        const ranges = Object.values(sides).map(({ range }) => range ?? "");
        for (const said of [...ranges, difference ? difference.range : missing]) {
          expect(lines[1]).toContain(said);
        }
      }
    });
  });

  it("is the same as HTML, without markup of its own", () => {
    const copied = copiedOf(comparison({ outcomes: [row({ label: "<b>&" })] }));
    const { text, html } = copiedSummary(copied, { permalink });
    const plain = html.replace(/<\/p><p>/g, "\r\n").replace(/<\/?p>/g, "");
    expect(plain).not.toMatch(/<|&(?!#\d+;)/);
    expect(plain.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(text);
  });
});
