/** The sheet that a clinician checks: what the default question pools, and nothing else. */
import { describe, expect, it } from "vitest";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { groups } from "#core/evidence/classes.ts";
import { asked } from "#core/question/read-question.ts";
import {
  datasetOf,
  type Sheet,
  sheetHtml,
  sheetOf,
} from "../../../../.dev/evidence/review-sheet/sheet.ts";
import { evidence, textOf } from "../../data/files.ts";

describe("the sheet of these data", () => {
  const data = evidence();
  const dataset = datasetOf(data);
  const sheet = sheetOf(data, textOf);
  const entries = sheet.rows.flatMap(({ classes }) => classes.flatMap((one) => one.entries));

  it("has every figure that a row of the default question pools", () => {
    const { outcomes } = compare(asked("", dataset), dataset, models);
    const pooled = outcomes.flatMap(({ pools }) => groups.flatMap((group) => pools[group].studies));
    expect(pooled.length).toBeGreaterThan(20);
    expect(entries.map(({ cohort }) => cohort)).toEqual(pooled.map(({ cohort }) => cohort));
    const counted = pooled.flatMap(({ events, n }) => (events === null ? [] : `${events} of ${n}`));
    expect(entries.map(({ number }) => number)).toEqual(expect.arrayContaining(counted));
  });

  it("numbers each source once, in the order of the rows", () => {
    expect(new Set(sheet.sources).size).toBe(sheet.sources.length);
    const first = [...new Set(entries.map(({ source }) => source))];
    expect(first).toEqual(sheet.sources.map((_, index) => index + 1));
  });

  it("names the version of the data and asks for role and signature", () => {
    const html = sheetHtml(sheet);
    expect(html).toContain(dataset.dataVersion);
    for (const asks of ["Role", "Date", "What was checked", "Signature", "data/review.json"]) {
      expect(html).toContain(asks);
    }
    expect(html).not.toMatch(/<(?:script|link|img)|\b(?:src|href)=/);
  });
});

it("writes what the data say as text", () => {
  const made: Sheet = {
    dataVersion: "made-up",
    dataDate: "2026-01-02",
    rows: [
      {
        title: "Response (≥ half & more)",
        classes: [
          {
            group: "car-t",
            entries: [
              {
                cohort: "trial",
                number: "3 of 4",
                cut: "primary",
                followUpMonths: null,
                locator: "row <2>",
                source: 1,
              },
            ],
          },
          { group: "bsab", entries: [] },
        ],
      },
    ],
    sources: ["First A. Journal. 2026."],
  };
  const html = sheetHtml(made);
  expect(html).toContain("<caption>Response (≥ half &amp; more), CAR-T</caption>");
  expect(html).toContain(
    "<tr><td>trial</td><td>3 of 4</td><td>primary, not known</td><td>row &lt;2&gt;</td><td>1</td>",
  );
  // A class without figures has no table.
  expect(html.match(/<table>/g)).toHaveLength(1);
});
