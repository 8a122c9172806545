/** Tests in which words drugs are left out: by reason, sorted, and nothing said that follows from another reason. */

import { expect, it } from "vitest";
import type { AbsentDrug } from "#core/choices/absent-drugs.ts";
import type { RegionLabel } from "#core/evidence/regimen-labels.ts";
import { makeAbsentDrugsView } from "#presentation/views/absent-drugs.ts";

const drug = (over: Partial<AbsentDrug>): AbsentDrug => ({
  ...{ product: "b-mab", partners: [], therapyClass: "bsab", query: "target=gprc5d" },
  reasons: [{ code: "other-target", targets: ["gprc5d"] }],
  ...over,
});
const onLabel = (...labels: RegionLabel[]): AbsentDrug["reasons"][number] => ({
  ...{ code: "not-on-label", lines: "1", date: "2026-11-20" },
  labels,
});
const unsold = { code: "not-sold", regions: ["us", "eu"], date: "2026-11-20" } as const;
const pending: RegionLabel = { region: "eu", status: "pending", minPriorLines: null };
const none: RegionLabel = { region: "jp", status: "no-label-found", minPriorLines: null };

const textOf = (drugs: readonly AbsentDrug[], count = 0, sold: Sold = []) =>
  makeAbsentDrugsView({ drugs, unlabelled: { count, query: "availability=any" } }, sold)?.text;
type Sold = Parameters<typeof makeAbsentDrugsView>[1];

it("names drugs of one reason together, CAR-T first, by name, and those without a label as a number", () => {
  const asked: AbsentDrug["reasons"] = [{ code: "other-product" }];
  const drugs = [
    drug({ product: "d-mab", reasons: asked }),
    drug({ product: "c-mab", reasons: asked }),
    drug({}),
    drug({ product: "a-cel", therapyClass: "car-t", reasons: [unsold] }),
  ];
  expect(textOf(drugs, 26)).toBe(
    "Not here: a-cel (not sold in US or EU) · b-mab (target GPRC5D) · c-mab, d-mab (another drug is asked) · 26 drugs (no label found).",
  );
});

it("states the label of a combination, and nothing that follows from the label or the sale", () => {
  const early = { code: "other-setting", setting: "early" } as const;
  const partners = ["dara"];
  expect(textOf([drug({ partners, reasons: [early, { code: "combination" }] })])).toBe(
    "Not here: b-mab with dara (trials of earlier lines).",
  );
  expect(textOf([drug({ partners, reasons: [{ code: "combination" }] })])).toBe(
    "Not here: b-mab with dara (given in a combination).",
  );
  expect(textOf([drug({ reasons: [early, onLabel(pending)] })])).toBe(
    "Not here: b-mab (label: EU pending).",
  );
  expect(textOf([drug({ reasons: [onLabel(none)] })])).toBe(
    "Not here: b-mab (Japan no label found).",
  );
  expect(textOf([drug({ reasons: [early, unsold, onLabel(pending)] })])).toBe(
    "Not here: b-mab (not sold in US or EU).",
  );
});

it("states the responders of a drug that is sold elsewhere only", () => {
  const counts = [{ cohort: "x", label: "X", events: 18, n: 20 }];
  const sold: Sold = [{ product: "a-cel", therapyClass: "car-t", regions: ["cn"], counts }];
  const drugs = [drug({ product: "a-cel", therapyClass: "car-t", reasons: [unsold] })];
  expect(textOf(drugs, 0, sold)).toBe("Not here: a-cel (sold in China: 18 of 20 responded).");
});

it("offers only questions that were found, and is nothing without such a drug", () => {
  const unlabelled = { count: 0, query: "" };
  const view = makeAbsentDrugsView(
    { drugs: [drug({}), drug({ product: "c-mab", query: null })], unlabelled },
    [],
  );
  expect(view?.offers).toEqual([{ name: "b-mab", query: "target=gprc5d" }]);
  expect(makeAbsentDrugsView({ drugs: [], unlabelled }, [])).toBeNull();
});
