/**
 * Decides who answers. The edge gives the first answer. From then on the engine on this device does,
 * once it is here and of the same version as the answer on screen. On a mismatch, and for what the
 * engine does not understand, the edge goes on answering. Where the edge cannot be reached, the
 * engine is fetched if it can be had.
 */
import { failureOf } from "./client.ts";
import { part } from "./load-part.ts";
import { type Answer, type AnswerSource, type Edge, edgeOf } from "./source.ts";

type Local = typeof import("./local-answers.ts");

let local: Local | null = null;

/** What answers here, as soon as it is there. */
export const loadLocal = part(async (): Promise<Local> => {
  local = await import("./local-answers.ts");
  return local;
});

export const readyLocal = (): Local | null => local;

/** An answer, once the ways out of it are here, should a class be empty. */
export async function withWaysOut(answer: Answer, language: string): Promise<Answer> {
  await waysOut(answer.comparison.selection, language);
  return answer;
}

/** Loads them with their words. Where that fails the answer is shown without. */
export async function waysOut(
  { relax }: { relax: readonly unknown[] },
  language: string,
): Promise<unknown> {
  return (
    relax.length > 0 &&
    loadLocal().then(
      (here) => here.loadRelaxed(language),
      () => null,
    )
  );
}

export function edgeOrDevice(edge: Edge, ready = readyLocal, load = loadLocal): AnswerSource {
  return {
    cited: edge.ask,
    choices: (query, signal) =>
      orHere(edge.choices(query, signal), signal, (local) => local.choicesAtLast(query)),
    async answer(query, signal, onScreen) {
      const known = edge.known(query) ?? (await ready()?.answerHere(query, signal, onScreen));
      if (known) return known;
      return orHere(edge.ask(query, signal), signal, (local) =>
        local.answerHereAtLast(query, signal, onScreen),
      );
    },
  };

  /** What the edge says or, where it cannot be reached, this device. */
  async function orHere<T>(
    asked: Promise<T>,
    signal: AbortSignal,
    here: (local: Local) => Promise<T | null>,
  ): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (signal.aborted || failureOf(error).kind === "refused") throw error;
      const local = await load().catch(() => null);
      const answer = local && (await here(local).catch(() => null));
      if (answer) return answer;
      throw error;
    }
  }
}

/** @param base Origin of the installation whose edge is asked. */
export function answerSource(base: string, language?: string): AnswerSource {
  return edgeOrDevice(edgeOf(base, language));
}
