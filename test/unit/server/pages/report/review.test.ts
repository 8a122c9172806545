/**
 * Tests what the report says of reviews when there are some. `test/approved/` holds its words without one, and those on
 * the page of a record.
 */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import type { ApiReview } from "#data/schema.ts";
import { answerInFull } from "#server/answers/compute/full-answer.ts";
import { renderReportPage } from "#server/pages/report/report-page.tsx";
import { makeReportView } from "#server/pages/report/report-view.ts";
import { textOf } from "../../../../support/html.ts";

const review: ApiReview = {
  when: "2026-12-01",
  role: "haematologist",
  version: "2026-11-20-00000000",
  checked: ["every count against the paper"],
  isCurrent: true,
};

it("the report counts studies that are as they were reviewed, and marks each", () => {
  const view = makeReportView(
    answerInFull(parseQueryTextOrThrow("outcome=orr", dataset)),
    "",
    null,
  );
  const ids = view.answer.selection.included.map(({ cohort }) => cohort);
  const [first = "", second = ""] = ids;
  const cohorts = { [first]: review, [second]: { ...review, isCurrent: false } };
  const text = textOf(
    renderReportPage({ ...view, reviews: { rules: review, labels: null, cohorts } }, null),
  );
  for (const sentence of [
    `A clinician has reviewed main figures of 1 of these ${ids.length} studies, and the rules.`,
    "main figures reviewed by a haematologist, 1 Dec 2026",
    "main figures reviewed by a haematologist, 1 Dec 2026; changed since",
  ]) {
    expect(text).toContain(sentence);
  }
});
