/** Cohorts that the question left out, each with the reason; filters to relax if a class is empty. */
import type { Comparison } from "#core/comparison/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { capitalised } from "../words/sentences.ts";
import { type Block, cell, folded, list, paragraph } from "./document.ts";
import type { ReportParts } from "./report-parts.ts";

type Excluded = Comparison["selection"]["excluded"][number];

export function leftOutBlocks(
  { comparison: { selection }, depth, links }: ReportParts,
  { report: { leftOut: words, studies }, relaxed }: Catalogue,
): Block[] {
  const { excluded, relax } = selection;
  const ofClass = (group: TherapyClass): Block[] => {
    const own = excluded.filter(({ therapyClass }) => therapyClass === group);
    const reasonOf = ({ parameter, reason }: Excluded) =>
      parameter === "therapy-class" ? words.otherClass : words.shared(reason);
    const reasons = byReason(own, reasonOf).map(([reason, cohorts]) =>
      words.reason(cohorts.length, reason),
    );
    const rows = own.map(({ cohort, label, parameter, reason }) => {
      const href = links.including(cohort, parameter);
      const text = parameter === "exclude" ? studies.putBack : words.include;
      return {
        head: cell({ text: label, href: `/v1/cohorts/${cohort}` }),
        cells: [
          cell(
            href === null
              ? reason
              : [reason, { text: ` · `, isOfPage: true }, { text, href, isOfPage: true }],
          ),
        ],
      };
    });
    const { cohort, reason } = words.columns;
    const each: Block = {
      kind: "table",
      name: "left-out",
      columns: [cohort, reason],
      bodies: [rows],
    };
    return [
      ...list(words.byReason(own.length, group), reasons),
      ...(own.length > 0 ? folded(`left-out-${group}`, words.each(own.length, group), [each]) : []),
    ];
  };
  return [
    ...paragraph(excluded.length === 0 ? words.none : words.total(excluded.length)),
    ...(depth === "specialist" ? therapyClasses.flatMap(ofClass) : []),
    ...list(
      words.relaxing,
      relax.map(({ parameter, cohorts }) =>
        words.relaxed(capitalised(relaxed.names[parameter] ?? parameter), cohorts),
      ),
    ),
  ];
}

/** Items grouped by their reason, the most frequent first. */
export function byReason<T>(
  items: readonly T[],
  reasonOf: (item: T) => string,
): readonly (readonly [reason: string, items: readonly T[]])[] {
  const reasons = [...new Set(items.map(reasonOf))];
  return reasons
    .map((reason) => [reason, items.filter((item) => reasonOf(item) === reason)] as const)
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
}
