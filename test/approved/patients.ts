/** What is said of one patient: whose answer it is, which trials enrolled such patients, what may be asked instead. */
import { questionForPatient } from "#core/question/for-patient.ts";
import { anyone, type OwnPatient } from "#core/question/patient.ts";
import type { Patients } from "#presentation/statement/patients.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { viewForPatient } from "#widget/patient.ts";
import { read, to } from "../support/in-process.ts";

/** Each with the question that was on screen. */
export const patients: readonly (readonly [question: string, patient: Partial<OwnPatient>])[] = [
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
  // Nobody studied them.
  ["", { priorLines: 1, priorBcma: ["car-t"] }],
  ["", { priorLines: 2, priorBcma: ["car-t"] }],
  ["compare=product", { age: 82, priorLines: 0 }],
  ["", { age: 73, priorLines: 0, priorBcma: ["car-t"] }],
  // Filters of the question that leave no trial.
  ["age=110-&exclude=karmma-3-ide-cel&product=anito-cel", { priorLines: 2 }],
];

export async function patientLines(
  question: string,
  given: Partial<OwnPatient>,
): Promise<readonly string[]> {
  const patient = { ...anyone, ...given };
  const held = questionForPatient(question, patient).held ?? question;
  const [screen, known] = await Promise.all([
    read<Screen>(to("/v1/screen", held)),
    read<Patients>(to("/v1/screen/patients", held)),
  ]);
  const { view, forPatient } = viewForPatient(question, patient, screen, known);
  if (!forPatient) throw new Error("an answer to nobody");
  const { heading, asked, fit } = forPatient;
  const offers = [...fit.offers, ...(view.empty?.offers ?? [])];
  return [
    `# ${question || "(the default question)"} ${JSON.stringify(given)}`,
    [view.question.title, view.question.detail].filter(Boolean).join(" · "),
    heading,
    view.verdict.lead,
    `Asked: ${asked}: ${fit.text}`,
    ...offers.map(
      (offer) => `Offered: ${"text" in offer ? offer.text : offer.label} (${offer.query})`,
    ),
    ...fit.trials.flatMap((parts) => parts.map(({ label, text }) => `- ${label}: ${text}`)),
    "",
  ];
}
