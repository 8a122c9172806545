/**
 * Makes the text of an answer for one patient: whose answer it is, what is labelled, which groups of single studies are
 * such patients, how far the trials reach, and what may be asked instead.
 */
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { anyone, type PatientWithTraits } from "#core/question/patient.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import {
  describeGroupsOfOtherQuestions,
  describeReportedGroup,
} from "#presentation/views/patient-groups.ts";
import type { Screen } from "#presentation/views/screen.ts";
import type { GroupList, GroupsOfProperty } from "#presentation/views/select-groups.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import { makePatientView } from "#widget/patient-view.ts";
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
  ["", { age: 82, priorLines: 4, traits: ["frailty"], priorBcma: ["adc"] }],
  ["", { priorLines: 5, priorBcma: ["bispecific", "car-t"] }],
  ["target=any", { priorLines: 5, priorBcma: ["gprc5d"] }],
  ["", { priorLines: 2, priorBcma: ["car-t", "gprc5d"] }],
  ["", { priorLines: 5, priorBcma: ["car-t", "gprc5d"] }],
  ["availability=any", { age: 60, priorLines: 4, priorBcma: ["adc", "car-t"] }],
  // These patients were tried at the bedside, by their age and lines.
  ["", { age: 45, priorLines: 3 }],
  ["", { age: 64, priorLines: 4 }],
  ["", { age: 66, priorLines: 4, traits: ["extramedullary-disease"] }],
  ["", { age: 73, priorLines: 4 }],
  ["", { age: 74, priorLines: 4, priorBcma: [] }],
  ["", { age: 75, priorLines: 4 }],
  ["", { age: 60, priorLines: 3 }],
  ["", { age: 69, priorLines: 3, carTProducts: ["ide-cel"], priorBcma: ["car-t"] }],
  ["", { age: 90, priorLines: 5 }],
  ["availability=us", { age: 74, priorLines: 3, traits: ["lenalidomide-refractory"] }],
  ["availability=cn", { age: 74, priorLines: 4 }],
  ["availability=cn", { priorLines: 1 }],
  ["", { age: 78, priorLines: 3 }],
  ["", { age: 88, priorLines: 5 }],
  ["availability=eu", { age: 82, priorLines: 4, priorBcma: ["bispecific"] }],
  ["availability=eu", { age: 82, priorLines: 1 }],
  ["", { priorLines: 1, traits: ["refractoriness"] }],
  ["product=talquetamab&target=any", { priorLines: 2, priorBcma: ["car-t"] }],
  ["lines=1", { traits: ["cytogenetic-risk", "refractoriness"] }],
  ["product=talquetamab&target=any", { age: 82, priorLines: 5 }],
  // What was not stated is assumed from the question.
  ["lines=any", { age: 70 }],
  ["prior-bcma=car-t,bispecific&target=any", { age: 74 }],
  ["prior-bcma=any", { age: 70 }],
  // The label of one region asks for more than that of another, and sources contradict themselves.
  ["availability=eu", { priorLines: 1, traits: ["lenalidomide-refractory"] }],
  ["", { traits: ["renal-function"] }],
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
  const questionText = choosePatientQuestion(question, patient).question ?? question;
  const [screen, patientsView] = await Promise.all([
    read<Screen>(to("/v1/screen", questionText)),
    read<PatientsView>(to("/v1/screen/patients", questionText)),
  ]);
  const { view, forPatient } = makePatientView(question, patient, screen, patientsView);
  if (!forPatient) throw new Error("an answer to nobody");
  const {
    heading,
    labelled,
    groups,
    reach,
    question: sent,
    fit,
    patients: of,
    copied,
  } = forPatient;
  const isAsked = fit.question !== null;
  const offers = [...(isAsked ? of.offers : []), ...(view.leftOut?.offers ?? [])];
  return [
    `# ${question || "(the default question)"} ${JSON.stringify(traits)}`,
    [view.question.title, view.question.detail].filter(Boolean).join(" · "),
    heading,
    `${words.labelled(of.regions)} ${labelled
      .map(({ text }) => text)
      .join("")
      .trim()}`,
    words.assumed(patient, of.assumed),
    ...listGroupsInLines(groups),
    of.none,
    ...reach.map((text) => `Enrolment: ${text}`),
    view.verdict.lead,
    `Asked: ${[of.asked, of.filters].filter(Boolean).join(", ")}: ${sent}`,
    ...offers.map(({ label, query }) => `Offered: ${label} (${query})`),
    ...[...view.rows, ...((view.kind === "classes" && view.foldedRows) || [])].flatMap(
      ({ label, carried }) => (carried ? [`${label}: ${carried}`] : []),
    ),
    ...copied.long.map((text) => `Copied: ${text}`),
    ...copied.short.map((text) => `In three lines: ${text}`),
    ...(isAsked ? of.trials.map(({ label, text }) => `- ${label}: ${text}`) : []),
    "",
  ].filter((line, index, all) => line !== "" || index === all.length - 1);
}

/** Returns the groups that are such a patient, or nearest to it, as they are read. */
export function listGroupsInLines(groups: readonly GroupsOfProperty[]): string[] {
  return groups
    .flatMap((ofProperty) => [
      ...ofProperty.first.flatMap(listLines),
      ...ofProperty.further.flatMap(listLines).map((line) => `More: ${line}`),
      ofProperty.missing,
      describeGroupsOfOtherQuestions(ofProperty),
    ])
    .filter((line) => line !== "");
}

function listLines({ title, groups }: GroupList): string[] {
  return [`= ${title}`, ...groups.map(describeReportedGroup)];
}
