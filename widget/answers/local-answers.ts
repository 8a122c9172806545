/**
 * Answers that are computed on this device. No part of the first view: it comes right after it, and
 * fetches the engine when the browser is idle, or when somebody needs it.
 */

import type { Choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import type { Patient } from "#core/question/patient.ts";
import { whenIdle } from "../page/when-idle.ts";
import { SourceError } from "./client.ts";
import { part } from "./load-part.ts";
import { type LocalEngine, localEngine, readyEngine, sparesData } from "./local-engine.ts";
import type { Answer, OnScreen } from "./source.ts";

export { loadRelaxed, relaxedIn } from "#presentation/words/parts/relaxed.ts";
export { visibleRows } from "../page/visible-rows.ts";
export { copiedTable } from "../views/copied-table.ts";
export { Relax } from "../views/relax.tsx";
export { withSourcesOf } from "./patient-sources.ts";

/** How the engine is come by: what is here, and what has to be loaded. */
export interface Engines {
  ready: () => LocalEngine | null;
  load: () => Promise<LocalEngine | null>;
}

const own: Engines = {
  ready: readyEngine,
  load: async () => (sparesData() ? null : localEngine()),
};

/**
 * The answer of the engine; `null` where it is not here, of another version than the answer on screen,
 * or too new for this browser: the edge can answer all the same. An open page must not show one
 * question by old data and the next by new.
 */
export async function answerHere(
  query: string,
  signal: AbortSignal,
  onScreen: OnScreen,
  { ready }: Engines = own,
): Promise<Answer | null> {
  // Before the first answer there is no version to agree with.
  if (onScreen.answerVersion === null) return null;
  return answerBy(ready(), query, signal, onScreen, navigator.onLine === false);
}

/** As {@link answerHere}, fetching the engine if it can be had: nobody else can answer. */
export async function answerHereAtLast(
  query: string,
  signal: AbortSignal,
  onScreen: OnScreen,
  { ready, load }: Engines = own,
): Promise<Answer | null> {
  const engine = ready() ?? (await load().catch(() => null));
  return answerBy(engine, query, signal, onScreen, true);
}

/** What a next question can be, where the edge cannot be reached. */
export async function choicesAtLast(
  query: string,
  { ready, load }: Engines = own,
): Promise<Choices | null> {
  const engine = ready() ?? (await load());
  return engine?.choicesAfter(query) ?? null;
}

async function answerBy(
  engine: LocalEngine | null,
  query: string,
  signal: AbortSignal,
  onScreen: OnScreen,
  cutOff: boolean,
): Promise<Answer | null> {
  const comparison = await engine?.answer(query, { signal, ...onScreen }).catch(() => null);
  signal.throwIfAborted();
  return comparison ? { comparison, onDevice: { cutOff } } : null;
}

/**
 * Once the browser is idle, loads the engine and has it answer the question on screen, a row at a
 * time: the next answer then comes from code that has run and from fits that are known.
 */
export async function prepareEngine(
  query: string,
  answerVersion: string,
  language: string,
  signal: AbortSignal,
): Promise<Answer | null> {
  if (sparesData()) return null;
  await whenIdle();
  signal.throwIfAborted();
  const { answer } = await localEngine();
  const comparison = await answer(query, {
    signal,
    answerVersion,
    language,
    pause: whenIdle,
  });
  return comparison && { comparison, onDevice: { cutOff: false } };
}

const patientEngine = part(async (language) => (await localEngine()).patientEngine(language));

/**
 * The answer for one patient: what is known of the patient goes nowhere else. Loaded whatever the
 * connection, because the reader asked for it.
 *
 * @throws SourceError When the engine cannot be loaded or the question is none.
 */
export async function answerForPatient(
  query: string,
  patient: Patient,
  language: string,
): Promise<Comparison> {
  const computeForPatient = await patientEngine(language);
  try {
    return computeForPatient(query, patient);
  } catch (error) {
    // The engine, which is built by itself, has a class of its own for the same.
    throw isSourceError(error) ? new SourceError(error.failure) : error;
  }
}

function isSourceError(error: unknown): error is SourceError {
  return error instanceof Error && error.name === "SourceError";
}
