import { describe, expect, it } from "vitest";
import { approvalsOf } from "../../../data/tools/product-approvals.ts";
import { dosingOf } from "../../../data/tools/product-dosing.ts";
import {
  type CollectedApproval,
  parseCollectedProducts,
} from "../../../data/tools/product-handover.ts";
import { monitoringOf } from "../../../data/tools/product-monitoring.ts";
import { productOf } from "../../../data/tools/products.ts";
import { found } from "./files.ts";

const said = <T>(value: T, basis: object = {}) => ({
  value,
  source: 0,
  confidence: "high" as const,
  ...basis,
});
const nothing = { value: null, source: null };

/** As little as a collected product can say; linvoseltamab, because judgements are kept by id. */
function file(given: object = {}): string {
  return JSON.stringify([
    {
      id: "linvoseltamab",
      therapyClass: "BsAb",
      approvedAnywhere: true,
      genericName: said("linvoseltamab (US: linvoseltamab-gcpt)"),
      brandNames: [said("Lynozyfic (made up)")],
      synonyms: [],
      developmentCodes: [],
      labeler: said("A company"),
      target: said("BCMA x CD3"),
      modality: said("bispecific"),
      construct: { ...nothing, note: "not seen" },
      approvals: [
        approval("US (FDA)", { date: "2025-07-02", ...indicated(4) }),
        approval("EU (EC)", { date: "2025", ...indicated(3) }),
      ],
      labelChanges: [],
      boxedWarning: { items: [] },
      rems: null,
      dosing: nothing,
      monitoring: nothing,
      contraindications: { ...nothing, note: "no source seen; see missing" },
      precautions: [],
      trials: [],
      codes: [],
      missing: [],
      contradictions: [],
      sources: [{ id: 0, url: "https://example.org/a", title: "A", date: null, kind: "label" }],
      ...given,
    },
  ]);
}

const collected = (given?: object) =>
  found(parseCollectedProducts(file(given))[0], "a collected product");
const imported = (given?: object, left: string[] = []) =>
  productOf(collected(given), (where, what) => left.push(`${where}: ${what}`));

function approval(region: string, value: object = {}, basis: object = {}): CollectedApproval {
  return said({ region, date: null, type: "approval", ...value }, basis);
}

function indicated(minPriorLines: number, requiredClasses: string[] = []) {
  return { indication: { minPriorLines, requiredClasses } };
}

/** With the same words for every approval. */
function approved(one: CollectedApproval, ...keys: string[]) {
  return approvalsOf([one], Object.fromEntries(keys.map((key) => [key, { detail: "made up" }])));
}

describe("importing an approval", () => {
  it.each([
    ["US (FDA)", ["us"]],
    ["EU (CHMP)", ["eu"]],
    ["Great Britain and Israel", ["gb", "il"]],
    ["US/EU", ["us", "eu"]],
    ["Macau", ["mo"]],
  ])("in %s gives one for each of %s", (region, expected) => {
    const { approvals } = approved(
      approval(region),
      ...expected.map((name) => `${name} undated any`),
    );
    expect(approvals.map((each) => each.region)).toEqual(expected);
  });

  it("keeps what was said of regions that are none of ours", () => {
    const { approvals, approvalsElsewhere } = approved(
      approval("Singapore, Saudi Arabia", { type: "under review" }),
    );
    expect(approvals).toEqual([]);
    expect(approvalsElsewhere.map(({ value }) => value)).toEqual([
      "Singapore, Saudi Arabia: under review",
    ]);
  });

  it.each([
    [{ status: "superseded by 2024 expansion" }, "superseded"],
    [{ status: "converted to regular approval" }, "superseded"],
    [{ type: "positive opinion: with another drug" }, "pending"],
    [{ type: "BLA accepted February 2026" }, "pending"],
    [{ type: "not approved; orphan" }, "not-approved"],
    [{ type: "accelerated" }, "approved"],
  ])("reads %j as %s", (value, status) => {
    const { approvals } = approved(approval("Japan", value), "jp undated any");
    expect(approvals[0]?.status).toBe(status);
  });

  it("finds the lines in words where nothing else has them, and orders the classes", () => {
    const words = approved(approval("Japan", { type: "after >=3 prior lines" }), "jp undated 3");
    expect(words.approvals[0]?.minPriorLines).toBe(3);
    const classes = approved(
      approval("Japan", indicated(2, ["anti-CD38", "IMiD", "PI"])),
      "jp undated 2",
    );
    expect(classes.approvals[0]?.requiredClasses).toEqual(["PI", "IMiD", "anti-CD38"]);
  });

  it("stops at a region, an approval or a wording that nobody foresaw", () => {
    expect(() => approved(approval("Atlantis"))).toThrow(/no region of ours: "Atlantis"/);
    expect(() => approved(approval("Japan"))).toThrow(/"jp undated any"/);
    expect(() => approved(approval("Japan"), "jp undated any", "jp 2020 1")).toThrow(/jp 2020 1/);
  });
});

