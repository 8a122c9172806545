import * as v from "valibot";
import { expect, it } from "vitest";
import { listAccepted, reviewFileSchema, signParts } from "#data/review-file.ts";

/** How ticks of a clinician on the page `/review` become the entries of `data/review.json`. */
it("signs only what is ticked without a remark in every item of its own", () => {
  const ticked = (signs: string, isRight = true, remark = "") => ({ signs, isRight, remark });
  const items = [
    ...[ticked("karmma"), ticked("crb-401"), ticked("karmma", false), ticked("labels us")],
    ...[ticked("crb-401"), ticked("rule sources", true, "The third is not clear.")],
  ];
  expect(listAccepted(items)).toEqual(["crb-401", "labels us"]);
  expect(listAccepted([])).toEqual([]);
});

const item = { id: "a", signs: "labels us", text: "A label", isRight: true, remark: "" };
const file = { dataVersion: "x", role: "haematologist", items: [item] };

it("takes no file that lacks a role, or that another program wrote", () => {
  expect(v.is(reviewFileSchema, file)).toBe(true);
  expect(v.is(reviewFileSchema, { ...file, role: " " })).toBe(false);
  expect(v.is(reviewFileSchema, { ...file, when: "yesterday" })).toBe(false);
  expect(v.is(reviewFileSchema, { ...file, items: [{ ...item, isRight: "yes" }] })).toBe(false);
  expect(v.is(reviewFileSchema, { ...file, address: "somewhere" })).toBe(false);
});

it("signs parts apart, with what the clinician wants to say, and replaces an earlier signature", () => {
  const now = new Map([
    ["karmma", "1".repeat(16)],
    ["labels us", "2".repeat(16)],
  ]);
  const once = signParts([], ["karmma", "labels us"], file, now, "2026-12-01");
  expect(once).toEqual(
    [...now].map(([part, content]) => ({
      ...{ part, role: "haematologist", when: "2026-12-01", version: "x", content },
    })),
  );
  const given = { name: "A. Example", interests: "None", when: "2026-12-02", checked: "all" };
  const again = signParts(once, ["karmma"], { ...file, ...given }, now, "2026-12-03");
  expect(again.map(({ part }) => part)).toEqual(["labels us", "karmma"]);
  expect(again[1]).toMatchObject(given);
});
