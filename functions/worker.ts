/** Starts the Worker: connects the bindings with the app. */
import { app } from "./app.ts";
import { dataset } from "./core/dataset.ts";
import { parseQueryTextOrThrow } from "./core/question/parse-query.ts";
import { answerInFull } from "./server/answers/compute/full-answer.ts";
import { renderOpenedRowJson, renderScreenJson } from "./server/answers/render/answers.ts";

/*
 * Computes one answer and renders what the element asks of it while the isolate starts, which does not
 * count as CPU time of a request. The code is warmed up and the pools of the default question are
 * cached, so that the first request takes no longer than later ones.
 */
const query = parseQueryTextOrThrow("", dataset);
const answer = answerInFull(query, "");
const returnDefaultAnswer = async () => answer;
await renderScreenJson(query, "", returnDefaultAnswer);
for (const outcome of dataset.outcomes.slice(0, 1)) {
  await renderOpenedRowJson(query, outcome, "", returnDefaultAnswer);
}

export default app;
