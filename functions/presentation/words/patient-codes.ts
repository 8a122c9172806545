/** Words the question that describes a patient, and what trials report of such patients. */

import type { KindCount, KindElsewhere } from "#core/answer/note-values.ts";
import type { QuestionInstead } from "#core/answer/other-questions.ts";
import type { NotCountedReason } from "#core/others/subgroups.ts";
import type { ForPatient } from "#core/question/for-patient.ts";
import type { EarlierKind, EarlierKinds, Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import type { Range } from "#core/question/range.ts";
import type { ReasonWords } from "./codes.ts";
import {
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinWithConjunction,
  writeSentence,
} from "./sentences.ts";

/** Names each kind of earlier therapy after the word "after". */
const afterKind: Readonly<Record<EarlierKind, string>> = {
  adc: "an antibody–drug conjugate",
  bispecific: "a bispecific",
  "car-t": "CAR-T",
  gprc5d: "GPRC5D-directed therapy",
};

export const formatAge = (years: number | string) => `${years} years`;
/** Returns a number of lines. The last button of the form stands for five or more. */
export const formatPriorLines = (lines: number) =>
  lines === 5 ? "5+ lines" : formatCountWithNoun(lines, "line");

/** Returns a count such as `12 of 107`; `some` if the number was not reported. */
const formatCountOfTotal = ({ n, of }: Pick<KindCount, "n" | "of">) =>
  n === null ? "some" : `${n} of ${of}`;

const describeTargetDoubt = ({ kind, directed }: Pick<KindCount, "kind" | "directed">) =>
  directed || kind === "gprc5d" ? "" : noTarget;

/** Returns a kind of earlier therapy with its count, as in `CAR-T 12 of 107`. */
function describeTherapyKindCount(count: KindCount): string {
  const name = afterKind[count.kind].replace(/^an? /, "");
  return count.n === 0
    ? `no ${name}`
    : `${name} ${formatCountOfTotal(count)}${describeTargetDoubt(count)}`;
}

/**
 * Returns text such as "CAR-T 26 of 32, bispecific 8 of 32 (reported for 32 of 78 patients)", so that counts over some
 * of the patients are not read as counts over all; empty without any.
 *
 * @param patients The number of patients of the trial; `null` if it is not known.
 */
export function describeTherapyKindCountsOfTrial(
  kinds: readonly KindCount[],
  patients: number | null,
): string {
  const mostPatients = Math.max(0, ...kinds.map(({ of }) => of));
  const isOfSome =
    kinds.some(({ n }) => n !== null) && patients !== null && mostPatients < patients;
  const text = kinds.map(describeTherapyKindCount).join(", ");
  if (!isOfSome) return text;
  const reportedText = `reported for ${mostPatients} of ${patients} patients)`;
  return text.endsWith(")") ? `${text.slice(0, -1)}; ${reportedText}` : `${text} (${reportedText}`;
}

/** Returns text such as "7 of 20 had a bispecific". */
export function describeEarlierTherapyCounts(counts: readonly KindCount[]): string {
  return joinWithConjunction(
    counts.map(
      (count) =>
        `${formatCountOfTotal(count)} had ${afterKind[count.kind]}${describeTargetDoubt(count)}`,
    ),
  );
}

/**
 * Returns text such as "12 of 20 responded in ONE, where 7 of 20 had a bispecific". It avoids "of whom 7", which reads
 * as 7 of the responders.
 */
export function describeTrialNotCounted({
  label,
  printed,
  responders,
}: {
  readonly label: string;
  readonly printed: readonly KindCount[];
  readonly responders: { readonly events: number; readonly n: number } | null;
}): string {
  const counts = responders ? `${responders.events} of ${responders.n} responded in ` : "";
  return `${counts}${label}${printed.length > 0 ? `, where ${describeEarlierTherapyCounts(printed)}` : ""}`;
}

const noTarget = " (target not reported)";

/**
 * Returns text such as `No trial here is of patients after CAR-T alone; 12 such of 107 in ONE, 9 responded`.
 */
export function describeNoTrialAfterKind(
  kind: EarlierKind,
  elsewhere: readonly KindElsewhere[],
): string {
  const counts = elsewhere.map(({ trial, n, of, responders, directed }) => {
    const responded = responders === null ? "" : `, ${responders} responded`;
    return `${n === null ? "some" : n} such of ${of} in ${trial}${responded}${directed ? "" : noTarget}`;
  });
  return writeSentence(
    joinBySemicolons([`No trial here is of patients after ${afterKind[kind]} alone`, ...counts]),
  );
}

/** Returns the bounds of a group in words, as in "75 or older", "under 75", "4 or more lines", "3 lines". */
export function describeAgeOrLineBounds(property: string, { min, max }: Range): string {
  const isAge = property === "age";
  if (min === null)
    return isAge ? `under ${(max ?? 0) + 1}` : `up to ${formatCountWithNoun(max ?? 0, "line")}`;
  if (max === null) return isAge ? `${min} or older` : `${min} or more lines`;
  const ends = [...new Set([min, max])].join(" to ");
  return isAge ? ends : max === 1 ? "1 line" : `${ends} lines`;
}

export const afterBcma = {
  required: "all after BCMA therapy",
  some: "some after BCMA therapy",
  none: "none after BCMA therapy",
  unknown: "number after BCMA therapy not reported",
} as const;

/** States why a figure that its own source contradicts is never counted. */
export const contradictionText = "the source contradicts itself about this figure";

/** States why a subgroup is listed but not counted among those that match the question. */
export const notCountedTexts: ReasonWords<NotCountedReason> = {
  kinds: ({ kinds }) =>
    kinds.length === 0
      ? "kind not reported"
      : `of whom ${joinWithConjunction(
          kinds.map(
            ({ kind, n, with: others }) =>
              `${n ?? "some"} had ${joinWithConjunction([kind, ...(others ?? [])].map((name) => afterKind[name]))}${others?.length === 0 ? " only" : ""}`,
          ),
        )}`,
  lines: ({ range }) =>
    range === null
      ? "lines not reported"
      : `${range.min ?? 0} ${range.max === null ? "or more" : `to ${range.max}`} lines`,
  "earlier-therapy": ({ priorBcma }) => afterBcma[priorBcma],
  contradiction: () => contradictionText,
};

/** A question asks for trials after any of several kinds ("or"); a patient had each of them ("and"). */
type Joining = "or" | "and";

/** Returns text such as `after CAR-T or a bispecific`. */
export function describeAfterTherapyKinds(
  kinds: readonly EarlierKind[],
  joining: Joining = "or",
): string {
  return `after ${kinds.map((kind) => afterKind[kind]).join(` ${joining} `)}`;
}

/** Returns text such as "3 or more lines". */
export function describeAskedLines(lines: Query["lines"]): string {
  if (lines === "any") return "any number of lines";
  return lines === "3+" ? "3 or more lines" : formatCountWithNoun(Number(lines), "line");
}

export const ofAllPatients = "that of all patients";

/** Returns the question of the numbers, or why there is none. */
export function describeQuestionForPatient(
  { question, lines }: Pick<ForPatient, "question" | "lines">,
  patient: Omit<Patient, "age">,
): string {
  const { priorLines, priorBcma } = patient;
  if (question === null) return "Every trial here is of patients treated before.";
  if (priorLines === null && priorBcma === null) return ofAllPatients;
  return joinByCommas([
    describeAskedLines(lines),
    priorBcma?.length !== 0 && describeEarlierTherapyOfPatient(patient),
  ]);
}

/** Describes another question, for a patient whose earlier therapy is known. */
export function describeAlternativeQuestion({ change, lines }: QuestionInstead): string {
  const after = {
    later: "after such therapy",
    "any-kind": "after BCMA-directed therapy of any kind",
    without: "not after such therapy",
  }[change];
  return `${describeAskedLines(lines)}, ${after}`;
}

/** Returns text such as "of 32 with known therapy 26 had CAR-T", over each trial that is counted. */
export function describeTherapyCountsOfKnown(counts: readonly KindCount[]): string {
  const [first] = counts;
  if (!first) return "";
  const numbers = joinWithConjunction(
    counts.map(({ n, of }) => `of ${of} with known therapy ${n}`),
  );
  return `${numbers} had ${afterKind[first.kind]}`;
}

/** Returns the earlier therapy of a patient, as in "after CAR-T", "no BCMA or GPRC5D therapy before". */
export function describeEarlierTherapyOfPatient(
  { priorBcma }: Pick<Patient, "priorBcma">,
  joining?: Joining,
): string {
  if (priorBcma === null) return "";
  if (priorBcma === "some") return "after BCMA-directed therapy";
  return priorBcma.length === 0
    ? "no BCMA or GPRC5D therapy before"
    : describeAfterTherapyKinds(priorBcma, joining);
}

/**
 * Returns text such as "after earlier CAR-T", "after an earlier bispecific", which cannot be read as results of that
 * therapy.
 */
export function describeAfterEarlierTherapy(kinds: EarlierKinds): string {
  if (kinds === "some") return "after earlier BCMA therapy";
  if (kinds.length !== 1) return "after these earlier therapies";
  return describeAfterTherapyKinds(kinds).replace(/^after (an?)?\b ?/, (_, article?: string) =>
    article ? "after an earlier " : "after earlier ",
  );
}

/** States which earlier therapy the question assumes for a patient whose earlier therapy is not known. */
export function describeAssumedEarlierTherapy(kinds: EarlierKinds | null): string {
  return `earlier BCMA therapy: ${kinds === null ? "none" : describeEarlierTherapyOfPatient({ priorBcma: kinds }, "or")}`;
}
