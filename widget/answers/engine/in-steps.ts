/** An answer row by row: the part of the engine with all models, loaded with the first one. */
import type { Comparison } from "#core/comparison/answer.ts";
import { aboveIn, chained } from "#core/comparison/chains.ts";
import { begin, finish, includedIn, rowOf } from "#core/comparison/compare.ts";
import { roundDeep } from "#core/comparison/round.ts";
import { completed, completedRow } from "#core/complete.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { byClass, byGroup } from "#core/evidence/grouping.ts";
import { onScreen } from "#core/on-screen.ts";
import type { Query } from "#core/question/query.ts";
import { rememberingModels } from "#core/remembering/remembering-models.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { FirstRow } from "#presentation/statement/row.ts";
import { outcomeWithWords, withWords } from "#presentation/words/with-words.ts";
import { answerWords } from "#words/answer-words.ts";

/** Timeout for the next frame, because hidden pages have no frames. */
const longestFrameMilliseconds = 100;

export interface Steps {
  signal: AbortSignal;
  /** If given, the answer must have this version. */
  answerVersion?: string | null;
  /** Outcomes to compute first. */
  first?: readonly string[];
  onRow?: (row: FirstRow) => void;
  /** Lets the browser work after each row; by default it paints after the first. */
  pause?: () => Promise<unknown>;
}

/** @throws AbortError when `signal` is aborted, before the next row. */
export async function inSteps(
  question: Query,
  canonical: string,
  dataset: Dataset,
  { signal, first = [], onRow, pause }: Steps,
): Promise<Comparison> {
  const additions = onScreen(dataset, rememberingModels);
  const asked = begin(question, dataset, rememberingModels, byClass, canonical);
  const { query, outcomes, groups } = asked;
  const answered = {
    query,
    groups: groups.map(({ id }) => id),
    selection: { included: includedIn(groups) },
  };
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
    const whole = completedRow(row, answered, additions);
    onRow?.({ row: outcomeWithWords(whole, answered, answerWords), query, cohorts });
    await (pause ?? (outcome === inTurn[0] ? afterPaint : giveWay))();
  }
  signal.throwIfAborted();
  const whole = finish(
    asked,
    outcomes.flatMap(({ id }) => rows.get(id) ?? []),
  );
  return withWords(completed(whole, additions), answerWords);
}

/** Resolves when what was drawn is on the screen. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestFrameMilliseconds);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // The callback runs before the frame is painted; a task runs after it.
      void giveWay().then(resolve);
    });
  });
}

/** `scheduler.yield()` would delay a frame that is due, and a timer waits 4 ms or more. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
