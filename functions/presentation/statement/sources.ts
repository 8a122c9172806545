/** Where each number of a row was printed, and why some trials have none that can be pooled. */
import type { Citation } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import type { DetailWords, ScreenWords } from "../words/catalogue.ts";
import { rateOf100 } from "../words/rates.ts";
import { printedMedians, studiesOf } from "./figures.ts";
import { reportedText } from "./not-pooled.ts";

export interface Source {
  readonly key: string;
  readonly group: TherapyClass;
  readonly cohort: string;
  readonly label: string;
  readonly publication: string | null;
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
export function sourcesOf(
  { pools }: Pick<ApiRow, "pools">,
  words: DetailWords,
  { numbers }: Pick<ScreenWords, "numbers">,
): Source[] {
  const of = (citation: Citation | null, followUpMonths: number | null) => ({
    publication: citation?.publication ?? null,
    locator: citation?.locator ?? "",
    citation: citation && {
      lead: citation.publication === citation.href ? "" : words.readIn,
      text: citation.text,
      href: citation.href,
      tail: [
        words.tier[citation.tier] && ` [${words.tier[citation.tier]}]`,
        followUpMonths !== null && ` (${words.followUp(followUpMonths)})`,
      ]
        .filter(Boolean)
        .join(""),
    },
  });
  const counted = therapyClasses.flatMap((group) =>
    [...studiesOf(pools[group]), ...pools[group].broader].map((study) => ({
      key: study.cohort,
      group,
      cohort: study.cohort,
      label: study.label,
      number:
        study.events === null || study.n === null
          ? words.of100(rateOf100(study.estimate, 0, numbers))
          : words.counted(study.events, study.n),
      ...of(study.citation, study.followUpMonths),
    })),
  );
  const medians = therapyClasses.flatMap((group) =>
    printedMedians(pools[group]).map(({ cohort, label, months, citation, followUpMonths }) => ({
      key: `${cohort}-median`,
      group,
      cohort,
      label,
      number: words.medianMonths(months),
      ...of(citation, followUpMonths),
    })),
  );
  return [...counted, ...medians];
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

export function notPooledOf({ pools }: Pick<ApiRow, "pools">, words: DetailWords): NotPooledTexts {
  const all = therapyClasses.flatMap((group) => pools[group].notPooled);
  const silent = all.filter(({ code }) => code === "not-reported");
  return {
    count: all.length,
    said: all
      .filter((one) => !silent.includes(one))
      .map((one) => ({
        cohort: one.cohort,
        label: one.label,
        text: [reportedText(one, words), one.reason].filter(Boolean).join(" – "),
      })),
    silent: silent.length > 0 ? words.silent(silent.map(({ label }) => label)) : "",
  };
}
