/** The table for spreadsheets holds nothing that a spreadsheet would execute. */
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { toApi } from "#server/answers/render/answer-json.ts";
import { comparisonCsv } from "#server/answers/render/comparison-csv.ts";
import { comparison, contrast, pool, row, study } from "../../../../support/answers.ts";
import { askBuilt } from "../../../../support/built-app.ts";

function linesOf(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

it("begins with the mark by which spreadsheets know UTF-8, and is saved as a file", async () => {
  const response = await askBuilt("/v1/comparison.csv?outcome=orr");
  const [first, second, third] = new Uint8Array(await response.arrayBuffer());
  expect([first, second, third]).toEqual([0xef, 0xbb, 0xbf]);
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename=/);
});

describe("a cell that a spreadsheet would take for a formula", () => {
  const csvOf = (outcomeRow: Row) => comparisonCsv(toApi(comparison({ outcomes: [outcomeRow] })));

  it.each(['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])(
    "%j stays text",
    (label) => {
      const pools = { "car-t": pool({ studies: [study({ label })] }), bsab: pool() };
      const [cohort] = linesOf(csvOf(row({ pools }))).filter(({ kind }) => kind === "cohort");
      expect(cohort?.label).toBe(`'${label}`);
    },
  );

  it("but numbers stay numbers, the negative ones too", () => {
    const text = csvOf(row({ contrasts: [contrast({ differencePer100: -12.5 })] }));
    const [line] = linesOf(text).filter(({ kind }) => kind === "contrast");
    expect(line?.difference_per_100).toBe("-12.5");
  });
});
