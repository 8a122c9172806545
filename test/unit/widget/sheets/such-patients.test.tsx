/** Tests the drawing of what studies reported of such patients, and of whom trials enrolled. */

import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { EnrolledTrial, PatientsView } from "#presentation/views/patient.ts";
import type { LevelText, ReportedLevel } from "#presentation/views/reported-tables.ts";
import { patientTexts as patientWords } from "#presentation/words/patient.ts";
import { EnrolledByTrial } from "#widget/sheets/enrolled.tsx";
import { reportedForPatient } from "#widget/sheets/reported-for-patient.ts";
import { SuchPatients } from "#widget/sheets/such-patients.tsx";
import { patient } from "../../../support/for-patient.ts";
import { textOf } from "../../../support/html.ts";

const { reported: words } = patientWords;

const levelText = (number: string, about = "", under = ""): LevelText => ({ number, under, about });

/** Returns a level of a CAR-T study that has no cohort here. */
function level(name: string, over: Partial<ReportedLevel>): ReportedLevel {
  const printed = { text: "", rate: levelText(""), count: levelText(""), href: null };
  return { name, group: "car-t", cohort: null, ...printed, ...over };
}

type Property = PatientsView["reported"][number]["property"];

function by(property: Property, ...levels: readonly (readonly ReportedLevel[])[]) {
  const tables = levels.map((levelsOfTable, index) => ({
    name: index === 0 ? "Response, %" : "CRS, %",
    levels: levelsOfTable,
  }));
  return { reported: [{ property, tables }] };
}

const htmlOf = (patients: Pick<PatientsView, "reported">, person: PatientWithTraits) =>
  render(
    <>
      {reportedForPatient(patients, person).map((property) => (
        <SuchPatients key={property.property.name} {...property} />
      ))}
    </>,
  );

/** The lines of each list, in words. */
function linesOf(html: string): string[] {
  return [...html.matchAll(/<(?:li|h3|h4)\b.*?<\/(?:li|h3|h4)>/g)].map(([line]) =>
    textOf(line.replace(/<\/?abbr[^>]*>/g, ""))
      .replace(/\s+/g, " ")
      .trim(),
  );
}

const older = {
  text: "≥ 65",
  of: { min: 65, max: null },
  at: 86.7,
  rate: levelText("86.7", "75 patients", "< 65: 80"),
  count: levelText("65 of 75", "others < 65: 40 of 50"),
};
const younger = {
  text: "< 65",
  of: { min: null, max: 64 },
  at: 80,
  rate: levelText("80", "50 patients", "≥ 65: 86.7"),
};
const levelsOfA = [level("A", younger), level("A", older)];

describe("the groups such as this patient", () => {
  const title = "Response, %: groups near";

  it("stand with the others of the same study as a small figure beside, and a class without any says so", () => {
    const ofAge = (age: number) => linesOf(htmlOf(by("age", levelsOfA), patient({ age })));
    expect(ofAge(70)).toEqual([
      `${title} 70 years`,
      "A ≥ 65, 75 patients 86.7 < 65: 80",
      "Bispecific: group near 70 not found for this question",
    ]);
    // A group that begins far below is of others, one of younger patients of nobody.
    expect(ofAge(74)).toEqual([
      "Reported of groups near 74 years",
      "CAR-T: group near 74 not found for this question",
      "Bispecific: group near 74 not found for this question",
    ]);
    expect(ofAge(50)).toEqual(["Reported of groups near 50 years"]);
    expect(textOf(htmlOf(by("age", levelsOfA), patient({ age: 50 })))).toContain(words.onlyOlder);
  });

  it("all show counts where the patients of one of them are few: a count beside a rate is misread", () => {
    const few = level("B", { ...older, group: "bsab", count: levelText("12 of 20"), few: true });
    expect(linesOf(htmlOf(by("age", [...levelsOfA, few]), patient({ age: 70 })))).toEqual([
      `${title} 70 years`,
      "A ≥ 65, others < 65: 40 of 50 65 of 75",
      "B ≥ 65 12 of 20",
    ]);
  });

  it("are drawn hollow on the axis, at the rate that was reported; months are not drawn", () => {
    const html = htmlOf(by("age", levelsOfA), patient({ age: 70 }));
    expect(html).toContain('x="86.7%"');
    expect(html).toContain("point hollow");
    const months = by("age", [level("A", { ...older, at: undefined as never })]);
    expect(htmlOf(months, patient({ age: 70 }))).not.toMatch(/point|axis-head/);
  });

  it("say of a class whose groups have other outcomes that these are reported", () => {
    const later = [level("B", { ...older, group: "bsab" })];
    expect(linesOf(htmlOf(by("age", levelsOfA, later), patient({ age: 70 })))).toContain(
      `Bispecific: ${words.elsewhere}`,
    );
  });

  it("after a kind of therapy are of that kind; who may be of it stands beside, without a mark", () => {
    const levels = [
      level("Cells", { rate: levelText("72"), at: 72 }),
      level("Mixed", {
        isUncounted: true,
        text: "of whom 7 had CAR-T",
        rate: levelText("60", "20 patients"),
        count: levelText("12 of 20"),
        few: true,
        at: 60,
      }),
      level("Unknown", {
        isUncounted: true,
        text: "kind not found",
        rate: levelText("53"),
        count: levelText("53 %"),
        at: 53,
      }),
    ];
    const html = htmlOf(by("prior-bcma", levels), patient({ priorBcma: ["car-t"] }));
    expect(linesOf(html)).toEqual([
      "Response, %: patients after CAR-T",
      "Cells 72",
      "Bispecific: not found",
      "Beside them, not counted as such patients Response, %",
      "Mixed of whom 7 had CAR-T 12 of 20",
      "Unknown kind not found 53 %",
    ]);
    expect(html.match(/class="point/g)).toHaveLength(1);
  });

  it("after many lines stand beside if they begin far below, and are of others if they end before", () => {
    const lines = (min: number, max: number | null) => level(`${min}`, { of: { min, max } });
    const patients = by("prior-lines", [lines(3, null), lines(4, 5), lines(6, null)]);
    const levels = (properties: ReturnType<typeof reportedForPatient>) =>
      (["tables", "notCounted"] as const).map((is) =>
        properties.flatMap((of) => of[is].flatMap((table) => table.levels.map(({ name }) => name))),
      );
    expect(levels(reportedForPatient(patients, patient({ priorLines: 5 })))).toEqual([
      ["3", "4"],
      [],
    ]);
    expect(levels(reportedForPatient(patients, patient({ priorLines: 8 })))).toEqual([
      ["6"],
      ["3"],
    ]);
  });

  it("lead to where each figure was read, else to our record", () => {
    const href = "https://doi.org/10.1/a";
    const rows = [
      level("Read", { ...older, cohort: "ours", href }),
      level("Ours", { ...older, cohort: "ours" }),
      level("Neither", older),
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
    const patients = by("refractoriness", levelsOfA);
    expect(htmlOf(patients, patient({ traits: ["lenalidomide-refractory"] }))).toBe("");
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
});
