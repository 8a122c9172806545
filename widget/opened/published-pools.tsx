/** Results of meta-analyses for the outcome of the row, class by class, each with its source. */

import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import type { DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";
import { contrastOf, differencesOf } from "#presentation/words/published-in-words.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { NewTab } from "../views/links.tsx";
import { Mark } from "../views/mark.tsx";

interface Props {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
}

export function PublishedPools({
  row: { published },
  strings,
  words: { published: words, abbreviations },
}: Props) {
  // Not known, if the answer was made without the part of the script that has them.
  if (published === null) return null;
  const { numbers } = strings;
  const lines = therapyClasses.flatMap((group) =>
    published.pools[group].map((pool) => ({
      group,
      ...pool,
      differing: differencesOf(pool, words),
      ratio: contrastOf(pool, numbers),
    })),
  );
  const held = words.held(published.held, lines.length > 0);
  return (
    <section class="remarks published-pools">
      <h5>{words.heading}</h5>
      {lines.length > 0 && <p class="muted note">{words.note}</p>}
      {published.direction !== null && <p>{words.direction[published.direction]}</p>}
      <ul>
        {lines.map((pool) => (
          <li key={pool.group + pool.publication}>
            <Mark group={pool.group} />{" "}
            <span class="hidden">{strings.className[pool.group]}: </span>
            {pool.differing.length > 0 && `${pool.differing.join("; ")}: `}
            <strong>
              {words.rate(
                rateOf100(pool.estimate, 0, numbers),
                pool.interval && rangeOf100(pool.interval, numbers),
              )}
            </strong>
            {pool.ratio && `, ${words.contrast(pool.ratio)}`}
            {" – "}
            <NewTab href={pool.href}>{pool.citation}</NewTab>
            {" – "}
            <Abbreviated
              text={[
                words.size(pool.k),
                pool.searchedTo === null
                  ? numbers.plain(pool.year)
                  : words.searchedTo(pool.searchedTo),
                pool.bothClasses && words.bothClasses,
              ]
                .filter(Boolean)
                .join("; ")}
              names={abbreviations}
            />
            .{pool.agreement && ` ${words.agreement(pool.agreement.status)}`}
          </li>
        ))}
      </ul>
      {held !== null && <p class="muted note">{held}</p>}
    </section>
  );
}
