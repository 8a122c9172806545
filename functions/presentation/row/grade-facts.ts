/**
 * Collects the facts of a row by GRADE domain, for a guideline panel that rates them. This file rates nothing: each
 * fact is a number of the answer, or a note of the row, which stands in exactly one domain.
 */
import type { Answer, Row } from "#core/answer/answer.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { ratioText } from "../words/ratios.ts";
import { uncapitalised, withCommas } from "../words/sentences.ts";
import type { ClassTable } from "./class-tables.ts";
import { cohortsOfClass } from "./cohorts-of-class.ts";
import { differenceOf } from "./difference.ts";
import {
  type ClassInRow,
  designTexts,
  imprecisionTexts,
  inconsistencyTexts,
  indirectnessTexts,
  type RowInAnswer,
  widthOf,
} from "./grade-class-texts.ts";
import {
  describeAnalysesOfDomain,
  factsOf,
  type GradeDomain,
  type GradeFact,
  notesOfDomain,
  type Texts,
} from "./grade-domains.ts";
import { reportingOf } from "./grade-reporting.ts";
import { headToHeadText, isOfDeaths } from "./head-to-head.ts";
import { collectedInRow } from "./intention-to-treat.ts";
import { notesOfRow } from "./notes.ts";
import { outsideText } from "./published.ts";

export type GradeFacts = Readonly<Record<GradeDomain, readonly GradeFact[]>>;

/** Describes what randomised trials reported of the outcome in both arms. */
export interface RandomisedFact {
  /** Names the trial, as in "KarMMa-3". */
  readonly title: string;
  /** States the results in both arms, as in "Ide-cel v standard regimens: 71 v 42 of 100.". */
  readonly texts: readonly string[];
  /** The name of a drawing is the month of survival, as in "At 12 months"; empty for other outcomes. */
  readonly drawings: readonly { readonly name: string }[];
}

export function gradeFacts(
  row: Row,
  answer: Answer,
  tables: readonly ClassTable[],
  randomised: readonly RandomisedFact[],
): GradeFacts {
  const whole = { row, answer, tables };
  const classes = therapyClasses.flatMap((group): ClassInRow[] => {
    const pool = row.pools[group];
    const cohorts = cohortsOfClass(pool);
    return cohorts.length === 0 ? [] : [{ ...whole, group, pool, cohorts }];
  });
  const ofClasses = (textsOf: (of: ClassInRow) => Texts) =>
    classes.flatMap((of) => factsOf(of.group, textsOf(of)));
  const notes = notesOfRow(row, answer);
  const domain = (name: GradeDomain) => [
    ...notesOfDomain(name, notes),
    ...factsOf(null, describeAnalysesOfDomain(name, row)),
  ];
  return {
    design: [
      ...ofClasses(designTexts),
      ...otherDesigns(row, answer, randomised),
      ...domain("design"),
    ],
    inconsistency: [
      ...ofClasses(inconsistencyTexts),
      ...factsOf(null, [outsideText(row.published?.outside ?? [])]),
      ...domain("inconsistency"),
    ],
    indirectness: [
      ...ofClasses(indirectnessTexts),
      ...factsOf(null, indirectnessOfBoth(whole)),
      ...domain("indirectness"),
    ],
    imprecision: [
      ...ofClasses(imprecisionTexts),
      ...imprecisionOfDifference(row),
      ...domain("imprecision"),
    ],
    reporting: [
      ...therapyClasses.flatMap((group) => reportingOf(group, whole)),
      ...domain("reporting"),
    ],
  };
}

/** Lists evidence of another design than the figures: randomised arms against their control, and matched patients. */
function otherDesigns(
  row: Row,
  { randomised: trials }: Answer,
  randomised: readonly RandomisedFact[],
): GradeFact[] {
  const isOfQuestion = ({ title }: RandomisedFact) => trials.some(({ label }) => label === title);
  const ratios = randomised
    .filter(isOfQuestion)
    .map(({ title, texts, drawings }) =>
      withCommas([
        title,
        ...drawings.map(({ name }) => uncapitalised(name)),
        uncapitalised(texts.join(" ")).replace(/\.$/, ""),
      ]),
    );
  const outside = randomised.filter((fact) => !isOfQuestion(fact)).map(({ title }) => title);
  return factsOf(null, [
    ratios.length > 0 && `randomised, each against its own standard therapy: ${ratios.join("; ")}`,
    outside.length > 0 && `randomised, too: ${[...new Set(outside)].join("; ")}`,
    ...row.headToHead
      .filter((comparison) => !isOfDeaths(comparison, row))
      .map((comparison) => uncapitalised(headToHeadText(comparison))),
  ]);
}

function indirectnessOfBoth({ row, answer }: RowInAnswer): Texts {
  return [
    differenceOf(row) && "naive comparison between separate trials",
    collectedInRow(row, answer.query).replace(/\.$/, ""),
  ];
}

function imprecisionOfDifference(row: Row): GradeFact[] {
  const numbers = differenceOf(row);
  if (!numbers) return [];
  const { interval, includesZero, contrast } = numbers;
  const { oddsRatio, interval: oddsRatioInterval } = contrast;
  const where = includesZero ? "includes 0" : "stays clear of 0";
  return factsOf(null, [
    `interval of the difference ${widthOf(interval)} wide; it ${where}`,
    oddsRatio !== null && `odds ratio ${ratioText(oddsRatio, oddsRatioInterval)}`,
  ]);
}
