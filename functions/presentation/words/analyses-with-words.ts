/** Adds the words of a language to the analyses that only the server makes. */
import type {
  CodedMetaRegression,
  MetaRegression,
} from "#core/comparison/meta-regression-schema.ts";
import type { Analysis, Held, ProductLevel } from "#core/comparison/sensitivity/schema.ts";
import type { CodedAnalysis, CodedSensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
import type { Assessed, SmallStudies } from "#core/comparison/sensitivity/small-studies.ts";
import { byGroup } from "#core/evidence/grouping.ts";
import type { Outcome } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { AnalysisWords, Catalogue } from "./catalogue.ts";
import { sayReason } from "./codes.ts";
import { differenceRange, differenceWords, signedDifference } from "./rates.ts";

/** `text` says why there is no result; `null` if there is one. */
type Told<T> = T extends Assessed<infer Result> ? Assessed<Result> & { text: string | null } : T;

export type SmallStudiesInWords = { [Name in keyof SmallStudies]: Told<SmallStudies[Name]> } & {
  text: string;
};

export type Sensitivity = Omit<
  CodedSensitivity,
  "held" | "analyses" | "productLevel" | "smallStudies"
> & {
  productLevel: (ProductLevel & { text: string }) | null;
  held: Omit<Held, "lost"> & { lost: readonly { value: string; label: string }[]; text: string };
  analyses: readonly Analysis[];
  smallStudies: Record<(typeof therapyClasses)[number], SmallStudiesInWords>;
};

export function sensitivityWithWords(
  { held, analyses, productLevel, smallStudies, ...rest }: CodedSensitivity,
  { phrase }: Pick<Outcome, "phrase">,
  words: Pick<Catalogue, "analyses" | "screen">,
): Sensitivity {
  return {
    held: {
      ...held,
      lost: held.lost.map((change) => ({
        value: change.value,
        label: words.analyses.change(change),
      })),
      text: heldText(held, phrase, words),
    },
    analyses: analyses.map((one) => analysisWithWords(one, words.analyses)),
    productLevel: productLevel && {
      ...productLevel,
      text: productLevelText(productLevel, held.finding === 0, words),
    },
    smallStudies: byGroup(
      therapyClasses.map((id) => ({ id })),
      ({ id }) => smallStudiesWithWords(smallStudies[id], words.analyses),
    ),
    ...rest,
  };
}

/** "Depends on: … Kept in 17 of 19 checks. Leaving one cohort out: 20 to 29 more. It would vanish …" */
function heldText(
  { finding, kept, checks, lost, leaveOneOut, tippingPoint }: Held,
  phrase: string,
  { analyses: { held, change }, screen }: Pick<Catalogue, "analyses" | "screen">,
): string {
  if (finding === null) return held.none;
  const labels = lost.map((one) => change(one));
  const range =
    leaveOneOut === null
      ? []
      : [
          held.leaveOneOut(
            differenceRange(
              [leaveOneOut.lowest.differencePer100, leaveOneOut.highest.differencePer100],
              screen,
            ),
          ),
        ];
  const tipping =
    tippingPoint === null
      ? []
      : [held.tippingPoint(signedDifference(tippingPoint, screen), phrase)];
  return [held.checks(finding === 0, kept, checks, labels), ...range, ...tipping].join(" ");
}

/** "With products as a level of the model: 22 more with CAR-T (12 to 31), averaged over these 4 products …" */
function productLevelText(
  { pools, contrast }: ProductLevel,
  open: boolean,
  { analyses: { productLevel }, screen }: Pick<Catalogue, "analyses" | "screen">,
): string {
  const [carT, bsab] = therapyClasses.map((id) => pools[id]?.products.length ?? 0);
  if (contrast === null || !carT || !bsab) return productLevel.none;
  const { differencePer100, differenceInterval, muDifferencePer100, muDifferenceInterval } =
    contrast;
  return productLevel.said(
    [carT, bsab],
    differenceWords(differencePer100, differenceInterval, screen),
    differenceWords(muDifferencePer100, muDifferenceInterval, screen),
    contrast.verdict && { open, kept: contrast.verdict === "kept" },
  );
}

function analysisWithWords({ change, ...numbers }: CodedAnalysis, words: AnalysisWords): Analysis {
  return { kind: change.kind, value: change.value, label: words.change(change), ...numbers };
}

function smallStudiesWithWords(
  { k, remark, peters, egger, begg, trimAndFill, funnel }: SmallStudies,
  { notAssessed, smallStudies }: AnalysisWords,
): SmallStudiesInWords {
  const told = <Result>(one: Assessed<Result>) => ({
    ...one,
    text: one.reason === null ? null : notAssessed[one.reason],
  });
  return {
    k,
    remark,
    text: smallStudies[remark],
    peters: told(peters),
    egger: told(egger),
    begg: told(begg),
    trimAndFill: told(trimAndFill),
    funnel: told(funnel),
  };
}

export function regressionWithWords(
  { status, remarks, ...numbers }: CodedMetaRegression,
  words: AnalysisWords,
): MetaRegression {
  const said = remarks.map((remark) => sayReason(remark, words.regressionRemarks));
  return { status, remark: said.join(" ") || null, ...numbers };
}
