/** Answers on this device: loaded after the first view; the engine when idle or needed. */
import type { Choices } from "#core/choices/choices.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { siteOf } from "../page/site-of.ts";
import { sparesData } from "../page/spares-data.ts";
import { surroundings } from "../page/surroundings.ts";
import { whenIdle } from "../page/when-idle.ts";
import { loadContent } from "../sheets/load-content.ts";
import type { Loaded } from "../store.ts";
import { SourceError } from "./client.ts";
import { type LocalEngine, localEngine, readyEngine } from "./local-engine.ts";
import { ofClasses } from "./ordered-query.ts";
import { askRecall, isUnreached } from "./recall.ts";
import type { Answer, OnScreen } from "./source.ts";
import { allSubgroups } from "./subgroups.ts";

export { loadByProduct } from "./load-by-product.ts";
export { forPatient } from "./patient-answer.ts";

/** Access to the engine: `ready` if it is loaded already, `load` to load it. */
export interface Engines {
  ready: () => LocalEngine | null;
  load: () => Promise<LocalEngine | null>;
}

const site = siteOf(import.meta.url);

const own: Engines = {
  ready: readyEngine,
  load: async () => (sparesData() ? null : localEngine()),
};

/**
 * The answer of the engine. `null` if the engine is not loaded, has another version than the answer
 * on screen, or does not run in this browser; the edge can answer instead. The version must match,
 * because an open page must not answer one question with old data and the next with new data.
 */
export async function answerHere(
  query: string,
  signal: AbortSignal,
  onScreen: OnScreen,
  { ready }: Engines = own,
): Promise<Answer | null> {
  // Before the first answer there is no version to compare with.
  if (onScreen.answerVersion === null) return null;
  const cutOff = isUnreached();
  // For the next answer; this one does not wait.
  if (cutOff) askRecall();
  return answerBy(ready(), query, signal, onScreen, cutOff);
}

/** @throws SourceError that says what is wrong with the question, as the edge would. */
export async function answerHereAtLast(
  query: string,
  signal: AbortSignal,
  onScreen: OnScreen,
  { ready, load }: Engines = own,
): Promise<Answer | null> {
  const engine = ready() ?? (await load().catch(() => null));
  const problems = engine?.problemsOf(query);
  if (problems) {
    const details = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
    throw new SourceError({ kind: "refused", details });
  }
  return answerBy(engine, query, signal, onScreen, true);
}

/** The choices for the next question if the edge cannot be reached. */
export async function choicesAtLast(
  query: string,
  { ready, load }: Engines = own,
): Promise<Choices | null> {
  const engine = ready() ?? (await load());
  const choicesFor = await engine?.choicesEngine();
  return choicesFor?.(query) ?? null;
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
 * Loads the engine once the browser is idle and computes the question on screen, row by row. The
 * next answer is then fast, because the code has run once and the model fits are in the cache.
 *
 * @returns what is on screen with its answer, if the page contained only the view
 */
export async function prepared(
  before: Loaded,
  strings: DrawnWords,
  signal: AbortSignal,
): Promise<Loaded | null> {
  const maker = await surroundings.viewMaker();
  await whenIdle();
  signal.throwIfAborted();
  const { answer, choicesEngine, productEngine } = await localEngine();
  const { answerVersion } = before.view;
  const comparison = await answer(ofClasses(before.asked), {
    signal,
    answerVersion,
    pause: whenIdle,
  });
  // Sheets shall open without a connection, too. What fails here is asked for when it is wanted.
  await Promise.allSettled([choicesEngine(), loadContent(), allSubgroups(site), productEngine()]);
  if (!comparison || before.comparison) return null;
  const view = { ...before.view, ...maker.view(comparison, strings) };
  return { ...before, view, comparison, onDevice: { cutOff: false } };
}
