import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { afterKinds } from "#core/evidence/after-kinds.ts";
import { type LabelNote, labelNotes } from "#core/evidence/label-notes.ts";
import { select } from "#core/evidence/select.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { approvedIn, bispecific, cohort, datasetOf, product } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

const lines = (min: number) => ({ priorLines: { min, max: null } });
const pending = { status: "pending", inForce: false } as const;
const dara = { partners: ["daratumumab"] };

const products = [
  product("here-cel", "car-t", {
    approvals: [approvedIn("us", lines(1)), approvedIn("eu", lines(1))],
  }),
  product("china-cel", "car-t", { approvals: [approvedIn("cn")] }),
  product("a-mab", "bsab", {
    approvals: [
      approvedIn("us", lines(4)),
      approvedIn("eu", lines(3)),
      approvedIn("us", { ...lines(1), ...dara }),
      approvedIn("eu", { ...lines(1), ...dara, ...pending }),
    ],
  }),
];

const early = { setting: "early" } as const;
const carT = (id: string, over: Partial<ComputeCohort> = {}) =>
  cohort(id, { product: "here-cel", ...over });
const bsab = (id: string, over: Partial<ComputeCohort> = {}) =>
  bispecific(id, { product: "a-mab", ...over });
const combined = (id: string) =>
  bsab(id, { ...early, regimen: "combination", regimenPartners: ["daratumumab"] });

function said(text: string, cohorts: ComputeCohort[]) {
  const data = datasetOf(cohorts, { products });
  const query = asked(text, data);
  return labelNotes(query, select(query, data).included, data);
}

function remark<Code extends LabelNote["code"]>(code: Code, text: string, of: ComputeCohort[]) {
  return said(text, of).find((one) => one.code === code) as
    | Extract<LabelNote, { code: Code }>
    | undefined;
}

describe("an answer says of labels", () => {
  it("nothing where each side is labelled in every region asked for", () => {
    const all = [carT("a"), bsab("b")];
    expect(said("availability=eu", all)).toEqual([]);
  });

  it("which side rests on one region, and what is pending", () => {
    const all = [carT("a", early), combined("b")];
    expect(remark("labels-in-part", "lines=1", all)?.sides).toEqual([
      { therapyClass: "bsab", labelledIn: ["us"], pendingIn: ["eu"] },
    ]);
  });

  it("which side has none: of what counts, else of what was left out", () => {
    const all = [carT("a", early), combined("b")];
    const sides = (text: string) => remark("no-label", text, all)?.sides;
    const eu = { region: "eu", status: "pending", minPriorLines: 1 };
    const expected = [{ therapyClass: "bsab", regimens: [{ product: "a-mab", labels: [eu] }] }];
    expect(sides("lines=1&availability=eu")).toMatchObject(expected);
    expect(sides("lines=1&availability=eu&labelled=any")).toMatchObject(expected);
    expect(sides("lines=1")).toBeUndefined();
  });

  it("what was left out for it, by regimen, and which question counts it", () => {
    const all = [carT("a", early), combined("b"), bsab("c", early)];
    const leftOut = remark("left-out-for-label", "lines=1&age=60-", all);
    expect(leftOut?.query).toBe("lines=1&age=60-&labelled=any");
    expect(leftOut?.regimens).toMatchObject([
      { product: "a-mab", partners: [], trials: [{ cohort: "c", label: "C" }] },
    ]);
  });
});

describe("an answer says of lines", () => {
  const known = carT("known", { ...early, priorLinesRange: [1, 3] });
  const unknown = carT("unknown", early);

  it("which early trials count although nobody knows their lines", () => {
    expect(remark("lines-unknown", "lines=1", [known, unknown])?.trials).toEqual([
      { cohort: "unknown", label: "UNKNOWN" },
    ]);
    expect(remark("lines-unknown", "lines=any", [known, unknown])).toBeUndefined();
  });

  it("which early trials had patients after three, and which question has them", () => {
    const two = carT("two", { ...early, priorLinesRange: [1, 2] });
    const found = remark("early-after-three", "", [known, unknown, two]);
    expect(found).toMatchObject({ query: "lines=2", trials: [{ cohort: "known" }] });
    expect(remark("early-after-three", "lines=2", [known])).toBeUndefined();
  });
});

it.each(["", "prior-bcma=selected"])(
  "after no kind of earlier therapy nothing is said: %s",
  (text) => {
    expect(afterKinds(asked(text, dataset), dataset)).toBeNull();
  },
);
