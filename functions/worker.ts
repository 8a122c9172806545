/** The entry point of the Worker: connects the bindings with the app. */
import { app } from "./app.ts";
import { dataset } from "./core/dataset.ts";
import { asked } from "./core/question/read-question.ts";
import { catalogue } from "./presentation/words/catalogue.ts";
import { makeComparison } from "./server/answers/make-comparison.ts";

/*
 * Computes one answer while the isolate starts, which does not count as CPU time of a request. The
 * code is warmed up and the pools of the default question are cached, so that the first answer to
 * be computed takes no longer than later ones.
 */
JSON.stringify(makeComparison(asked("", dataset), catalogue));

export default app;
