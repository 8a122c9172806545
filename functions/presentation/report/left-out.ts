/** Cohorts that the question left out, each with the reason; wider questions if a class is empty. */
import { therapyClasses } from "#data/vocabulary.ts";
import {
  type Block,
  folded,
  line,
  list,
  paragraph,
  unfoldedOnPaper,
} from "../document/document.ts";
import type { Catalogue } from "../words/catalogue.ts";
import type { ReportParts } from "./report-parts.ts";

export function leftOutBlocks(
  { answer: { leftOut, widened }, links }: ReportParts,
  { report: { leftOut: words, studies }, screen }: Catalogue,
): Block[] {
  const reasons = byReason(leftOut, ({ shared }) => shared);
  const counts = list(
    null,
    reasons.map(([reason, own]) => {
      const numbers = therapyClasses.flatMap((group) => {
        const count = own.filter((one) => one.group === group).length;
        return count > 0 ? `${screen.className[group]} ${count}` : [];
      });
      return `${reason}: ${numbers.join(", ")}`;
    }),
  );
  const each = reasons.flatMap(([shared, own]) =>
    list(
      shared,
      own.map(({ cohort, label, parameter, reason }) => {
        const href = links.including(cohort, parameter);
        const text = parameter === "exclude" ? studies.putBack : words.include;
        return line([
          { text: label, href: `/v1/cohorts/${cohort}` },
          ...(reason === shared ? [] : [`: ${reason}`]),
          ...(href === null ? [] : [" · ", { text, href }]),
        ]);
      }),
    ),
  );
  const isListed = leftOut.length > 0;
  return [
    ...paragraph(
      leftOut.length === 0 ? words.none : words.total(leftOut.length),
      isListed && line({ text: words.csv, href: links.files.csv }),
    ),
    ...(isListed
      ? [
          ...unfoldedOnPaper("left-out-reasons", words.byReason, [
            ...counts,
            ...folded("left-out-each", words.each, each),
          ]),
        ]
      : []),
    ...list(words.wider, widened),
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
