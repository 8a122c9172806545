/** Tests how `/methods` shows the screening log. */
import { expect, it } from "vitest";
import type { ScreenedRecord, Screening } from "#data/schema.ts";
import { htmlOf, tokensOf } from "#server/documentation/guides/markdown.ts";
import { screeningText } from "#server/pages/methods/screening.ts";
import { textOf } from "../../../support/html.ts";

const record: ScreenedRecord = {
  ...{ id: "NCT90000001", route: "new-trial", title: "A trial", why: "not held: 50 patients" },
  ...{ cohorts: [], foundOn: "2026-11-08", decision: "undecided", reason: null, by: null },
};
const decided = { reason: "Its counts are in the data.", by: "curator" };
const log: Screening = {
  runs: [
    {
      ...{ on: "2026-12-01", since: "2026-11-20" },
      queries: [
        {
          route: "new-trial",
          service: "ClinicalTrials.gov",
          query: "a=b",
          metCount: 31,
          loggedCount: 4,
        },
      ],
    },
  ],
  records: [
    { ...record, id: "PMID 90000001", ...decided, decision: "enter" },
    { ...record, id: "PMID 90000002", ...decided, decision: "lead" },
    { ...record, id: "PMID 90000003", ...decided, decision: "leave" },
    record,
  ],
};
const htmlFor = (screening: Screening) => htmlOf(tokensOf(screeningText(screening)));

it("says so where nothing was asked yet", () => {
  expect(screeningText({ runs: [], records: [] })).toBe("This was never run.");
});

it("counts what was decided, has the queries of the last run, and what waits first", () => {
  const html = htmlFor(log);
  const text = textOf(html);
  expect(text).toContain("Last asked on 1 Dec 2026 for what came since 20 Nov 2026.");
  expect(text).toContain("4 records met so far: 1 entered, 1 lead, 1 left, 1 undecided.");
  expect(text).toContain("ClinicalTrials.gov: a=b");
  expect(text.indexOf("NCT90000001")).toBeLessThan(text.indexOf("PMID 90000001"));
  expect(text).toContain("entered: Its counts are in the data. (curator)");
  expect(html).toContain('href="https://clinicaltrials.gov/study/NCT90000001"');
  expect(html).toContain('href="https://pubmed.ncbi.nlm.nih.gov/90000003/"');
});

it("shows a title as it is, whatever marks or HTML it holds", () => {
  const title = "<img src=x onerror=alert(1)> | *BCMA* [a](javascript:b) `c` _d_ &lt;i&gt;";
  const html = htmlFor({ ...log, records: [{ ...record, title }] });
  expect(html).not.toMatch(/<img|<em>|<code>|javascript:[^)]*"/);
  expect(textOf(html)).toContain("*BCMA* [a](javascript:b) `c` _d_");
});
