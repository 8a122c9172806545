import * as v from "valibot";
import { expect, it } from "vitest";
import { hashCohort } from "#data/review-content.ts";
import { listPartsWithAllItemsAccepted, reviewFileSchema } from "#data/review-file.ts";
import { makeReviewFileWithSignedParts } from "../../../.dev/evidence/signature.ts";
import { entryWith, evidence } from "../data/files.ts";

/** How ticks of a clinician on the page `/review` become the entries of `data/review.json`. */
it("signs only what is ticked without a remark in every item of its own", () => {
  const ticked = (signs: string, isRight = true, remark = "") => ({ signs, isRight, remark });
  const items = [
    ...[ticked("karmma"), ticked("crb-401"), ticked("karmma", false), ticked("labels")],
    ...[ticked("crb-401"), ticked("rules", true, "The third is not clear.")],
  ];
  expect(listPartsWithAllItemsAccepted(items)).toEqual(["crb-401", "labels"]);
  expect(listPartsWithAllItemsAccepted([])).toEqual([]);
});

it("takes no file that lacks a role, or that another program wrote", () => {
  const item = { id: "a", signs: "labels", text: "A label", isRight: true, remark: "" };
  const file = { dataVersion: "x", role: "haematologist", checked: "labels", items: [item] };
  expect(v.is(reviewFileSchema, file)).toBe(true);
  expect(v.is(reviewFileSchema, { ...file, role: " " })).toBe(false);
  expect(v.is(reviewFileSchema, { ...file, items: [{ ...item, isRight: "yes" }] })).toBe(false);
  expect(v.is(reviewFileSchema, { ...file, name: "somebody" })).toBe(false);
});

it("signs parts apart, and replaces an earlier signature", () => {
  const data = evidence();
  const cohort = entryWith(data.cohorts[0], "a cohort");
  const by = { when: "2026-12-01", role: "haematologist", version: "x", checked: ["counts"] };
  const part = { name: cohort.id, content: hashCohort(cohort) };
  const rules = "0123456789abcdef";
  const ofRules = { name: "rules", content: rules };
  const once = makeReviewFileWithSignedParts(data, by, [part, ofRules], rules);
  expect(once.reviews.map((review) => review.cohort)).toEqual([cohort.id, null]);
  expect(once.status).toBe("not-reviewed");
  expect(once.statement).toMatch(/^Reviewed \(haematologist\): main figures of 1 of /);
  const signed = { ...data, reviews: once.reviews };
  const pharmacist = { ...by, role: "pharmacist" };
  const labels = { name: "labels", content: rules };
  const again = makeReviewFileWithSignedParts(signed, pharmacist, [part, labels], rules);
  const roles = again.reviews.map(({ role }) => role);
  expect(roles).toEqual(["haematologist", "pharmacist", "pharmacist"]);
  const whole = data.cohorts.map((cohort) => ({ name: cohort.id, content: hashCohort(cohort) }));
  const statusWith = (content: string) =>
    makeReviewFileWithSignedParts(data, by, [...whole, { name: "rules", content }], rules).status;
  expect(statusWith(rules)).toBe("reviewed");
  expect(statusWith(part.content)).toBe("not-reviewed");
});
