/** What the report says of reviews, today and when there are some; the page of a record is approved. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import type { StatedReview } from "#data/schema.ts";
import { english } from "#presentation/words/catalogue.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { reportParts } from "#server/answers/report.ts";
import { reportPage } from "#server/pages/report/page.tsx";
import { textOf } from "../../../../support/html.ts";

const review: StatedReview = {
  when: "2026-12-01",
  role: "haematologist",
  version: "2026-11-20-00000000",
  checked: ["every count against the paper"],
  isCurrent: true,
};

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
