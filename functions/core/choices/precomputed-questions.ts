/** Precomputed, because most readers ask them: the ready-made ones, one tap, and pairs of taps. */
import type { Dataset } from "../evidence/dataset.ts";
import { parameterNames } from "../question/parameter-names.ts";
import { vocabulary } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";
import { canonicalQuery } from "../question/query-text.ts";
import { asked } from "../question/read-question.ts";
import { choices } from "./choices.ts";

/** The answers after a second tap on one of these sheets are precomputed, too. */
const pairedSheets = ["prior-lines", "age", "setting", "product", "evidence"] as const;

/** Canonical texts, sorted and without repeats. The default question is the empty text. */
export function precomputedQuestions(dataset: Dataset): string[] {
  const canonical = (query: Query) => canonicalQuery(query, dataset);
  const words = vocabulary(dataset);
  const initial = asked("", dataset);
  const { choices: taps } = choices(initial, dataset);
  const firstTaps = pairedSheets.flatMap((sheet) => taps[sheet]);
  const secondTaps = firstTaps.flatMap(({ query }) => {
    const { choices: next } = choices(asked(query, dataset), dataset);
    return pairedSheets.flatMap((sheet) => next[sheet]);
  });
  const questions = [
    canonical(initial),
    ...dataset.presets.map(({ query }) => canonical(query)),
    ...parameterNames.flatMap((name) =>
      words[name].map((word) => canonical(asked(`${name}=${word}`, dataset))),
    ),
    ...[...Object.values(taps).flat(), ...secondTaps].map(({ query }) => query),
  ];
  return [...new Set(questions)].sort();
}
