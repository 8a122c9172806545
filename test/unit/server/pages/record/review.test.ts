/** What pages say of reviews, today and when there are some. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import type { StatedReview } from "#data/schema.ts";
import { english } from "#presentation/words/catalogue.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { reportParts } from "#server/answers/report.ts";
import { cohortRecords } from "#server/answers/whole-dataset.ts";
import { recordPage } from "#server/pages/record/page.tsx";
import { reportPage } from "#server/pages/report/page.tsx";
import { textOf } from "../../../../support/html.ts";

const review: StatedReview = {
  when: "2026-12-01",
  role: "haematologist",
  version: "2026-11-20-00000000",
  checked: ["every count against the paper"],
  isCurrent: true,
};

describe("the record of a cohort", () => {
  const record = cohortRecords()[0];
  if (!record) throw new Error("there is no cohort");
  const page = (own: StatedReview | null) => textOf(recordPage({ ...record, review: own }));

  it("says that nobody has reviewed it", () => {
    expect(record.review).toBeNull();
    expect(page(null)).toContain("Not yet reviewed by a clinician.");
  });

  it("says who has, when, which version and what", () => {
    const text = page(review);
    expect(text).toContain("Reviewed by a haematologist on 1 Dec 2026.");
    expect(text).toContain("2026-11-20-00000000");
    expect(text).toContain("every count against the paper");
    expect(text).not.toMatch(/Not yet reviewed by a clinician\. For health|Changed since/);
  });

  it("says that it has changed since", () => {
    expect(page({ ...review, isCurrent: false })).toContain("1 Dec 2026. Changed since.");
  });
});

describe("the report", () => {
  const form = {
    extent: "whole",
    own: "https://a.example/report",
    citation: "To be cited.",
  } as const;
  const parts = reportParts(fullAnswer(asked("outcome=orr", dataset)), form, english);
  const page = (...reviews: (StatedReview | null)[]) =>
    textOf(
      reportPage(
        {
          ...parts,
          rulesReview: reviews[0] ?? null,
          cohorts: parts.cohorts.map((cohort, index) => ({
            ...cohort,
            review: reviews[index] ?? null,
          })),
        },
        english,
        null,
      ),
    );

  it("says that none of its cohorts is reviewed, and the rules are not", () => {
    expect(page()).toContain(
      `A clinician has reviewed none of these ${parts.cohorts.length} studies, and not the rules.`,
    );
  });

  it("counts those that are as they were reviewed, and marks each", () => {
    const text = page(review, { ...review, isCurrent: false });
    expect(text).toContain(
      `A clinician has reviewed 1 of these ${parts.cohorts.length} studies, and the rules.`,
    );
    expect(text).toContain("reviewed by a haematologist, 1 Dec 2026");
    expect(text).toContain("reviewed by a haematologist, 1 Dec 2026; changed since");
  });
});
