import { expect, it } from "vitest";
import { computeDataVersion } from "#data/build/read-files.ts";
import { makeReviewsOfRulesLabelsCohorts } from "#data/build/reviews.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import type { Evidence } from "#data/evidence.ts";
import { describeReviewState, hashCohort, hashLabels } from "#data/review-content.ts";
import { noReview, removeCollectionNotice, unsignedNotice } from "#data/review-notice.ts";
import type { ReviewEntry } from "#data/schema.ts";
import { contentOf, dataFiles, entryWith, evidence } from "../files.ts";

const rules = "0123456789abcdef";

function reviewed(data: Evidence): Evidence {
  const entry = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["counts"] };
  const reviews: ReviewEntry[] = [
    ...data.cohorts.map((cohort) => ({
      ...entry,
      cohort: cohort.id,
      content: hashCohort(cohort),
    })),
    { ...entry, cohort: null, content: rules },
  ];
  return { ...data, reviews };
}

it("nothing is reviewed today, and nothing says that it is", () => {
  expect(makeReviewsOfRulesLabelsCohorts(evidence(), rules)).toEqual({
    rules: null,
    labels: null,
    cohorts: {},
  });
  expect(evidence().review.status).toBe("not-reviewed");
});

it("a review holds until its cohort changes, and only for this cohort", () => {
  const data = reviewed(evidence());
  const [first, second] = data.cohorts;
  entryWith(first?.figures[0], "a figure").locator = "another place";
  const { cohorts } = makeReviewsOfRulesLabelsCohorts(data, rules);
  expect(cohorts[first?.id ?? ""]).toMatchObject({ isCurrent: false, role: "haematologist" });
  expect(cohorts[second?.id ?? ""]).toMatchObject({ isCurrent: true });
});

it("a review of the labels holds until one of them changes", () => {
  const data = evidence();
  const entry = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["labels"] };
  const content = hashLabels(data.products);
  data.reviews = [{ ...entry, cohort: null, labels: true, content }];
  expect(makeReviewsOfRulesLabelsCohorts(data, rules)).toMatchObject({
    rules: null,
    labels: { isCurrent: true },
  });
  data.products.find(({ approvals }) => approvals.length > 0)?.approvals.pop();
  expect(makeReviewsOfRulesLabelsCohorts(data, rules).labels).toMatchObject({ isCurrent: false });
});

it("a review of the rules holds until they change", () => {
  const data = reviewed(evidence());
  expect(makeReviewsOfRulesLabelsCohorts(data, rules).rules).toMatchObject({ isCurrent: true });
  expect(makeReviewsOfRulesLabelsCohorts(data, "fedcba9876543210").rules).toMatchObject({
    isCurrent: false,
  });
});

it("the data count as reviewed only while every cohort is, as it is", () => {
  const files = dataFiles();
  type File = { status: string; statement: string; reviews: ReviewEntry[] };
  const file = contentOf<File>(files, "data/review.json");
  file.status = "reviewed";
  file.reviews = reviewed(evidence()).reviews;
  file.statement = describeReviewState(reviewed(evidence()));
  expect(parseAndCheckData(files).problems).toEqual([]);
  entryWith(file.reviews[0], "a review").content = rules;
  expect(parseAndCheckData(files).problems.map(({ rule }) => rule)).toEqual([
    "review-statement",
    "review-complete",
  ]);
});

it("the notice leaves only what was signed, and comes back when that changes", () => {
  const data = evidence();
  const all = data.cohorts.length;
  expect(data.review.statement).toBe(describeReviewState(data));
  const [review] = reviewed(data).reviews;
  const labels: ReviewEntry = {
    ...entryWith(review, "a review"),
    cohort: null,
    labels: true,
    content: hashLabels(data.products),
  };
  const of = (reviews: ReviewEntry[]) => describeReviewState({ ...data, reviews });
  expect(of([entryWith(review, "a review")])).toMatch(
    `Reviewed (haematologist): main figures of 1 of ${all} groups of patients. Of the rest: Figures were collected`,
  );
  expect(of([labels])).toMatch("Reviewed (haematologist): the labels. Of the rest");
  expect(of([...reviewed(data).reviews, labels])).toBe(
    `Reviewed (haematologist): main figures of ${all} of ${all} groups of patients and the labels.`,
  );
  entryWith(data.cohorts[0]?.figures[0], "a figure").locator = "another place";
  expect(of([entryWith(review, "a review")])).toMatch("No clinician has reviewed these data yet.");
});

it("a review does not change the version of the data", () => {
  const signed = reviewed(evidence());
  signed.review.statement = describeReviewState(signed);
  signed.review.status = "reviewed";
  expect(computeDataVersion(signed)).toBe(computeDataVersion(evidence()));
});

it("a short notice says what was reviewed, without how the figures were collected", () => {
  const data = reviewed(evidence());
  const notice = describeReviewState(data);
  expect(removeCollectionNotice(unsignedNotice)).toBe(noReview);
  expect(removeCollectionNotice(notice)).toMatch(/^Reviewed \(.+\.$/);
  expect(notice.startsWith(removeCollectionNotice(notice))).toBe(true);
});
