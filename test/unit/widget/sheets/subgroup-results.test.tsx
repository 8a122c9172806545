/** What studies printed of such patients, as it is shown to one who has a patient before them. */
import { render } from "preact-render-to-string";
import { beforeAll, describe, expect, it } from "vitest";
import type { Enrolled } from "#core/others/subgroups-of-patient.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type {
  Patients,
  ReportedBy,
  ReportedLevel,
  ReportedStudy,
} from "#presentation/statement/patients.ts";
import { english } from "#presentation/words/catalogue.ts";
import { ReportedForPatient } from "#widget/sheets/subgroup-results.tsx";
import { patient } from "../../../support/for-patient.ts";
import { textOf } from "../../../support/html.ts";
import { read } from "../../../support/in-process.ts";

const { reported: words } = english.patient;

const late: Enrolled = {
  setting: "late",
  priorBcma: "unknown",
  priorLinesRange: null,
  admittedLines: null,
};

interface Printed extends ReportedLevel {
  label: string;
  group: ReportedStudy["group"];
  cohort: string | null;
  href: string | null;
}

/** A level of a study of its own. */
function level(label: string, over: Partial<Printed>): Printed {
  const printed = { value: "", count: "", n: "", others: [], href: null };
  const own = { label, group: "car-t", cohort: null, study: 0, source: 0 } as const;
  return { ...own, level: "", of: true, ...printed, ...over };
}

const studyOf = ({ label, group, cohort, href, of }: Printed): ReportedStudy => ({
  label,
  group,
  cohort,
  design: "",
  enrolled: late,
  of: [of],
  outcomes: [],
  sources: href === null ? [] : [{ citation: label, href }],
});

function by(property: ReportedBy["property"], ...levels: readonly (readonly Printed[])[]) {
  const all = levels.flat();
  const tables = levels.map((own, index) => ({
    name: index === 0 ? "Response, %" : "CRS, %",
    levels: own.map((one) => ({ ...one, study: all.indexOf(one) })),
  }));
  return { property, title: english.reported.by[property], tables, studies: all.map(studyOf) };
}

const shown = (reported: readonly ReportedBy[], one: OwnPatient) =>
  render(<ReportedForPatient reported={reported} patient={one} lines="3+" />);

/** The tables in sight, a row a line; then what is folded, without markup. */
function partsOf(html: string): { rows: string[]; text: string } {
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    row
      .split(/<\/t[hd]>/)
      .slice(0, -1)
      .map((cell) => textOf(cell).replace(/\s+/g, " ").trim())
      .join(" | "),
  );
  return { rows, text: textOf(html.replace(/<\/?abbr[^>]*>/g, "")).replace(/\s+/g, " ") };
}

const head = "Response, % | such patients | others | n";
const ofClass = "CAR-T";
const older = { level: "≥ 65", of: { min: 65, max: null }, value: "86.7", n: "75" };
const younger = { level: "< 65", of: { min: null, max: 64 }, value: "80", n: "50" };
const beside = ({ level: name, value }: typeof older | typeof younger) => [{ level: name, value }];
const both = [
  level("A", { ...younger, others: beside(older) }),
  level("A", { ...older, others: beside(younger) }),
];

