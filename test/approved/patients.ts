/**
 * Makes the text of an answer for one patient: whose answer it is, what trials report of such patients, which levels of
 * single studies are such patients, and what may be asked instead.
 */
import { questionForPatient } from "#core/question/for-patient.ts";
import { anyone, type PatientWithTraits } from "#core/question/patient.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { className } from "#presentation/words/class-names.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import { viewForPatient } from "#widget/patient.ts";
import {
  formOf,
  type PropertyOfPatient,
  reportedForPatient,
  withoutSuch,
} from "#widget/sheets/reported-for-patient.ts";
import { read, to } from "../support/in-process.ts";

/** Lists patients, each with the question that was on screen. */
export const patients: readonly (readonly [
  question: string,
  patient: Partial<PatientWithTraits>,
])[] = [
  ["availability=us", { age: 73, priorLines: 5 }],
  ["", { age: 82 }],
  ["", { age: 82, priorLines: 5 }],
  ["", { age: 66, priorLines: 13 }],
  ["outcome=orr&age=60-", { priorLines: 1 }],
  ["lines=1", { priorLines: 1, priorBcma: [] }],
  ["", { priorLines: 2 }],
  ["", { traits: ["frailty"] }],
  ["", { traits: ["extramedullary-disease", "refractoriness"] }],
  ["evidence=all", { age: 70, traits: ["cytogenetic-risk", "renal-function"] }],
  ["", { priorLines: 4, priorBcma: "some" }],
  ["", { priorLines: 4, priorBcma: [] }],
  ["", { age: 66, priorLines: 5, priorBcma: ["car-t"] }],
  ["", { age: 66, priorBcma: ["bispecific"] }],
  ["", { priorLines: 5, priorBcma: ["bispecific", "car-t"] }],
  ["target=any", { priorLines: 5, priorBcma: ["gprc5d"] }],
  ["availability=any", { age: 60, priorLines: 4, priorBcma: ["adc", "car-t"] }],
  // These patients were tried at the bedside, by their age and lines.
  ["", { age: 45, priorLines: 3 }],
  ["", { age: 64, priorLines: 4 }],
  ["", { age: 66, priorLines: 4, traits: ["extramedullary-disease"] }],
  ["", { age: 73, priorLines: 4 }],
  ["", { age: 74, priorLines: 4, priorBcma: [] }],
  ["", { age: 75, priorLines: 4 }],
  ["", { age: 78, priorLines: 3 }],
  ["", { age: 88, priorLines: 5 }],
  ["availability=eu", { age: 82, priorLines: 4, priorBcma: ["bispecific"] }],
  ["availability=eu", { age: 82, priorLines: 1 }],
  ["", { priorLines: 1, traits: ["refractoriness"] }],
  ["product=talquetamab&target=any", { priorLines: 2, priorBcma: ["car-t"] }],
  ["lines=1", { traits: ["cytogenetic-risk", "refractoriness"] }],
  // Nobody has studied these patients.
  ["", { priorLines: 1, priorBcma: ["car-t"] }],
  ["", { priorLines: 2, priorBcma: ["car-t"] }],
  ["compare=product", { age: 82, priorLines: 0 }],
  ["", { age: 73, priorLines: 0, priorBcma: ["car-t"] }],
  // The filters of this question leave no trial.
  ["age=110-&exclude=karmma-3-ide-cel&product=anito-cel", { priorLines: 2 }],
];

export async function patientLines(
  question: string,
  traits: Partial<PatientWithTraits>,
): Promise<readonly string[]> {
  const patient = { ...anyone, ...traits };
  const questionText = questionForPatient(question, patient).question ?? question;
  const [screen, patientsView] = await Promise.all([
    read<Screen>(to("/v1/screen", questionText)),
    read<PatientsView>(to("/v1/screen/patients", questionText)),
  ]);
  const { view, forPatient } = viewForPatient(question, patient, screen, patientsView);
  if (!forPatient) throw new Error("an answer to nobody");
  const { heading, question: sent, fit, patients: of } = forPatient;
  const offers = [...(fit.question === null ? [] : of.offers), ...(view.leftOut?.offers ?? [])];
  return [
    `# ${question || "(the default question)"} ${JSON.stringify(traits)}`,
    [view.question.title, view.question.detail].filter(Boolean).join(" · "),
    heading,
    view.verdict.lead,
    `Asked: ${[of.asked, of.filters].filter(Boolean).join(", ")}: ${sent}`,
    ...offers.map(({ label, query }) => `Offered: ${label} (${query})`),
    ...(fit.question === null ? [] : reportedForPatient(of, patient).flatMap(propertyLines)),
    ...(fit.question === null ? [] : of.trials.map(({ label, text }) => `- ${label}: ${text}`)),
    "",
  ];
}

/** Returns the lines about one property of the patient: the outcome in sight, and the levels that are not counted. */
function propertyLines({
  property,
  tables,
  notCounted,
  isBelowAll,
  olderFrom,
}: PropertyOfPatient): string[] {
  const row = ({ name, levels }: PropertyOfPatient["tables"][number]) =>
    levels.map(({ name: drug, text, [formOf(levels)]: { number, under, about } }) =>
      [`${name}: ${drug} (${text}): ${number || "–"}`, under, about].filter(Boolean).join(", "),
    );
  const first = tables.slice(0, 1);
  const none = therapyClasses.filter(
    (group) => !first.some(({ levels }) => levels.some((level) => level.group === group)),
  );
  return [
    `= ${words.reported.title(property, undefined)}`,
    ...first.flatMap(row),
    ...(isBelowAll && first.length === 0
      ? [words.reported.onlyOlder]
      : none.map(
          (group) =>
            `${className[group]}: ${withoutSuch({ property, tables, notCounted, olderFrom }, group)}`,
        )),
    ...notCounted.slice(0, 1).flatMap((table) => row(table).map((text) => `Beside: ${text}`)),
  ];
}
