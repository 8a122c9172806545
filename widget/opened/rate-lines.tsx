/**
 * The outcome as a rate over time, called so, with its trials and what it assumes. Only the server
 * has it, unless the row itself was asked for as a rate.
 */
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { DetailWords } from "#presentation/words/contract/detail.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { rangeOf100, rateOf100, ratio } from "#presentation/words/rates.ts";
import { Mark } from "../views/mark.tsx";

interface Props {
  row: OutcomeComparison;
  strings: DrawnWords;
  words: DetailWords;
}

export function RateLines({ row, strings, words }: Props) {
  const { numbers, className } = strings;
  const rates = groups.flatMap((group) => {
    const { rate } = row.pools[group];
    return rate === null ? [] : [{ group, ...rate }];
  });
  if (rates.length === 0) return null;
  const between = row.contrasts[0]?.rate;
  const written = (value: number) => ratio(value, numbers);
  return (
    <section class="remarks">
      <h5>{words.rates}</h5>
      <ul>
        {rates.map(({ group, per100, interval: [low, high], n, studies }) => (
          <li key={group}>
            <Mark group={group} />{" "}
            {words.rateOf({
              group: className[group],
              rate: rateOf100(per100 / 100, 0, numbers),
              range: rangeOf100([low / 100, high / 100], numbers),
              n,
            })}
            {": "}
            {studies.map((study) => words.rateStudy(study)).join(", ")}
          </li>
        ))}
        {between && (
          <li>
            {words.rateRatio(
              written(between.ratio),
              written(between.ratioInterval[0]),
              written(between.ratioInterval[1]),
            )}
          </li>
        )}
        <li>{words.rateAssumes}</li>
      </ul>
    </section>
  );
}
