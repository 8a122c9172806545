/** One outcome in natural frequencies, for generalists who are not used to odds ratios. */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { lostCheck } from "../view/lost-check.ts";
import { isNotRepresented } from "../view/only-product.ts";
import { shownRate } from "../view/shown-numbers.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { publishedSentence } from "../words/published-in-words.ts";
import { differenceWords, rateOf100 } from "../words/rates.ts";
import { plainCertainty } from "./certainty.ts";
import { differenceOf, includesZero, nearZero } from "./contrast.ts";
import { missingSentence } from "./missing.ts";
import { namesOf } from "./names.ts";
import { ends } from "./numbers.ts";
import { publishedWords, titleOf } from "./outcome.ts";
import { line, paragraph, type Section } from "./parts.ts";
import { whatOf } from "./pool.ts";
import { numbersOnly, type References } from "./references.ts";

export function plainOutcomeSection(
  row: OutcomeComparison,
  comparison: Comparison,
  references: References,
  words: Catalogue,
): Section {
  return {
    heading: titleOf(row),
    blocks: [
      ...paragraph(
        ...groups.map((group) => rateLine(group, row, comparison, references, words)),
        ...differenceSentences(row, words),
      ),
      ...plainCertainty(row, words.brief),
      ...paragraph(publishedSentence(row, publishedWords(words), true)),
    ],
  };
}

function rateLine(
  group: TherapyClass,
  row: OutcomeComparison,
  comparison: Comparison,
  references: References,
  words: Catalogue,
) {
  const { k, n, studies } = row.pools[group];
  const cited = () => numbersOnly(studies.flatMap(({ citation }) => references.cite(citation)));
  const shown = shownRate(row.pools[group]);
  if (shown === null) {
    const text = missingSentence(group, row, comparison, words);
    return isNotRepresented(row.pools[group]) ? line(text, cited()) : line(text);
  }
  const { brief, screen } = words;
  const { numbers } = screen;
  const text = brief.plain.rate({
    name: namesOf(row, words)[group],
    rate: rateOf100(shown.estimate, 0, numbers),
    what: whatOf(row, brief),
    range: ends(shown.interval, numbers),
    cohorts: k,
    n,
  });
  return line(text, cited());
}

/**
 * Only the range of the difference: the two rounded rates above may not subtract to the rounded
 * difference.
 */
function differenceSentences(row: OutcomeComparison, words: Catalogue): string[] {
  const { analyses, brief, screen } = words;
  const difference = differenceOf(row);
  if (difference === null) return [];
  const { interval, between } = difference;
  const { range } = differenceWords(difference.value, interval, screen);
  const what = whatOf(row, brief);
  const names = namesOf(row, words);
  if (includesZero(interval)) return [brief.plain.unclear(what, range, names)];
  const more = interval[0] > 0 ? "car-t" : "bsab";
  const lost = lostCheck(difference.contrast, screen);
  return [
    brief.plain.more(more, what, range, names),
    ...(between === "pools" ? [] : [brief.contrast.between[between]]),
    ...nearZero(interval, brief.contrast),
    ...(lost ? [brief.plain.lost(analyses.checkName(lost.check), lost.there?.range ?? null)] : []),
  ];
}