describe("the table of what was said of the patient", () => {
  it("has such patients, the others of the same study beside them, and how many they are", () => {
    const ofAge = (age: number) => partsOf(shown([by("age", both)], patient({ age }))).rows;
    const none = (age: number) => `Bispecific: no group near ${age} reported`;
    expect(ofAge(70)).toEqual([head, ofClass, "A ≥ 65 | 86.7 | 80 < 65 | 75", none(70)]);
    // A group below an age is of nobody, and one that begins far below is of others.
    const textFor = (age: number) => partsOf(shown([by("age", both)], patient({ age }))).text;
    expect([50, 74].flatMap(ofAge)).toEqual([]);
    expect(textFor(50)).toContain(words.onlyOlder);
    expect(textFor(74)).toContain("CAR-T: no group near 74 reported");
    expect(textFor(74)).toContain(none(74));
  });

  it("says of a class whose groups have other outcomes that these are reported", () => {
    const later = [level("B", { ...older, group: "bsab" })];
    const html = shown([by("age", both, later)], patient({ age: 70 }));
    expect(partsOf(html).rows).toContain(`Bispecific: ${words.elsewhere}`);
  });

  it("after a kind of therapy is of that kind; who may be of it stands in a table of its own", () => {
    const levels = [
      level("Cells", { of: [{ kind: "car-t", n: 36, of: 36 }], value: "72" }),
      level("Conjugate", { of: [{ kind: "adc", n: 10, of: 10 }], value: "70" }),
      level("Mixed", {
        of: [
          { kind: "adc", n: 13, of: 20 },
          { kind: "car-t", n: 7, of: 20 },
        ],
        value: "60",
        count: "12 of 20",
      }),
      level("Unknown", { of: true, value: "53" }),
    ];
    const shownTo = (priorBcma: OwnPatient["priorBcma"]) =>
      partsOf(shown([by("prior-bcma", levels)], patient({ priorBcma })));
    const afterCells = shownTo(["car-t"]);
    expect(afterCells.text).toContain("Reported of patients after CAR-T");
    expect(afterCells.rows).toEqual([
      head,
      ofClass,
      "Cells | 72 | – | –",
      "Bispecific: none reported",
      head.replace("such patients", "all of them"),
      ofClass,
      "Mixed of whom 7 had CAR-T | 12 of 20 | – | –",
      "Unknown kind not reported | 53 | – | –",
    ]);
    expect(afterCells.text).toContain(words.beside);
  });

  it("leads from each row to where its figure was read, else to our record", () => {
    const href = "https://doi.org/10.1/a";
    const rows = [
      level("Read", { ...older, cohort: "ours", href }),
      level("Ours", { ...older, cohort: "ours" }),
      level("Neither", older),
    ];
    const html = shown([by("age", rows)], patient({ age: 70 }));
    const [table = ""] = html.split("</table>");
    const links = [...table.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)/g)].map(([, to, label]) => [
      label,
      to,
    ]);
    expect(links).toEqual([
      ["Read", href],
      ["Ours", expect.stringMatching(/\/v1\/cohorts\/ours$/)],
    ]);
  });

  it("has header cells in rows and columns", () => {
    const html = shown([by("age", both)], patient({ age: 70 }));
    expect(html.match(/<th scope="col">/g)).toHaveLength(4);
    expect(html.match(/<th scope="row">/g)).toHaveLength(1);
  });
});

describe("of all that studies print", () => {
  let known: Patients;
  beforeAll(async () => {
    known = await read<Patients>("/v1/screen/patients");
  });

  const patients: Partial<OwnPatient>[] = [
    {},
    { age: 50 },
    { age: 80, priorLines: 5, priorBcma: ["car-t"] },
    { traits: ["extramedullary-disease", "cytogenetic-risk"] },
    { traits: ["renal-function", "refractoriness", "frailty"] },
  ];

  it.each(patients)("nothing is lost, and nothing is listed twice: %j", (said) => {
    const html = shown(known.reported, patient(said));
    const { text } = partsOf(html);
    let results = 0;
    for (const { studies } of known.reported) {
      for (const { label, outcomes, sources } of studies) {
        expect(text).toContain(label);
        results += outcomes.length;
        for (const one of outcomes) {
          expect(text).toContain(one.name);
          expect(text).toContain(one.text.replace(/\s+/g, " "));
        }
        for (const { citation } of sources) {
          expect(text).toContain(words.sourceAt(citation).replace(/\s+/g, " "));
        }
      }
    }
    expect(html.match(/<li>/g)).toHaveLength(results);
  });

  it.each(patients)("every trait that can be said has a table: %j", (said) => {
    const html = shown(known.reported, patient(said));
    expect(html.match(/<table/g)?.length ?? 0).toBeGreaterThanOrEqual(said.traits?.length ?? 0);
  });
});
