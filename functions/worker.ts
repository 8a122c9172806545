/** The Worker's entry: bindings in, app out. */
import { comparisonJson } from "./api/make-comparison.ts";
import { app } from "./app.ts";
import { asked } from "./comparison/precomputed-questions.ts";
import { dataset } from "./dataset.ts";

/*
 * One answer while the isolate starts, which no request is charged for: the code has run once and the
 * usual pools are remembered, so that the first answer that has to be computed costs as little as others.
 */
comparisonJson(asked("", dataset));

export default app;
