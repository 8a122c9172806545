/** Adds the words of a language to the analyses that only the server makes. */
import type {
  CodedMetaRegression,
  MetaRegression,
} from "#core/comparison/meta-regression-schema.ts";
import type { Analysis, Held } from "#core/comparison/sensitivity/schema.ts";
import type { CodedAnalysis, CodedSensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
import type { Outcome } from "#data/schema.ts";
import type { AnalysisWords, Catalogue } from "./catalogue.ts";
import { sayReason } from "./codes.ts";
import { differenceRange, signedDifference } from "./rates.ts";

export interface Sensitivity {
  held: Omit<Held, "lost"> & { lost: readonly { value: string; label: string }[]; text: string };
  analyses: readonly Analysis[];
}

type Words = Pick<Catalogue, "analyses" | "screen">;

export function sensitivityWithWords(
  { held, analyses }: CodedSensitivity,
  outcome: Pick<Outcome, "phrase">,
  words: Words,
): Sensitivity {
  return {
    held: heldWithWords(held, outcome, words),
    analyses: analyses.map((one) => analysisWithWords(one, words.analyses)),
  };
}

export function heldWithWords(
  held: Held,
  { phrase }: Pick<Outcome, "phrase">,
  words: Words,
): Sensitivity["held"] {
  const lost = held.lost.map((change) => ({
    value: change.value,
    label: words.analyses.change(change),
  }));
  return { ...held, lost, text: heldText(held, phrase, words) };
}

/** "Depends on: … Kept in 17 of 19 checks. Leaving one cohort out: 20 to 29 more. The interval would reach 0 …" */
function heldText(
  { finding, kept, checks, lost, leaveOneOut, tippingPoint }: Held,
  phrase: string,
  { analyses: { held, change }, screen }: Words,
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

function analysisWithWords({ change, ...numbers }: CodedAnalysis, words: AnalysisWords): Analysis {
  return { kind: change.kind, value: change.value, label: words.change(change), ...numbers };
}

export function regressionWithWords(
  { status, remarks, ...numbers }: CodedMetaRegression,
  words: AnalysisWords,
): MetaRegression {
  const said = remarks.map((remark) => sayReason(remark, words.regressionRemarks));
  return { status, remark: said.join(" ") || null, ...numbers };
}
