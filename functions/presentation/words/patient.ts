/** The form for one patient, and what it leads to, in English. */
import type { Bound, FitCounts, PatientFit } from "#core/evidence/eligibility.ts";
import type { PatientProperty } from "#core/others/near-patient.ts";
import {
  isDividing,
  type OwnPatient,
  type Patient,
  type PatientNumber,
  type Trait,
} from "#core/question/patient.ts";
import type { StudyWord } from "./arguments.ts";
import { classAdjective } from "./class-names.ts";
import { counted } from "./counts.ts";
import { ageOf, earlierOf, linesOf } from "./patient-codes.ts";
import { joinedClauses, sentence, withCommas, withSpaces } from "./sentences.ts";

/** In a sentence; with a capital letter on buttons. */
export const traitNames = {
  "extramedullary-disease": "extramedullary disease",
  "cytogenetic-risk": "high-risk cytogenetics",
  "renal-function": "creatinine clearance below 45",
  refractoriness: "triple-class refractory disease",
  "lenalidomide-refractory": "refractory to lenalidomide",
  frailty: "frailty",
} satisfies Record<Trait, string>;

/** What the first line says of the question, the same for every patient. */
export interface OfQuestion {
  readonly noun: StudyWord;
  /** That no trial is counted, where none is; else empty. */
  readonly none: string;
  /** What trials report of earlier therapy, for a patient who had none, and for one who had that of the question. */
  readonly earlier: { readonly none: string; readonly had: string };
  /** Who asks for disease refractory to lenalidomide; empty if no trial and no label is known to. */
  readonly refractory: string;
  /** As what a patient is asked whose number of lines is not known. */
  readonly linesUnknown: string;
  /** That no regimen of a class is labelled where it was asked, which no class number would tell; else empty. */
  readonly unlabelled: string;
  /** Of which properties studies report groups, which stand below. */
  readonly reported: readonly { readonly property: PatientProperty["name"] }[];
}

export const patient = {
  /** Below the form, and below the answer. */
  asked: (question: string) =>
    `Only the question is sent (${question}). Age and the rest stay on this device.`,
  /** In short, above the question. */
  chip: (own: Patient) => ["Patient", numbersOf(own).join(", ")].filter(Boolean).join(": "),
  /**
   * What else was said, of the patient and of the question; if nothing was, that no number leaves the device.
   */
  about: ({ traits, ...own }: OwnPatient, filters: string) =>
    withCommas([earlierOf(own), ...traits.map((name) => traitNames[name]), filters]) ||
    "stays on this device",
  /**
   * The first line: what was judged of the patient, by what trials of the table report. Its numbers add up.
   */
  fit: (
    { ranges }: Pick<PatientFit, "ranges">,
    patient: OwnPatient,
    { noun, none, earlier, refractory, linesUnknown, unlabelled, reported }: OfQuestion,
  ) => {
    const isOfRanges = isTold(ranges.counts);
    // What was said, and what no trial was judged by.
    const unjudged = patient.traits.filter((trait) => isDividing(trait) || !refractory);
    const isBelow = (trait: Trait) => reported.some(({ property }) => property === trait);
    const below = unjudged.filter(isBelow).map((trait) => traitNames[trait]);
    const unknown = [
      ...numbersOf(patient, isOfRanges ? ranges.unjudged : undefined),
      ...unjudged.filter((trait) => !isBelow(trait)).map((trait) => traitNames[trait]),
    ];
    return withSpaces([
      none,
      isOfRanges && rangesFit(ranges, patient, noun),
      patient.priorBcma && (patient.priorBcma.length > 0 ? earlier.had : earlier.none),
      !patient.traits.every(isDividing) && refractory,
      ranges.counts.all > 0 &&
        below.length > 0 &&
        sentence(`${below.join(", ")}: not known; groups below`),
      ranges.counts.all > 0 && unknown.length > 0 && sentence(`${unknown.join(", ")}: not known`),
      patient.priorLines === null && linesUnknown,
      unlabelled,
    ]);
  },
  /** Before the verdict, and where there is none above the numbers. */
  all: "All patients of these trials",
  reported: {
    /**
     * Above what was reported of such patients, by what was said of the patient.
     * @param outcome "Response"; `undefined` where nothing was
     */
    title: (property: PatientProperty, outcome: string | undefined) =>
      outcome === undefined
        ? `Reported of ${groupOf(property)}`
        : `${outcome}: ${groupOf(property)}`,
    /**
     * Of a class without a group of such patients.
     * @param olderFrom the age in years at which its first older group begins; `Infinity` without one
     */
    none: ({ name, value }: PatientProperty, olderFrom: number) =>
      name === "age"
        ? `no group near ${value} reported for this question${olderFrom < Infinity ? `, but one from ${olderFrom}` : ""}`
        : "no such group reported",
    /** Of a class whose groups have other outcomes than that of the table, or stand beside. */
    elsewhere: "no such group counted here",
    onlyOlder: "Only older groups are reported; read all patients.",
  },
};

/** Whether at least one trial reports enough to tell that the patient lies within or outside. */
const isTold = ({ within, outside }: FitCounts) => within + outside > 0;

/** "82 years: within what is reported by 2 of 6 trials; in no CAR-T trial (oldest 78)." */
function rangesFit(
  { judged, counts, missing, without }: PatientFit["ranges"],
  patient: Patient,
  noun: StudyWord,
): string {
  const said = numbersOf(patient, judged).join(" and ");
  const open = missing.map((name) => (name === "age" ? "ages" : "lines")).join(" or ");
  return sentence(
    joinedClauses([
      `${said}: within what is reported by ${toldBy(counts, noun)}`,
      ...without.map((one) => `in no ${classAdjective[one.group]} ${noun}${boundIn(one.bound)}`),
      open && `${open} not reported by ${counts["not-reported"]}`,
    ]),
  );
}

/** "2 of 6 trials", of those that report it. */
export function toldBy({ within, outside }: FitCounts, noun: StudyWord): string {
  return `${within || "none"} of ${counted(within + outside, noun)}`;
}

function boundIn(bound: Bound | null): string {
  if (bound === null) return "";
  const { of, end, value } = bound;
  if (of === "age") return ` (${end === "most" ? "oldest" : "youngest"} ${value})`;
  return ` (at ${end} ${counted(value, "line")})`;
}

const sayNumber = (name: PatientNumber, value: number) =>
  name === "age" ? ageOf(value) : linesOf(value);

/** "82 years", "5+ lines" */
function numbersOf(
  patient: Pick<Patient, PatientNumber>,
  names: readonly PatientNumber[] = ["age", "priorLines"],
): string[] {
  return names.flatMap((name) => {
    const value = patient[name];
    return value === null ? [] : sayNumber(name, value);
  });
}

function groupOf({ name, value }: PatientProperty): string {
  if (name === "age") return `groups near ${ageOf(value)}`;
  if (name === "prior-lines") return `groups near ${linesOf(value)}`;
  if (name === "prior-bcma") return `patients ${earlierOf({ priorBcma: value })}`;
  return `patients with ${traitNames[name]}`;
}
