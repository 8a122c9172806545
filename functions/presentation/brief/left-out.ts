/** What the question left out and why, and which filters could be relaxed if a class is empty. */

import type { Comparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { BriefWords, Catalogue } from "../words/catalogue.ts";
import { capitalised } from "../words/sentences.ts";
import { byReason } from "./by-reason.ts";
import { type Depth, list, paragraph, type Section } from "./parts.ts";

type Excluded = Comparison["selection"]["excluded"][number];

export function leftOutSection(
  { selection }: Comparison,
  depth: Depth,
  { brief: { leftOut: words }, relaxed }: Catalogue,
): Section {
  const { excluded, relax } = selection;
  return {
    heading: words.heading,
    blocks: [
      ...paragraph(excluded.length === 0 ? words.none : words.total(excluded.length)),
      ...(depth === "specialist"
        ? groups.flatMap((group) => {
            const own = excluded.filter(({ therapyClass }) => therapyClass === group);
            return list(
              words.byReason(own.length, group),
              byReason(own, (one) => reasonOf(one, words)).map(([reason, cohorts]) =>
                words.reason(cohorts.length, reason),
              ),
            );
          })
        : []),
      ...list(
        words.relaxing,
        relax.map(({ parameter, cohorts }) =>
          words.relaxed(capitalised(relaxed.names[parameter] ?? parameter), cohorts),
        ),
      ),
    ],
  };
}

function reasonOf({ parameter, reason }: Excluded, words: BriefWords["leftOut"]): string {
  return parameter === "therapy-class" ? words.otherClass : words.shared(reason);
}
