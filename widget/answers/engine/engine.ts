/** The same code and compute set as on the edge: the same digits. Only the edge has sources. */
import type { Comparison } from "#core/comparison/answer.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { countCohorts } from "#core/evidence/select.ts";
import type { Query } from "#core/question/query.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";
import { trials } from "#core/trials.ts";
import type { Steps } from "./in-steps.ts";

export { setLoader } from "./handed-loader.ts";

/** Version of data and code. Answers of one version have the same digits on the edge and here. */
export const { answerVersion } = trials;

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
  const { inSteps } = await import("./in-steps.ts");
  return inSteps(query, canonical, await datasetFor(query), steps);
}

/** Real-world series are loaded if asked for, or if a class is left without a trial. */
async function datasetFor(query: Query): Promise<Dataset> {
  const found = query.evidence === "trial" && countCohorts(query, trials);
  return found && found["car-t"] > 0 && found.bsab > 0
    ? trials
    : (await import("#core/dataset.ts")).dataset;
}

/** What is wrong with a question; `null` if nothing is. */
export const problemsOf = (text: string) => read(text).problems;

export async function choicesEngine() {
  return (await import("../local-choices.ts")).choicesFor;
}

/** Product by product. */
export const productEngine = () => import("../product-engine.ts");

function read(text: string): Question {
  return questionOf(new URLSearchParams(text), trials, { onlyClasses: true });
}