describe("importing a dose", () => {
  const dosing = (given: object) => dosingOf(collected({ dosing: given }));

  it("reads what is given on which day", () => {
    const steps = [
      { day: 1, dose: "5 mg IV over 4 h" },
      { day: 8, dose: "0.3 mg/kg SC (first treatment dose)", window: "2-4 days" },
    ];
    expect(dosing({ stepUp: said(steps) }).stepUp[0]?.value.steps).toEqual([
      {
        day: 1,
        amount: 5,
        unit: "mg",
        route: "IV",
        infusionHours: 4,
        firstTreatmentDose: false,
        window: null,
      },
      {
        day: 8,
        amount: 0.3,
        unit: "mg/kg",
        route: "SC",
        infusionHours: null,
        firstTreatmentDose: true,
        window: "2-4 days",
      },
    ]);
  });

  it("keeps the dose of the phase before where the next names none", () => {
    const [fact] = dosing({
      maintenance: said("200 mg weekly for 10 doses (weeks 4-13), then every 2 weeks from week 14"),
    }).maintenance;
    expect(fact?.value.phases).toEqual([
      { amount: 200, unit: "mg", route: null, everyWeeks: 1, fromWeek: 4, toWeek: 13 },
      { amount: 200, unit: "mg", route: null, everyWeeks: 2, fromWeek: 14, toWeek: null },
    ]);
  });

  it.each([
    { stepUp: said([{ day: 1, dose: "a little" }]) },
    { maintenance: said("as needed") },
    { us: said({ range: "many cells", schedule: "once" }) },
    { delayRules: said([{ after: "step-up 1", delay: "long", action: "restart" }]) },
  ])("stops at words it does not understand: %j", (given) => {
    expect(() => dosing(given)).toThrow(/not understood/);
  });

  it("keeps the dose of a trial apart from that of a label", () => {
    const { trialDoses, cells } = dosing(said({ phase1: "three levels" }));
    expect([trialDoses[0]?.value, cells]).toEqual(["three levels", []]);
  });
});

describe("importing what the basis of a fact is", () => {
  const basis = (given: object) => imported({ synonyms: [said("a name", given)] }).synonyms[0];

  it("names every source, and the region and scope where they are given", () => {
    expect(basis({ alsoSources: [2, 1], region: "EU", scope: "class", status: "check" })).toEqual({
      value: "a name",
      sources: [0, 2, 1],
      confidence: "high",
      status: "check",
      asOf: null,
      note: null,
      region: "eu",
      scope: "class",
    });
  });

  it.each([
    ["2026-05", "2026-05", null],
    ["2023 label", "2023", "as of: 2023 label"],
    ["older label", null, "as of: older label"],
  ])("takes the date out of %s", (asOf, date, note) => {
    expect(basis({ asOf })).toMatchObject({ asOf: date, note });
  });

  it("cannot be missing", () => {
    expect(() => basis({ source: null })).toThrow(/without source/);
  });
});

describe("importing how patients are watched", () => {
  const watched = (given: object) => monitoringOf(collected({ monitoring: given }));

  it("reads hours in hospital, and hours outside it", () => {
    const [us, eu] = watched({
      us: said("hospitalise 48 h after first and 24 h after second step-up dose"),
      eu: said("monitor 2 days after each dose"),
    });
    expect(us).toMatchObject({
      region: "us",
      value: {
        hospital: [
          { after: "first", hours: 48 },
          { after: "second", hours: 24 },
        ],
        observationHours: null,
      },
    });
    expect(eu).toMatchObject({ region: "eu", value: { hospital: [], observationHours: 48 } });
  });

  it("stops at a stay without hours", () => {
    expect(() => watched({ us: said("hospitalise for long") })).toThrow(/no hours/);
  });
});

describe("importing a product", () => {
  it("has short forms beside what was printed", () => {
    expect(imported()).toMatchObject({
      slug: "linvoseltamab",
      name: "linvoseltamab",
      brandNames: ["Lynozyfic"],
      targets: ["bcma"],
      printed: { genericName: { value: "linvoseltamab (US: linvoseltamab-gcpt)" } },
    });
  });

  it("lists as missing what has no value but a reason", () => {
    expect(imported({ missing: ["ATC"] }).missing).toEqual([
      "ATC",
      "construct: not seen",
      "contraindications: no source seen",
    ]);
  });

  it("keeps what left the boxed warning, marked as superseded", () => {
    const boxedWarning = { items: [said("CRS")], removed: [said("REMS")], asOf: "2024" };
    expect(
      imported({ boxedWarning }).boxedWarnings.map(({ value, status, asOf }) => [
        value,
        status,
        asOf,
      ]),
    ).toEqual([
      ["CRS", null, "2024"],
      ["REMS", "superseded", null],
    ]);
  });

  it("has one fact per code", () => {
    const codes = [
      said({ system: "ICD-10-PCS", code: ["A", "B"], display: ["peripheral", "central"] }),
    ];
    expect(imported({ codes }).codes.map(({ value }) => value)).toEqual([
      { system: "icd-10-pcs", code: "A", display: "peripheral", unit: null },
      { system: "icd-10-pcs", code: "B", display: "central", unit: null },
    ]);
  });

  it("has one value per arm for each result of a trial", () => {
    const trials = [said({ name: "T", n: [3, 4], label: { orrPct: 70 }, note: "topline" })];
    expect(imported({ trials }).trials[0]?.value).toEqual({
      name: "T",
      registry: [],
      role: null,
      results: [
        { measure: "patients", values: [3, 4] },
        { measure: "ORR, % (label)", values: [70] },
      ],
      remarks: ["topline"],
    });
  });

  it("leaves out and reports what rests on no public page", () => {
    const left: string[] = [];
    const { contradictions } = imported(
      { contradictions: ["Seed page 003 says no.", "Two labels disagree."] },
      left,
    );
    expect(contradictions).toEqual(["Two labels disagree."]);
    expect(left).toEqual(["linvoseltamab: rests on no public page: Seed page 003 says no."]);
  });

  it("stops at a key, a code or a number of a trial that nobody foresaw", () => {
    expect(() => collected({ vaccines: [] })).toThrow();
    expect(() => imported({ codes: [said({ system: "PZN", code: "1" })] })).toThrow(/PZN/);
    expect(() => imported({ trials: [said({ name: "T", luck: 1 })] })).toThrow(/luck/);
  });

  it("stops where the approvals contradict what was said of them", () => {
    expect(() => imported({ approvedAnywhere: false })).toThrow(/disagree/);
  });
});
