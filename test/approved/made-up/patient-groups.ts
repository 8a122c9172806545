/** Groups of made-up studies, as a patient reads them: which come first, which are folded, and which stand apart. */
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { ReportedGroup, ReportedTable } from "#presentation/views/reported-groups.ts";
import { selectGroupsForPatient } from "#presentation/views/select-groups.ts";
import { patient } from "../../support/for-patient.ts";
import type { Samples } from "../json-as-text.ts";
import { listGroupsInLines } from "../patients.ts";

/** Returns a group of a CAR-T study that has no cohort here. */
function group(drug: string, over: Partial<ReportedGroup> = {}): ReportedGroup {
  const printed = {
    ...{ name: "", text: "", number: "87", under: "65 of 75", at: 86.7 },
    ...{ others: [], href: null },
  };
  return { drug, group: "car-t", place: "such", cohort: null, ...printed, ...over };
}

type Property = PatientsView["reported"][number]["property"];
type Groups = Pick<PatientsView, "reported" | "classes">;

/** Returns what studies report by a property: response first, then CRS. */
export function by(property: Property, ...groups: readonly (readonly ReportedGroup[])[]): Groups {
  const tables = groups.map(
    (of, index): ReportedTable => ({
      name: index === 0 ? "Response" : "CRS",
      ...(index === 0 && { isFirst: true }),
      groups: of,
    }),
  );
  return { reported: [{ property, tables }], classes: ["car-t", "bsab"] };
}

const under65 = { name: "under 65", of: { min: null, max: 64 }, at: 80, number: "80" };
export const older = group("A", {
  ...{ name: "65 or older", of: { min: 65, max: null } },
  others: [{ ...under65, under: "40 of 50" }],
});
export const byAge = by("age", [group("A", under65), older]);

const byLines = by("prior-lines", [group("From 4", { of: { min: 4, max: null } })]);
const byBoth: Groups = { ...byAge, reported: [...byAge.reported, ...byLines.reported] };

const { at: _, ...withoutMark } = group("A", { place: "contradicted", number: "" });
export const contradicted: ReportedGroup = {
  ...withoutMark,
  under: "the source contradicts itself about this figure",
};

const shown = (view: Groups, over: Partial<PatientWithTraits>) =>
  listGroupsInLines(selectGroupsForPatient(view, patient(over)));

const chosen: Samples = {
  "after a kind of therapy, who may be of it, who is beside it, and who is outside the question":
    shown(
      by("prior-bcma", [
        group("Cells", { group: "bsab" }),
        group("Mixed", { place: "beside", text: "of whom 7 had CAR-T" }),
        group("Any kind", { place: "type-not-reported", group: "bsab" }),
        group("Outside", { place: "outside", outside: "after 3 or more lines" }),
      ]),
      { priorBcma: ["car-t"] },
    ),
  "others stand beside such patients, and lead where there are none": [
    [group("Such"), group("Other", { place: "beside" })],
    [group("Other", { place: "beside" })],
  ].map((groups) =>
    shown(by("extramedullary-disease", groups), { traits: ["extramedullary-disease"] }),
  ),
  "lines are folded where age leads, and lead where no age is near": [70, 50].map((age) => [
    `# ${age} years`,
    ...shown(byBoth, { age, priorLines: 4 }),
  ]),
};

export const patientGroups = { chosen };
