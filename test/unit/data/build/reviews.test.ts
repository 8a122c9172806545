import { expect, it } from "vitest";
import { dataVersionOf } from "#data/build/data-version.ts";
import { reviewsOf } from "#data/build/reviews.ts";
import { check } from "#data/build/validate.ts";
import type { Evidence } from "#data/evidence.ts";
import { cohortContent, labelsContent, reviewStatement } from "#data/review-content.ts";
import { noReview, shortenNotice, unsignedNotice } from "#data/review-notice.ts";
import type { ReviewEntry } from "#data/schema.ts";
import { contentOf, dataFiles, entryWith, evidence } from "../files.ts";

const rules = "0123456789abcdef";

function reviewed(data: Evidence): Evidence {
  const entry = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["counts"] };
  const reviews: ReviewEntry[] = [
    ...data.cohorts.map((cohort) => ({
      ...entry,
      cohort: cohort.id,
      content: cohortContent(cohort),
    })),
    { ...entry, cohort: null, content: rules },
  ];
  return { ...data, reviews };
}

it("nothing is reviewed today, and nothing says that it is", () => {
  expect(reviewsOf(evidence(), rules)).toEqual({ rules: null, cohorts: {} });
  expect(evidence().review.status).toBe("not-reviewed");
});

it("a review holds until its cohort changes, and only for this cohort", () => {
  const data = reviewed(evidence());
  const [first, second] = data.cohorts;
  entryWith(first?.figures[0], "a figure").locator = "another place";
  const { cohorts } = reviewsOf(data, rules);
  expect(cohorts[first?.id ?? ""]).toMatchObject({ isCurrent: false, role: "haematologist" });
  expect(cohorts[second?.id ?? ""]).toMatchObject({ isCurrent: true });
});

it("a review of the rules holds until they change", () => {
  const data = reviewed(evidence());
  expect(reviewsOf(data, rules).rules).toMatchObject({ isCurrent: true });
  expect(reviewsOf(data, "fedcba9876543210").rules).toMatchObject({ isCurrent: false });
});

it("the data count as reviewed only while every cohort is, as it is", () => {
  const files = dataFiles();
  type File = { status: string; statement: string; reviews: ReviewEntry[] };
  const file = contentOf<File>(files, "data/review.json");
  file.status = "reviewed";
  file.reviews = reviewed(evidence()).reviews;
  file.statement = reviewStatement(reviewed(evidence()));
  expect(check(files).problems).toEqual([]);
  entryWith(file.reviews[0], "a review").content = rules;
  expect(check(files).problems.map(({ rule }) => rule)).toEqual([
    "review-statement",
    "review-complete",
  ]);
});

it("the notice leaves only what was signed, and comes back when that changes", () => {
  const data = evidence();
  const all = data.cohorts.length;
  expect(data.review.statement).toBe(reviewStatement(data));
  const [review] = reviewed(data).reviews;
  const labels: ReviewEntry = {
    ...entryWith(review, "a review"),
    cohort: null,
    labels: true,
    content: labelsContent(data.products),
  };
  const of = (reviews: ReviewEntry[]) => reviewStatement({ ...data, reviews });
  expect(of([entryWith(review, "a review")])).toMatch(
    `Reviewed (haematologist): 1 of ${all} groups of patients. Of the rest: Figures were collected`,
  );
  expect(of([labels])).toMatch("Reviewed (haematologist): the labels. Of the rest");
  expect(of([...reviewed(data).reviews, labels])).toBe(
    `Reviewed (haematologist): ${all} of ${all} groups of patients and the labels.`,
  );
  entryWith(data.cohorts[0]?.figures[0], "a figure").locator = "another place";
  expect(of([entryWith(review, "a review")])).toMatch("No clinician has reviewed these data yet.");
});

it("a review does not change the version of the data", () => {
  const signed = reviewed(evidence());
  signed.review.statement = reviewStatement(signed);
  signed.review.status = "reviewed";
  expect(dataVersionOf(signed)).toBe(dataVersionOf(evidence()));
});

it("a short notice says what was reviewed, without how the figures were collected", () => {
  const data = reviewed(evidence());
  const notice = reviewStatement(data);
  expect(shortenNotice(unsignedNotice)).toBe(noReview);
  expect(shortenNotice(notice)).toMatch(/^Reviewed \(.+\.$/);
  expect(notice.startsWith(shortenNotice(notice))).toBe(true);
});
