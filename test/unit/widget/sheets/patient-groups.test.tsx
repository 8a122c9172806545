/** Tests the drawing of what studies reported of such patients, and of whom trials enrolled. */

import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { EnrolledTrial, PatientsView } from "#presentation/views/patient.ts";
import type { ReportedGroup, ReportedTable } from "#presentation/views/reported-groups.ts";
import { type GroupList, selectGroupsForPatient } from "#presentation/views/select-groups.ts";
import { PatientGroups } from "#widget/sheets/patient-groups.tsx";
import { EnrolledByTrial } from "#widget/sheets/patient-results.tsx";
import { patient } from "../../../support/for-patient.ts";
import { textOf } from "../../../support/html.ts";

/** Returns a group of a CAR-T study that has no cohort here. */
function group(drug: string, over: Partial<ReportedGroup> = {}): ReportedGroup {
  const printed = {
    name: "",
    text: "",
    number: "87",
    under: "65 of 75",
    at: 86.7,
    others: [],
    href: null,
  };
  return { drug, group: "car-t", place: "such", cohort: null, ...printed, ...over };
}

type Property = PatientsView["reported"][number]["property"];
type Groups = Pick<PatientsView, "reported" | "classes">;

function by(property: Property, ...groups: readonly (readonly ReportedGroup[])[]): Groups {
  const tables = groups.map(
    (of, index): ReportedTable => ({
      name: index === 0 ? "Response" : "CRS",
      ...(index === 0 && { isFirst: true }),
      groups: of,
    }),
  );
  return { reported: [{ property, tables }], classes: ["car-t", "bsab"] };
}

const htmlOf = (view: Groups, person: PatientWithTraits) =>
  render(<PatientGroups groups={selectGroupsForPatient(view, person)} />);

