/**
 * The engine in the browser: the same code and compute set as on the edge, in chunks of their own.
 * It computes the same digits. Sources and medians are missing; `printed-medians.ts` adds
 * the medians, and only the edge has the sources.
 */

import type { Comparison } from "#core/comparison/answer.ts";
import { aboveIn, chained } from "#core/comparison/chains.ts";
import { type Asked, begin, finish, rowOf } from "#core/comparison/compare.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { dataset } from "#core/dataset.ts";
import { byClass, byGroup } from "#core/evidence/grouping.ts";
import type { Patient } from "#core/question/patient.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { FirstRow } from "#presentation/view/first-row.ts";
import { outcomeWithWords, withWords } from "#presentation/words/with-words.ts";
import { codes } from "#words/codes.ts";
import { afterPaint, giveWay } from "./pauses.ts";

export { setLoader } from "./handed-loader.ts";

export interface Steps {
  signal: AbortSignal;
  /** If given, the answer must have this version. */
  answerVersion?: string | null;
  /** Outcomes to compute first. */
  first?: readonly string[];
  onRow?: (row: FirstRow) => void;
  /**
   * Called after each row to let the browser work. By default the browser paints after the first
   * row, and after the others it may.
   */
  pause?: () => Promise<unknown>;
}

/** Version of data and code. Answers of one version have the same digits on the edge and here. */
export const { answerVersion } = dataset;

/**
 * The whole answer, equal to `compare()` with words, computed row by row. `null` if another version
 * is required or if this view does not support the question; the edge then gives the reason.
 *
 * @throws AbortError when `signal` is aborted, before the next row.
 */
export async function answer(text: string, steps: Steps): Promise<Comparison | null> {
  if ((steps.answerVersion ?? answerVersion) !== answerVersion) return null;
  const { query, canonical } = read(text);
  if (query === null) return null;
  // Apart, because most readers change nothing: it is as large as all else that computes.
  const { beyondRemembering } = await import("#core/remembering/remembered-pools.ts");
  return inSteps(begin(query, dataset, beyondRemembering, byClass, canonical), steps);
}

/** What is wrong with a question; `null` if nothing is. */
export const problemsOf = (text: string) => read(text).problems;

/** Loads the code that finds the choices for the next question. */
export async function choicesEngine() {
  return (await import("../local-choices.ts")).choicesFor;
}

/**
 * Loads the code that computes the answer for one patient. The patient's values never leave the
 * browser.
 */
export async function patientEngine() {
  const { computeForPatient } = await import("../patient-engine.ts");
  return (text: string, patient: Patient) => computeForPatient(text, patient, codes);
}

function read(text: string): Question {
  return questionOf(new URLSearchParams(text), dataset, { onlyClasses: true });
}

async function inSteps(
  asked: Asked<TherapyClass>,
  { signal, first = [], onRow, pause }: Steps,
): Promise<Comparison> {
  const { query, outcomes, groups } = asked;
  const coded = { query, groups: groups.map(({ id }) => id) };
  const cohorts = byGroup(groups, (group) => group.cohorts.length);
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  const inTurn = [...outcomes].sort((a, b) => rank(a.id) - rank(b.id));
  const rows = new Map<string, ReturnType<typeof rowOf<TherapyClass>>>();
  const compute = (outcome: Outcome) => {
    const row = rowOf(outcome, asked);
    rows.set(outcome.id, row);
    return row;
  };
  for (const outcome of inTurn) {
    const above = aboveIn(outcome.id, dataset.outcomes);
    // A row says how it stands to those above it in its chain, and must not change when they come.
    for (const one of outcomes.filter(({ id }) => above.includes(id) && !rows.has(id))) {
      signal.throwIfAborted();
      compute(one);
      await (pause ?? giveWay)();
    }
    signal.throwIfAborted();
    const { answer } = rows.get(outcome.id) ?? compute(outcome);
    const answers = [...rows.values()].map((row) => row.answer);
    const row = roundDeep(chained(answer, answers, asked));
    onRow?.({ row: outcomeWithWords(row, coded, codes), query, cohorts });
    await (pause ?? (outcome === inTurn[0] ? afterPaint : giveWay))();
  }
  signal.throwIfAborted();
  const whole = finish(
    asked,
    outcomes.flatMap(({ id }) => rows.get(id) ?? []),
  );
  return withWords(whole, codes);
}
