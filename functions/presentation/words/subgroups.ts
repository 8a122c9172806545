/** Words of the results of single studies by the properties of their patients. */
import type { EarlierFit } from "#core/evidence/earlier-fit.ts";
import type { RefractoryAsked } from "#core/evidence/refractory-asked.ts";
import type { SubgroupTable } from "#core/others/subgroups.ts";
import type { BesideReason } from "#core/others/subgroups-of-patient.ts";
import type { EarlierKind, EarlierKinds } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { StudyWord } from "./arguments.ts";
import { sayReason } from "./codes.ts";
import { counted, joined } from "./counts.ts";
import { regimenName } from "./labels.ts";
import { toldBy, traitNames } from "./patient.ts";
import {
  afterBcma,
  afterKinds,
  beside,
  earlierOf,
  kindCounts,
  linesAsked,
  onlyHad,
} from "./patient-codes.ts";
import { shortRegion } from "./regions.ts";
import { joinedClauses, sentence } from "./sentences.ts";

/** `n`: its patients. */
type Enrolment = Pick<
  ComputeCohort,
  "ageRange" | "priorLinesRange" | "priorBcma" | "priorBcmaKinds" | "n"
>;

const ends = (what: string, range: Enrolment["ageRange"]) =>
  `${what} ${range ? [...new Set(range)].join(" to ") : "not reported"}`;

/** "CARTITUDE-4 (cilta-cel arm)": all arms of a trial took the same patients. */
const withoutArm = (label: string) => label.replace(/ \([^)]* arm\)$/, "");

export const reported = {
  by: {
    age: "By age",
    "prior-lines": "By prior lines",
    "prior-bcma": "By earlier BCMA-directed therapy of any kind",
    "cytogenetic-risk": "By cytogenetic risk",
    "extramedullary-disease": "By extramedullary disease",
    refractoriness: "By refractoriness",
    "extramedullary-burden": "By extramedullary tumour burden",
    "disease-compartment": "In the marrow and outside it",
    ferritin: "By ferritin",
    "renal-function": "By renal function",
    iss: "By stage (ISS or R-ISS)",
    frailty: "By frailty",
    race: "By race and ethnicity",
  } satisfies Record<SubgroupVariable, string>,
  /** How a study came to its patients. */
  evidence: {
    trial: "trial",
    "real-world": "real-world",
    unknown: "design not stated",
  } satisfies Record<NonNullable<SubgroupTable["study"]["evidence"]> | "unknown", string>,
  /** Beside a level: where its patients were treated, if not in a trial. */
  design: {
    trial: null,
    "real-world": "practice",
    unknown: "design not reported",
  } satisfies Record<NonNullable<SubgroupTable["study"]["evidence"]> | "unknown", string | null>,
  /** Above a column of numbers: what they are. */
  percent: (outcome: string) => `${outcome}, %`,
  months: (outcome: string) => `${outcome}, median months`,
  patients: (n: number) => counted(n, "patient"),
  /** The other levels of the same study. */
  others: (text: string) => `others ${text}`,
  /** Of a level whose patients are not simply some of those that the same question counts. */
  apartFrom: (patients: number, trial: string) => `reported apart from the ${patients} of ${trial}`,
  without: (wording: string) => `no ${wording}`,
  /** What a trial reports of whom it enrolled: "ages 33 to 78, prior lines 3 to 16, CAR-T 12 of 107". */
  enrolment: ({ ageRange, priorLinesRange, priorBcma, priorBcmaKinds, n }: Enrolment) =>
    [
      ends("ages", ageRange),
      ends("prior lines", priorLinesRange),
      kindCounts(priorBcmaKinds, n) || afterBcma[priorBcma],
    ].join(", "),
  /**
   * "After CAR-T: such patients in 1 of 2 trials that report it; where earlier therapy is known only 26 of 32
   * had CAR-T." Empty where there is no trial.
   *
   * @param unknown Kinds after which no trial in our data reports results.
   */
  earlier: (
    earlier: EarlierKinds,
    { counts, ofKinds }: EarlierFit,
    noun: StudyWord,
    unknown: readonly EarlierKind[],
  ) => {
    const { within, outside, "not-reported": open, all } = counts;
    if (all === 0) {
      return unknown.length === 0
        ? ""
        : `No trial in our data reports results ${afterKinds(unknown)}.`;
    }
    const said = earlierOf({ priorBcma: earlier }, "and");
    if (within + outside === 0) return sentence(`${said}: not known`);
    // That patients had each of two kinds does not tell whether one had both.
    const such =
      typeof earlier === "object" && earlier[1] ? "patients after each" : "such patients";
    return sentence(
      joinedClauses([
        `${said}: ${such} in ${toldBy(counts, noun)} that report it`,
        open > 0 && `not reported by ${open}`,
        onlyHad(ofKinds),
      ]),
    );
  },
  /** @param question "3+ prior lines, EU, after a bispecific" */
  none: (question: string, isReported: boolean) =>
    `No trial is counted for ${question}.${isReported ? " Single results stand below." : ""}`,
  linesUnknown: (lines: Query["lines"]) =>
    sentence(`lines not known: asked as ${linesAsked(lines)}`),
  /** Why a level stands beside such patients. */
  beside: (because: BesideReason) => sayReason(because, beside),
  /** Of all patients of the trials; the lowest and the highest. */
  medians: (range: string) => `median ages ${range} years`,
  /** Who asks for it: "Refractory to lenalidomide: CARTITUDE-4 required it."; empty if nobody is known to. */
  refractory: ({ trials, labels }: RefractoryAsked) => {
    const asking = joinedClauses([
      trials.length > 0 && `${joined(trials.map(withoutArm))} required it`,
      ...labels.map(
        ({ regions, ...regimen }) =>
          `the ${joined(regions.map(shortRegion))} label of ${regimenName(regimen)} asks for it`,
      ),
    ]);
    return asking && sentence(`${traitNames["lenalidomide-refractory"]}: ${asking}`);
  },
  nNotPrinted: "n not reported",
  effect: (effect: string, of: string, against: string) => `${effect}, ${of} against ${against}`,
};