/** The headings, rows and notes, in words. */
function linesOf(html: string): string[] {
  return [...html.matchAll(/<li\b.*?<\/li>|<h3>.*?<\/h3>|<p class="note.*?<\/p>/g)].map(([line]) =>
    textOf(line.replace(/<svg.*?<\/svg>/g, " "))
      .replace(/\s+/g, " ")
      .trim(),
  );
}

const older = group("A", {
  name: "65 or older",
  of: { min: 65, max: null },
  others: [
    { name: "under 65", of: { min: null, max: 64 }, at: 80, number: "80", under: "40 of 50" },
  ],
});
const younger = group("A", { name: "under 65", of: { min: null, max: 64 }, at: 80, number: "80" });
const groupsOfA = [younger, older];

const titlesOf = (lists: readonly GroupList[] = []) => lists.map(({ title }) => title);

describe("the groups such as this patient", () => {
  it("stand with the others of the same report on the same line, and a class without any says so", () => {
    const ofAge = (age: number) => linesOf(htmlOf(by("age", groupsOfA), patient({ age })));
    expect(ofAge(70)).toEqual([
      "Response around 70 years",
      "A 65 or older □ under 65: 80 (40 of 50) 87 65 of 75",
      "Bispecifics: not found around 70 years.",
    ]);
    // A patient just below a group is one of the others, which have no lower bound and never lead.
    expect(ofAge(64)).toContain("A 65 or older □ under 65, 64 included: 80 (40 of 50) 87 65 of 75");
    // A group that begins far below is of others, one of younger patients of nobody.
    expect(ofAge(75)).toEqual(["Around 75 years: not found."]);
    expect(ofAge(50)).toEqual(["Only older groups are reported."]);
  });

  it("are drawn hollow at the rate, joined to a grey square; months are words", () => {
    const html = htmlOf(by("age", groupsOfA), patient({ age: 70 }));
    expect(html).toContain('x="86.7%"');
    expect(html).toContain('x="80%"');
    expect(html).toContain("point hollow control");
    expect(html).toMatch(/class="tail" d="M80 10H86.7"/);
    expect(html.indexOf('x="80%"')).toBeLessThan(html.indexOf('x="86.7%"'));
    const { at: _, ...months } = { ...older, number: "9.1", under: "n 75", others: [] };
    const drawn = htmlOf(by("age", [months]), patient({ age: 70 }));
    expect(drawn).not.toContain("point");
    expect(linesOf(drawn)).toContain("A 65 or older 9.1 months, n 75");
  });

  it("have no number where their source contradicts itself", () => {
    const { at: _, ...contradicted } = group("A", {
      place: "contradicted",
      number: "",
      under: "the source contradicts itself about this figure",
    });
    const kidneys = patient({ traits: ["renal-function"] });
    const html = htmlOf(by("renal-function", [contradicted]), kidneys);
    expect(html).not.toMatch(/point|axis-head/);
    expect(linesOf(html)).toEqual([
      "CAR-T and bispecifics: not found with creatinine clearance below 45.",
    ]);
    // It is read last.
    const [groups] = selectGroupsForPatient(
      by("renal-function", [contradicted], [group("B")]),
      kidneys,
    );
    expect([titlesOf(groups?.first), titlesOf(groups?.further)]).toEqual([
      ["CRS with creatinine clearance below 45"],
      ["Response, without a number"],
    ]);
  });

  it("after a kind of therapy are of that kind; who may be of it stands under a heading of its own", () => {
    const groups = [
      group("Cells", { group: "bsab" }),
      group("Mixed", { place: "beside", text: "of whom 7 had CAR-T" }),
      group("Unknown", { place: "type-not-found", group: "bsab" }),
      group("Outside", { place: "outside", outside: "after 3 or more lines" }),
    ];
    expect(linesOf(htmlOf(by("prior-bcma", groups), patient({ priorBcma: ["car-t"] })))).toEqual([
      "Response after earlier CAR-T",
      "Cells 87 65 of 75",
      "Other patients: response after any BCMA therapy, type not found",
      "Unknown 87 65 of 75",
      "Response in patients less like yours",
      "Mixed of whom 7 had CAR-T 87 65 of 75",
      "Outside this question: Outside after 3 or more lines: 87 of 100, 65 of 75.",
    ]);
  });

  it("with a finding are read first; those less like the patient are folded beside them", () => {
    const groups = [group("Such"), group("Other", { place: "beside" })];
    const foldedOf = (all: typeof groups) =>
      selectGroupsForPatient(
        by("extramedullary-disease", all),
        patient({ traits: ["extramedullary-disease"] }),
      ).map(({ first, further }) => [titlesOf(first), titlesOf(further)]);
    expect(foldedOf(groups)).toEqual([
      [["Response with extramedullary disease"], ["Response in patients less like yours"]],
    ]);
    expect(foldedOf(groups.slice(1))).toEqual([[["Response in patients less like yours"], []]]);
  });

  it("after many lines stand apart if they begin far below, and are of others if they end before", () => {
    const lines = (min: number, max: number | null) => group(`${min}`, { of: { min, max } });
    const view = by("prior-lines", [lines(3, null), lines(4, 5), lines(6, null)]);
    const placesFor = (priorLines: number) =>
      selectGroupsForPatient(view, patient({ priorLines })).flatMap(({ first }) =>
        first.map(({ place, groups }) => [place, ...groups.map(({ drug }) => drug)]),
      );
    expect(placesFor(5)).toEqual([["such", "3", "4"]]);
    expect(placesFor(8)).toEqual([
      ["such", "6"],
      ["beside", "3"],
    ]);
  });

  it("say whom their study enrolled, where the patient is older", () => {
    const view = by("prior-lines", [group("A", { of: { min: 4, max: null }, ages: [43, 78] })]);
    const textsFor = (age: number) =>
      selectGroupsForPatient(view, patient({ age, priorLines: 4 })).flatMap(({ first }) =>
        first.flatMap(({ groups }) => groups.map(({ text }) => text)),
      );
    expect([textsFor(82), textsFor(74)]).toEqual([["enrolled ages 43 to 78"], [""]]);
  });

  it("by age and lines are folded where earlier therapy or a finding leads", () => {
    const { reported, classes } = by("age", groupsOfA);
    const view = { classes, reported: [...reported, ...by("frailty", [group("B")]).reported] };
    const [frailty, age] = selectGroupsForPatient(view, patient({ age: 70, traits: ["frailty"] }));
    expect([frailty?.first.length, age?.first.length, age?.further.length]).toEqual([1, 0, 1]);
  });

  it("by lines, of any age, are folded where groups near the age lead, and lead where none is near", () => {
    const { reported, classes } = by("age", groupsOfA);
    const lines = by("prior-lines", [group("B", { of: { min: 4, max: null } })]);
    const view = { classes, reported: [...reported, ...lines.reported] };
    const countsAt = (age: number) =>
      selectGroupsForPatient(view, patient({ age, priorLines: 4 })).map(({ first, further }) => [
        first.length,
        further.length,
      ]);
    expect(countsAt(70)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(countsAt(50)).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it("are folded where their study states neither its design nor its number of patients", () => {
    const bare = group("Bare", { of: { min: 70, max: null }, isBare: true });
    const [only] = selectGroupsForPatient(by("age", [bare]), patient({ age: 74 }));
    expect([only?.first, only?.further.length, only?.missing]).toEqual([
      [],
      1,
      "Bispecifics: not found around 74 years.",
    ]);
    const { reported, classes } = by("age", [older], [{ ...bare, group: "bsab" }]);
    const allFirst = reported.map((of) => ({
      ...of,
      tables: of.tables.map((table) => ({ ...table, isFirst: true as const })),
    }));
    const [age] = selectGroupsForPatient({ reported: allFirst, classes }, patient({ age: 70 }));
    expect(age?.first.flatMap(({ groups }) => groups.map(({ drug }) => drug))).toEqual(["A"]);
    expect(age?.missing).toBe("Bispecifics: response not found around 70 years.");
  });

  it("of a percentage without a count are never taken for a count", () => {
    const printed = { number: "62", under: "no count" };
    const html = htmlOf(
      by("frailty", [
        group("A", { ...printed, name: "n 83", others: [{ ...printed, name: "without", at: 62 }] }),
      ]),
      patient({ traits: ["frailty"] }),
    );
    expect(linesOf(html)).toContain("A n 83 □ without: 62 (no count) 62 no count");
  });

  it("lead to where each figure was read, else to our record", () => {
    const href = "https://doi.org/10.1/a";
    const rows = [
      { ...older, drug: "Read", cohort: "ours", href },
      { ...older, drug: "Ours", cohort: "ours" },
      { ...older, drug: "Neither" },
    ];
    const html = htmlOf(by("age", rows), patient({ age: 70 }));
    const links = [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)].map(([, to, label]) => [
      label,
      to,
    ]);
    expect(links).toEqual([
      ["Read", href],
      ["Ours", expect.stringMatching(/\/v1\/cohorts\/ours$/)],
    ]);
  });

  it("are none by refractoriness to lenalidomide, by which no study divides its patients", () => {
    const view = by("refractoriness", groupsOfA);
    expect(htmlOf(view, patient({ traits: ["lenalidomide-refractory"] }))).toBe("");
  });
});

describe("whom each trial enrolled", () => {
  const trials: EnrolledTrial[] = [
    { name: "ONE", group: "car-t", age: [[43, 78]], priorLines: [] },
    {
      name: "TWO",
      group: "bsab",
      age: [
        [30, 60],
        [80, 91],
      ],
      priorLines: [[3, 16]],
    },
    { name: "THREE", group: "bsab", age: [], priorLines: [] },
  ];
  const drawnFor = (of: "age" | "priorLines", value: number) =>
    render(<EnrolledByTrial enrolled={trials} of={of} value={value} />);

  it("is a bar a trial, with a tick where the patient lies within, and not found", () => {
    const html = drawnFor("age", 82);
    expect(linesOf(html)).toEqual([
      "Ages enrolled, by trial",
      "ONE 43–78",
      "TWO 30–60, 80–91 ✓",
      "THREE not found",
    ]);
    expect(html.match(/class="own" d="M82 /g)).toHaveLength(3);
    expect(html.match(/plotted bsab hollow/g)).toHaveLength(1);
    expect(html).toContain('aria-label="within"');
  });

  it.each([18, 70, 110])("keeps the line of a patient of %i years on the axis", (age) => {
    const [, place] =
      /d="M(\d+) /.exec(drawnFor("age", age).split('class="own"').at(-1) ?? "") ?? [];
    expect(Number(place)).toBeGreaterThanOrEqual(20);
    expect(Number(place)).toBeLessThanOrEqual(95);
  });

  it("is of prior lines where no age was said", () => {
    expect(linesOf(drawnFor("priorLines", 4))[2]).toBe("TWO 3–16 ✓");
  });

  it("has the scale of lines of its trials", () => {
    const few: EnrolledTrial[] = [{ name: "ONE", group: "car-t", age: [], priorLines: [[1, 3]] }];
    const html = render(<EnrolledByTrial enrolled={few} of="priorLines" value={1} />);
    expect(html).toContain('viewBox="0 0 4 20"');
    expect(drawnFor("priorLines", 4)).toContain('viewBox="0 0 17 20"');
  });
});
