/** The sheet that a clinician checks and signs: what the default question pools, labels and rules. */
import { describe, expect, it } from "vitest";
import { compare } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { queryFromText } from "#core/question/read-question.ts";
import { cohortContent } from "#data/review-content.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import {
  datasetOf,
  rulesOf,
  sheetHtml,
  sheetOf,
} from "../../../../.dev/evidence/review-sheet/sheet.ts";
import { withSignatures } from "../../../../.dev/evidence/signature.ts";
import { entryWith, evidence, textOf } from "../../data/files.ts";

describe("the sheet of these data", () => {
  const data = evidence();
  const dataset = datasetOf(data);
  const sheet = sheetOf(data, textOf, ["A rule."]);
  const { entries } = sheet;

  it("has every figure that a row of the default question pools, once", () => {
    const { outcomes } = compare(queryFromText("", dataset), dataset, models);
    const pooled = outcomes.flatMap(({ label, pools }) =>
      therapyClasses.flatMap((group) =>
        pools[group].studies.map(({ cohort }) => `${label} ${group} ${cohort}`),
      ),
    );
    expect(pooled.length).toBeGreaterThan(20);
    const listed = entries.map(({ row, group, study }) => `${row.label} ${group} ${study.cohort}`);
    expect(listed.toSorted()).toEqual(pooled.toSorted());
  });

  it("says the labels of a regimen by region and lines, as an answer reads them", () => {
    const of = (regimen: string, region: string) =>
      entryWith(
        sheet.labels.find(([name, place]) => name === regimen && place === region),
        `${regimen} in ${region}`,
      ).slice(2, 5);
    expect(of("cilta-cel", "us")).toEqual(["labelled", "labelled", "labelled"]);
    expect(of("ide-cel", "us")[0]).toBe("labelled-from-line");
    expect(of("teclistamab + daratumumab", "eu")[0]).toBe("pending");
  });

  it("writes what the data say as text", () => {
    const [first] = entries;
    const { row, study, figure, ...entry } = entryWith(first, "a figure");
    const made = {
      ...entry,
      row: { ...row, label: "Response (≥ half & more)", detail: null },
      group: "car-t",
      study: { ...study, cohort: "trial", events: 3, n: 4, cut: "primary", followUpMonths: null },
      figure: { ...figure, definition: null, locator: "row <2>", quote: "3 of 4 responded" },
      source: "First A. Journal. 2026.",
      moves: null,
    } as const;
    const html = sheetHtml({ ...sheet, entries: [made], sources: [made.source] });
    expect(html).toContain(
      "<tr><td>Response (≥ half &amp; more), CAR-T</td><td>trial</td><td>3 of 4</td><td>alone</td><td>primary, not found</td><td></td><td>row &lt;2&gt;</td><td>“3 of 4 responded”</td><td>1</td>",
    );
  });
});

it("takes the rules from one heading of the README", () => {
  const readme =
    "# A\n- none\n\n## How a figure is read\n\nWords:\n\n- One.\n- Two.\n\n## B\n- no\n";
  expect(rulesOf(readme)).toEqual(["One.", "Two."]);
});

it("signs parts apart, and replaces an earlier signature", () => {
  const data = evidence();
  const cohort = entryWith(data.cohorts[0], "a cohort");
  const by = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["counts"] };
  const part = { name: cohort.id, content: cohortContent(cohort) };
  const rules = "0123456789abcdef";
  const once = withSignatures(data, by, [part, { name: "rules", content: rules }], rules);
  expect(once.reviews.map((review) => review.cohort)).toEqual([cohort.id, null]);
  expect(once.status).toBe("not-reviewed");
  expect(once.statement).toMatch(/^Reviewed \(haematologist\): 1 of /);
  const again = withSignatures(
    { ...data, reviews: once.reviews },
    { ...by, role: "pharmacist" },
    [part, { name: "labels", content: rules }],
    rules,
  );
  expect(again.reviews.map(({ role }) => role)).toEqual([
    "haematologist",
    "pharmacist",
    "pharmacist",
  ]);
  const whole = data.cohorts.map((cohort) => ({ name: cohort.id, content: cohortContent(cohort) }));
  const all = withSignatures(data, by, [...whole, { name: "rules", content: rules }], rules);
  expect(all.status).toBe("reviewed");
  expect(
    withSignatures(data, by, [...whole, { name: "rules", content: part.content }], rules).status,
  ).toBe("not-reviewed");
});
