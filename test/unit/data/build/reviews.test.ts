import { expect, it } from "vitest";
import { dataVersionOf } from "#data/build/data-version.ts";
import { reviewsOf } from "#data/build/reviews.ts";
import { check } from "#data/build/validate.ts";
import type { Evidence } from "#data/evidence.ts";
import { cohortContent } from "#data/review-content.ts";
import type { OwnReview } from "#data/schema.ts";
import { contentOf, dataFiles, evidence, found } from "../files.ts";

const rules = "0123456789abcdef";

function reviewed(data: Evidence): Evidence {
  const entry = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["counts"] };
  const reviews: OwnReview[] = [
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
  found(first?.figures[0], "a figure").locator = "another place";
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
  const file = contentOf<{ status: string; reviews: OwnReview[] }>(files, "data/review.json");
  file.status = "reviewed";
  file.reviews = reviewed(evidence()).reviews;
  expect(check(files).problems).toEqual([]);
  found(file.reviews[0], "a review").content = rules;
  expect(check(files).problems.map(({ rule }) => rule)).toEqual(["review-complete"]);
});

it("a review does not change the version of the data", () => {
  expect(dataVersionOf(reviewed(evidence()))).toBe(dataVersionOf(evidence()));
});
