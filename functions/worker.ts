/** The Worker's entry: bindings in, app out. */

import { app } from "./app.ts";
import { dataset } from "./core/dataset.ts";
import { asked } from "./core/question/read-question.ts";
import { english } from "./presentation/words/catalogues.ts";
import { comparisonJson } from "./server/answers/make-comparison.ts";

/*
 * One answer while the isolate starts, which no request is charged for: the code has run once and the
 * usual pools are remembered, so that the first answer that has to be computed costs as little as others.
 */
comparisonJson(asked("", dataset), english);

export default app;
