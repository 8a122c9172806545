/** Median survival as each trial of an opened row printed it, and where. */

import { therapyClasses } from "#data/vocabulary.ts";
import { printedMedians } from "#presentation/statement/reported.ts";
import { mediansOf } from "#presentation/statement/survival.ts";
import { survival } from "#words/survival.ts";
import { RecordLink } from "../views/links.tsx";
import { Ruler } from "../views/survival/ruler.tsx";
import type { RowProps } from "./row-props.ts";

export function Medians({ row, words, apiBase }: Omit<RowProps, "strings">) {
  const medians = mediansOf(row, { survival });
  if (medians.length === 0) return null;
  const printed = therapyClasses.flatMap((group) => printedMedians(row.pools[group]));
  const nameOf = (index: number) => {
    const { cohort = "", label = "", citation } = printed[index] ?? {};
    return (
      <RecordLink
        apiBase={apiBase}
        cohort={cohort}
        label={label}
        publication={citation?.publication ?? null}
      />
    );
  };
  return (
    <section class="medians">
      <h5>{words.medians}</h5>
      <Ruler medians={medians} label={words.medians} nameOf={nameOf} />
    </section>
  );
}
