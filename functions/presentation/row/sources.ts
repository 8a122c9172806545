/** Where each number of a row was printed, and why some trials have none that can be pooled. */

import type { Citation, NotPooled, Row, Study } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { sayReason } from "../words/codes.ts";
import { counted, followed } from "../words/counts.ts";
import { printed, printedFigure } from "../words/figures-in-print.ts";
import { plain } from "../words/numbers.ts";
import { rateOf100 } from "../words/rates.ts";
import { refusals } from "../words/refusals.ts";
import { uncapitalised, withSpaces } from "../words/sentences.ts";
import { lowerTiers } from "../words/source-tier.ts";
import { printedMedians, studiesOf } from "./figures.ts";

export interface Source {
  readonly group: TherapyClass;
  readonly cohort: string;
  readonly label: string;
  /** "94 of 97", "77 of 100 at 12.4 months" */
  readonly number: string;
  /** Where in its source; empty until the sources are here. */
  readonly locator: string;
  readonly citation: {
    /** Said if the number was read elsewhere than in the trial's own paper. */
    readonly lead: string;
    readonly text: string;
    readonly href: string | null;
    /** How well it was reviewed, and the follow-up. */
    readonly tail: string;
  } | null;
}

/** Of the trials that are counted, and then of the medians. */
export function sourcesOf({ pools }: Pick<Row, "pools">): Source[] {
  const of = (citation: Citation | null, followUpMonths: number | null) => ({
    locator: citation?.locator ?? "",
    citation: citation && {
      lead: citation.publication === citation.href ? "" : "number read in ",
      text: citation.text,
      href: citation.href,
      tail: [
        lowerTiers[citation.tier] && ` [${lowerTiers[citation.tier]}]`,
        followUpMonths !== null && ` (${plain(followUpMonths)} months)`,
      ]
        .filter(Boolean)
        .join(""),
    },
  });
  const sourceOf = (group: TherapyClass, study: Study, outcome = "") => ({
    group,
    cohort: study.cohort,
    label: study.label,
    number: withSpaces([
      uncapitalised(outcome),
      study.events === null || study.n === null
        ? `${rateOf100(study.estimate)} of 100`
        : printed.counted(study.events, study.n),
    ]),
    ...of(study.citation, study.followUpMonths),
  });
  const figures = therapyClasses.flatMap((group) => [
    ...[...studiesOf(pools[group]), ...pools[group].broader].map((one) => sourceOf(group, one)),
    ...(pools[group].narrower ?? []).flatMap(({ label, studies }) =>
      studies.map((one) => sourceOf(group, one, label)),
    ),
  ]);
  const medians = therapyClasses.flatMap((group) =>
    printedMedians(pools[group]).map(({ cohort, label, months, citation, followUpMonths }) => ({
      group,
      cohort,
      label,
      number: printed.median(months),
      ...of(citation, followUpMonths),
    })),
  );
  return [...figures, ...medians];
}

export interface NotPooledTexts {
  readonly count: number;
  readonly said: readonly {
    readonly cohort: string;
    readonly label: string;
    readonly text: string;
  }[];
  /** Those that our sources do not report, in one line; empty if there are none. */
  readonly silent: string;
}

/** A figure that is not pooled, and why. */
export interface NotPooledText {
  readonly cohort: string;
  readonly label: string;
  /** "28 of 128 at 24-month follow-up"; empty where none is printed. */
  readonly figure: string;
  readonly reason: string;
  /** Our sources do not report it. */
  readonly isSilent: boolean;
}

export function notPooledText({
  cohort,
  label,
  reason,
  events,
  n,
  percentPrinted,
  followUpMonths,
}: NotPooled): NotPooledText {
  // A count says more than its percentage.
  const [figure = ""] = printedFigure({ events, n, percentPrinted });
  return {
    cohort,
    label,
    figure: figure && figure + followed(followUpMonths),
    reason: sayReason(reason, refusals),
    isSilent: reason.code === "not-reported",
  };
}

/** @param mostNamed More trials without a figure than these are only counted. */
export function notPooledOf(
  { pools }: Pick<Row, "pools">,
  mostNamed = Number.POSITIVE_INFINITY,
): NotPooledTexts {
  const all = therapyClasses.flatMap((group) =>
    pools[group].notPooled.map((one) => notPooledText(one)),
  );
  const silent = all.filter(({ isSilent }) => isSilent);
  return {
    count: all.length,
    said: all
      .filter(({ isSilent }) => !isSilent)
      .map(({ cohort, label, figure, reason }) => ({
        cohort,
        label,
        text: [figure, reason].filter(Boolean).join(" – "),
      })),
    silent: silentText(
      silent.map(({ label }) => label),
      mostNamed,
    ),
  };
}

function silentText(labels: readonly string[], mostNamed: number): string {
  if (labels.length === 0) return "";
  return labels.length > mostNamed
    ? `${counted(labels.length, "trial")}: not reported in our sources`
    : `Not reported in our sources: ${labels.join(", ")}`;
}
