/** What a product achieved, trial by trial: the counts of an answer, never a sum of them. */

import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { type ClassAnswer, compareWithSources } from "../../answers/class-answer.ts";
import { outcomeLabel } from "../../answers/outcome-names.ts";
import type { ProductFacts } from "./statements.ts";

const counted = ["orr", "vgpr", "cr", "crs-3", "icans", "infection-3"] as const;
const { numbers } = catalogue.screen;
const { followed } = catalogue.detail;

export type Achieved = ReturnType<typeof achievedBy>;

interface Cell {
  /** `97 %`, `11.3 months` */
  number: string;
  /** `94 of 97`, `68 of 128 at 24.8-month follow-up` */
  count: string;
}

/** Every trial of the product, whatever its patients had before and wherever it is approved. */
export function achievedBy({ slug, therapyClass }: ProductFacts) {
  const question = `product=${slug}&lines=any&availability=any&target=any`;
  const answer = compareWithSources(asked(question, dataset));
  const columns = [
    ...counted.map((id) => ({ name: outcomeLabel(id), cells: countsIn(answer, id, therapyClass) })),
    { name: "Median without progression", cells: mediansIn(answer, therapyClass) },
  ];
  const labels = new Map(dataset.cohorts.map(({ id, label }) => [id, label]));
  const cohorts = new Set(columns.flatMap(({ cells }) => [...cells.keys()]));
  return {
    question,
    columns: columns.map(({ name }) => name),
    trials: [...cohorts].map((cohort) => ({
      cohort,
      label: labels.get(cohort) ?? cohort,
      /** In the order of the columns; `null` where the answer has no number of this trial. */
      cells: columns.map(({ cells }) => cells.get(cohort) ?? null),
    })),
  };
}

type Group = ProductFacts["therapyClass"];

function poolOf({ outcomes }: ClassAnswer, id: string, group: Group) {
  return outcomes.find(({ outcome }) => outcome === id)?.pools[group];
}

function countsIn(answer: ClassAnswer, id: string, group: Group): Map<string, Cell> {
  const studies = poolOf(answer, id, group)?.studies ?? [];
  return new Map(
    studies.map(({ cohort, events, n, estimate, cut, followUpMonths }) => [
      cohort,
      {
        number: `${rateOf100(estimate, 0, numbers)} %`,
        count: `${events === null ? "" : `${events} `}of ${n}${cut === "primary" ? "" : followed(followUpMonths)}`,
      },
    ]),
  );
}

const ends = ([lower, upper]: readonly (number | null)[]) =>
  [lower, upper].map((end) => (end == null ? "not reached" : numbers.plain(end))).join(" to ");

function mediansIn(answer: ClassAnswer, group: Group): Map<string, Cell> {
  const medians = poolOf(answer, "pfs-12", group)?.medians ?? [];
  return new Map(
    medians.map(({ cohort, months, interval, followUpMonths }) => {
      const count = `${interval ? ends(interval) : "no interval"}${followed(followUpMonths)}`;
      return [cohort, { number: `${numbers.plain(months)} months`, count }];
    }),
  );
}
