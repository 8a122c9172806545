/** The words that a device says its own answers with: these parts alone, for the size of its engine. */
import { byName } from "./analyses.ts";
import { codes } from "./codes.ts";
import { drawn } from "./drawn.ts";
import { published } from "./published.ts";
import { collected } from "./report/cohorts.ts";

export const answerWords = {
  codes,
  screen: drawn,
  detail: { published },
  analyses: { byName },
  report: { collected },
};
