/**
 * The engine in the browser: the code and the compute set that the edge answers with, in chunks of
 * their own. It gives the digits of the edge, without sources and medians, which stay there.
 */

import { type Choices, choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import type { Beyond } from "#core/comparison/beyond.ts";
import { type Asked, begin, finish, isUnusual, rowOf } from "#core/comparison/compare.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { dataset } from "#core/dataset.ts";
import { byClass, byGroup } from "#core/evidence/grouping.ts";
import type { Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";
import { remembering } from "#core/remembering/remembering-model.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { FirstRow } from "#presentation/view/first-row.ts";
import { codeWords } from "#presentation/words/parts/codes.ts";
import { outcomeWithWords, withWords } from "#presentation/words/with-words.ts";
import { afterPaint, giveWay } from "./pauses.ts";

export interface Steps {
  signal: AbortSignal;
  /** The tag of what the answer says; English, unless said. */
  language?: string;
  /** The version that the answer has to agree with, if any. */
  answerVersion?: string | null;
  /** Outcomes to begin with. */
  first?: readonly string[];
  onRow?: (row: FirstRow) => void;
  /** How the browser gets its turn after each row; otherwise it paints after the first, and then may. */
  pause?: () => Promise<unknown>;
}

/** Data and code: answers of one version agree in every digit, wherever they come from. */
export const { answerVersion } = dataset;

/**
 * The whole answer, equal to `compare()` of the question in words, made one row after the other.
 * `null` where another version is asked for, and for what this view cannot ask; the edge says why.
 *
 * @throws AbortError when `signal` says so, before the next row.
 */
export async function answer(text: string, steps: Steps): Promise<Comparison | null> {
  if ((steps.answerVersion ?? answerVersion) !== answerVersion) return null;
  const { query, canonical } = read(text);
  if (query === null) return null;
  return inSteps(begin(query, dataset, await rulesFor(query), byClass, canonical), steps);
}

/** What a next question can be; `null` for what is no question. */
export function choicesAfter(text: string): Choices | null {
  const { query, canonical } = read(text);
  return query && choices(query, dataset, canonical);
}

/** What an answer for one patient takes besides; patients' values never leave the browser. */
export async function patientEngine(language: string) {
  const { computeForPatient } = await import("../patient-engine.ts");
  const words = await codeWords(language);
  return (text: string, patient: Patient) => computeForPatient(text, patient, words);
}

function read(text: string): Question {
  return questionOf(new URLSearchParams(text), dataset, { onlyClasses: true });
}

/** With the usual rules, `compare()` asks no more than this of what lies beyond them. */
const usual: Beyond = { model: () => remembering, askedSet: () => null, cautions: () => [] };

async function rulesFor(query: Query): Promise<Beyond> {
  if (!isUnusual(query)) return usual;
  return (await import("#core/remembering/remembered-pools.ts")).beyondRemembering;
}

async function inSteps(
  asked: Asked<TherapyClass>,
  { signal, language = "en", first = [], onRow, pause }: Steps,
): Promise<Comparison> {
  const { query, outcomes, groups } = asked;
  const words = await codeWords(language);
  const coded = { query, groups: groups.map(({ id }) => id) };
  const cohorts = byGroup(groups, (group) => group.cohorts.length);
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  const inTurn = [...outcomes].sort((a, b) => rank(a.id) - rank(b.id));
  const rows = new Map<string, ReturnType<typeof rowOf<TherapyClass>>>();
  for (const outcome of inTurn) {
    signal.throwIfAborted();
    const row = rowOf(outcome, asked);
    rows.set(outcome.id, row);
    onRow?.({ row: outcomeWithWords(roundDeep(row.answer), coded, words), query, cohorts });
    await (pause ?? (rows.size === 1 ? afterPaint : giveWay))();
  }
  signal.throwIfAborted();
  const whole = finish(
    asked,
    outcomes.flatMap(({ id }) => rows.get(id) ?? []),
  );
  return withWords(whole, words);
}
