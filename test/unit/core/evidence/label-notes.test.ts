import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { gatherTrialsAfterTherapyKinds } from "#core/evidence/after-kinds.ts";
import { type LabelNote, makeLabelNotes } from "#core/evidence/label-notes.ts";
import { selectCohorts } from "#core/evidence/select.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  approvedIn,
  bispecific,
  cohort,
  datasetOf,
  figure,
  product,
} from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

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

function notesOf(text: string, cohorts: ComputeCohort[]) {
  const data = datasetOf(cohorts, { products });
  const query = queryOf(text, data);
  return makeLabelNotes(query, selectCohorts(query, data).included, data);
}

function remark<Code extends LabelNote["code"]>(code: Code, text: string, of: ComputeCohort[]) {
  return notesOf(text, of).find((note) => note.code === code) as
    | Extract<LabelNote, { code: Code }>
    | undefined;
}

describe("an answer says of labels", () => {
  it("nothing where each side is labelled in every region asked for", () => {
    const all = [carT("a"), bsab("b")];
    expect(notesOf("availability=eu", all)).toEqual([]);
  });

  it("which side rests on one region, and what is pending", () => {
    const all = [carT("a", early), combined("b")];
    expect(remark("labels-in-part", "lines=1", all)?.sides).toEqual([
      {
        ...{ therapyClass: "bsab", labelledIn: ["us"] },
        pending: [{ region: "eu", status: "pending", minPriorLines: 1 }],
      },
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

describe("an answer says what labels ask for beyond lines", () => {
  const asks = (...requires: ("PI" | "IMiD")[]) => ({
    requires: requires.map((name) => ({ class: name, state: "exposed" as const })),
  });
  const lenalidomide = { refractoryTo: ["lenalidomide"] };
  const asking = [
    product("here-cel", "car-t", {
      approvals: [
        approvedIn("us", { ...lines(1), ...lenalidomide, ...asks("PI") }),
        approvedIn("eu", { ...lines(1), ...lenalidomide, ...asks("PI") }),
      ],
    }),
    product("a-mab", "bsab", {
      approvals: [
        approvedIn("us", { ...lines(1), ...dara, ...asks("PI", "IMiD") }),
        approvedIn("eu", { ...lines(2), ...dara, ...asks("IMiD") }),
      ],
    }),
  ];
  const data = datasetOf([carT("a", early), combined("b")], { products: asking });
  const conditions = (text: string) => {
    const query = queryOf(text, data);
    const notes = makeLabelNotes(query, selectCohorts(query, data).included, data);
    const note = notes.find(({ code }) => code === "label-condition");
    return note?.code === "label-condition" ? note.conditions : [];
  };
  const ofCarT = { product: "here-cel", exposedTo: ["PI"], ...lenalidomide };
  const ofBsab = { product: "a-mab", ...dara, refractoryTo: [] };

  it("of every regimen that counts, each with all regions whose label asks for the same", () => {
    expect(conditions("lines=1")).toMatchObject([
      { ...ofCarT, regions: ["us", "eu"] },
      { ...ofBsab, exposedTo: ["PI", "IMiD"], regions: ["us"] },
    ]);
    expect(conditions("lines=2")).toMatchObject([
      { ...ofCarT, regions: ["us", "eu"] },
      { ...ofBsab, exposedTo: ["PI", "IMiD"], regions: ["us"] },
      { ...ofBsab, exposedTo: ["IMiD"], regions: ["eu"] },
    ]);
    expect(conditions("lines=1&availability=eu")).toMatchObject([{ ...ofCarT, regions: ["eu"] }]);
  });

  it("nothing after three lines or more", () => {
    expect(conditions("")).toEqual([]);
  });
});

describe("an answer says of lines", () => {
  const ofKnownLines = carT("known", { ...early, priorLinesRange: [1, 3] });
  const unknown = carT("unknown", early);

  it("which early trials count although nobody knows their lines", () => {
    expect(remark("lines-unknown", "lines=1", [ofKnownLines, unknown])?.trials).toEqual([
      { cohort: "unknown", label: "UNKNOWN" },
    ]);
    expect(remark("lines-unknown", "lines=any", [ofKnownLines, unknown])).toBeUndefined();
  });

  it("which early trials had patients after three, and which question has them", () => {
    const two = carT("two", { ...early, priorLinesRange: [1, 2] });
    const note = remark("early-after-three", "", [ofKnownLines, unknown, two]);
    expect(note).toMatchObject({ query: "lines=2", trials: [{ cohort: "known" }] });
    expect(remark("early-after-three", "lines=2", [ofKnownLines])).toBeUndefined();
  });
});

type Kind = ComputeCohort["priorBcmaKinds"][number];
const kind = (name: Kind["kind"], n: number | null): Kind => ({
  ...{ kind: name, directed: name !== "gprc5d", n, of: 20, responders: null },
});
const recruited = (id: string, ...priorBcmaKinds: Kind[]) =>
  carT(id, { priorBcma: "required", priorBcmaKinds, figures: [figure("orr", 12, 20)] });

describe("an answer says after which kinds of therapy its patients were", () => {
  const seven = kind("bispecific", 7);
  const some = kind("bispecific", null);
  const most = [kind("adc", 13), seven, kind("car-t", 0)];
  const all = [recruited("most", ...most), recruited("some", some), recruited("silent")];
  const named = (cohort: string, printed: Kind[]) => ({
    ...{ cohort, label: cohort.toUpperCase(), printed },
  });
  const counted = (cohort: string, printed: Kind[]) => ({
    ...named(cohort, printed),
    patients: 100,
  });
  const uncounted = (cohort: string, printed: Kind[]) => ({
    ...named(cohort, printed),
    responders: { events: 12, n: 20 },
  });

  it("a trial counts if half of its patients had one, and says how many had each", () => {
    expect(remark("after-kinds", "prior-bcma=adc", all)).toMatchObject({
      counted: [counted("most", [kind("adc", 13)])],
      notCounted: [uncounted("silent", [])],
    });
    expect(remark("after-kinds", "prior-bcma=adc,bispecific", all)?.counted).toEqual([
      counted("most", [kind("adc", 13), seven]),
    ]);
  });

  it("fewer than half, of some or of nobody knows which kind: they stand beside", () => {
    expect(remark("after-kinds", "prior-bcma=bispecific", all)).toMatchObject({
      counted: [],
      notCounted: [uncounted("most", [seven]), uncounted("some", [some]), uncounted("silent", [])],
      unknown: [],
    });
  });

  it("a trial that none had it in stands nowhere", () => {
    expect(remark("after-kinds", "prior-bcma=car-t", all.slice(0, 1))).toMatchObject({
      ...{ counted: [], notCounted: [], unknown: ["car-t"] },
    });
  });

  it("after another target only who had such therapy stands beside", () => {
    const note = remark("after-kinds", "prior-bcma=gprc5d", [
      ...all,
      recruited("few", kind("gprc5d", 2)),
    ]);
    expect(note).toMatchObject({
      ...{ counted: [], notCounted: [uncounted("few", [kind("gprc5d", 2)])], unknown: [] },
    });
  });

  it("what another filter leaves out stands nowhere", () => {
    expect(remark("after-kinds", "prior-bcma=bispecific&age=70-", all)?.notCounted ?? []).toEqual(
      [],
    );
  });
});

it.each(["", "prior-bcma=selected"])(
  "after no kind of earlier therapy nothing is said: %s",
  (text) => {
    expect(gatherTrialsAfterTherapyKinds(queryOf(text, dataset), dataset)).toBeNull();
  },
);
