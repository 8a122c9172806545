/**
 * Decides whether the edge or the engine on this device answers. The edge gives the first answer.
 * After that the engine answers, once it is loaded and has the same version as the answer on
 * screen. If the version differs, or if the engine does not support the question, the edge still
 * answers. If the edge cannot be reached, the engine is loaded if possible.
 */
import { failureOf } from "./client.ts";
import {
  type AfterFirstView,
  loadAfterFirstView,
  readyAfterFirstView,
} from "./load-after-first-view.ts";
import { type AnswerSource, type Edge, edgeOf } from "./source.ts";

/** What computes answers on this device. */
type Local = Pick<AfterFirstView, "answerHere" | "answerHereAtLast" | "choicesAtLast">;

export function edgeOrDevice(
  edge: Edge,
  ready: () => Local | null = readyAfterFirstView,
  load: () => Promise<Local> = loadAfterFirstView,
): AnswerSource {
  return {
    cited: edge.ask,
    ofPatient: edge.ofPatient,
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

  /** The answer of the edge or, if the edge cannot be reached, of this device. */
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
      const answer = local && (await here(local).catch(onlyRefused));
      if (answer) return answer;
      throw error;
    }
  }
}

/** What is wrong with the question is said, whoever finds it. */
function onlyRefused(error: unknown): null {
  if (failureOf(error).kind === "refused") throw error;
  return null;
}

/** @param base Address of the installation whose edge is used. */
export function answerSource(base: string): AnswerSource {
  return edgeOrDevice(edgeOf(base));
}
