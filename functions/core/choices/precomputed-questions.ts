/** Answered beforehand, because most readers ask them: the default, the ready-made ones, one tap. */
import type { Dataset } from "../evidence/dataset.ts";
import { queryFromText } from "../question/read-question.ts";
import { choices } from "./choices.ts";

/** Canonical texts, sorted and without repeats. The default question is the empty text. */
export function precomputedQuestions(dataset: Dataset): string[] {
  const { canonical, choices: sheets } = choices(queryFromText("", dataset), dataset);
  const taps = Object.values(sheets).flat();
  return [...new Set([canonical, ...taps.map(({ query }) => query)])].sort();
}
