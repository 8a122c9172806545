/** From a collected cohort to one of ours. */
import * as v from "valibot";
import { type Cohort, cohortSchema, type Figure, type Outcome } from "../schema.ts";
import { cohortJudgements } from "./cohort-judgements.ts";
import { constructOf } from "./construct.ts";
import { figureOf } from "./figures.ts";
import type { CollectedCohort } from "./handover.ts";
import { infusedFigures } from "./infused.ts";
import { figureJudgements } from "./judgements.ts";
import type { Cite } from "./references.ts";
import { type RoexRow, withRoexCut } from "./roex.ts";
import { sourceOf } from "./sources.ts";
import { survivalOf } from "./survival.ts";
import { plainWords } from "./wording.ts";

/** Called with every collected item that the project does not carry. */
export type Report = (where: string, what: string) => void;

export function cohortOf(
  collected: CollectedCohort,
  outcomes: readonly Outcome[],
  overlaps: Cohort["overlaps"],
  row: RoexRow | undefined,
  cite: Cite,
  report: Report,
): Cohort {
  const judgement = cohortJudgements[collected.id];
  const { curation } = collected;
  const baseline = baselineOf(collected, judgement?.baselineN);
  const [region, regionDetail] = regionOf(collected.region);
  const plain = plainWords(outcomes);
  const figures = figuresOf(collected, outcomes, baseline.n, row !== undefined, report);
  const cohort = v.parse(cohortSchema, {
    id: collected.id,
    label: collected.label,
    firstAuthor: collected.firstAuthor,
    year: collected.year,
    registry: collected.registry,
    therapyClass: collected.therapyClass === "CAR-T" ? "car-t" : "bsab",
    product: curation.productSlug,
    targets: [collected.target, ...(collected.dualTarget ? [collected.dualTarget] : [])].map(
      (target) => target.toLowerCase(),
    ),
    construct: constructOf(collected.construct, row),
    phase: collected.phase === "real-world" ? null : collected.phase,
    design: collected.design,
    dose: collected.dose && plain(collected.dose),
    doses: judgement?.doses ?? curation.doses,
    evidence: curation.evidence,
    regimen: judgement?.regimen ?? curation.regimen,
    setting: judgement?.setting ?? curation.setting,
    settingBasis: judgement?.settingBasis ?? curation.settingBasis,
    priorBcma: judgement?.priorBcma ?? curation.priorBcma,
    eligibility: null,
    region,
    regionDetail,
    enrolment: collected.enrolment,
    followUpMonths: collected.survival.followUpMonths,
    baseline,
    figures: figures.map((figure) => ({
      ...figure,
      definition: figure.definition && plain(figure.definition),
      locator: plain(figure.locator),
    })),
    ...survivalOf(collected, baseline.n),
    overlaps,
    network: /TriNetX/.test(collected.label) ? "TriNetX" : null,
    riskOfBias: null,
    sources: collected.sources.map((source, index) =>
      sourceOf(source, cite, (what) => report(`${collected.id} source ${index}`, what)),
    ),
    missing: missingOf(collected, judgement?.found ?? []).map(plain),
    notes: notesOf(collected, plain, judgement?.note),
  });
  return row ? withRoexCut(cohort, row, cite) : cohort;
}

function figuresOf(
  collected: CollectedCohort,
  outcomes: readonly Outcome[],
  baselineN: number | null,
  inRoex: boolean,
  report: Report,
): Figure[] {
  const judgements = figureJudgements[collected.id] ?? {};
  const figures = Object.entries(collected.outcomes).flatMap(([key, figure]) => {
    const [evidenceKey, suffix = null] = key.split("@");
    const outcome = outcomes.find((known) => known.evidenceKey === evidenceKey);
    if (!outcome) {
      report(collected.id, `${key}: no such outcome here`);
      return [];
    }
    const judgement = judgements[key];
    if (judgement?.duplicateOf !== undefined) {
      const kept = collected.outcomes[judgement.duplicateOf];
      if (kept?.events !== figure.events || kept.n !== figure.n) {
        throw new Error(`${collected.id}: ${key} is not the same as ${judgement.duplicateOf}`);
      }
      report(collected.id, `${key}: the same as ${judgement.duplicateOf}`);
      return [];
    }
    return [figureOf(figure, { outcome, suffix, cohort: collected, baselineN, judgement, inRoex })];
  });
  const unused = Object.keys(judgements).filter((key) => !(key in collected.outcomes));
  if (unused.length > 0) {
    throw new Error(`${collected.id}: judgements without a figure: ${unused.join(", ")}`);
  }
  const position = new Map(outcomes.map(({ id }, index) => [id, index]));
  const place = (figure: Figure) =>
    2 * (position.get(figure.outcome) ?? 0) + (figure.cut === "primary" ? 0 : 1);
  return [...figures, ...infusedOf(collected.id)].sort((a, b) => place(a) - place(b));
}

function infusedOf(id: string): Figure[] {
  const known = infusedFigures[id];
  if (!known) return [];
  return [
    {
      outcome: "infused",
      events: known.infused,
      n: known.collected,
      percentPrinted: null,
      derived: false,
      derivedRange: null,
      population: "leukapheresed",
      cut: "primary",
      followUpMonths: null,
      timeOrigin: "leukapheresis",
      source: known.source,
      grading: "unknown",
      grades: null,
      hold: null,
      definition: known.definition,
      locator: known.locator,
    },
  ];
}

function baselineOf(
  { baseline }: CollectedCohort,
  correctedN: number | null | undefined,
): Cohort["baseline"] {
  return {
    n: correctedN === undefined ? baseline.n : correctedN,
    leukapheresed: baseline.leukapheresed,
    medianAge: baseline.medianAge,
    ageRange: baseline.ageRange,
    medianPriorLines: baseline.medianPriorLines,
    priorLinesRange: baseline.priorLinesRange,
    priorAutoSctPercent: baseline.priorAutoSctPct,
    issIIIPercent: baseline.issIIIPct,
    highRiskCytogeneticsPercent: baseline.highRiskCytogeneticsPct,
    extramedullaryPercent: baseline.extramedullaryPct,
    refractoryPercent: baseline.refractoryPct,
    tripleClassRefractoryPercent: baseline.tripleClassRefractoryPct,
    pentaRefractoryPercent: baseline.pentaRefractoryPct,
    priorBcmaPercent: baseline.priorBcmaPct,
  };
}

/** The region of the closed list, and the printed words where they say more. */
function regionOf(printed: string | null): [Cohort["region"], string | null] {
  if (printed === null) return [null, null];
  const exact = exactRegions[printed];
  if (exact) return [exact, null];
  const region = regionPatterns.find(([pattern]) => pattern.test(printed))?.[1] ?? null;
  return [region, printed];
}

const exactRegions: Readonly<Record<string, Cohort["region"]>> = {
  US: "us",
  China: "cn",
  Israel: "il",
  multinational: "multinational",
};

const regionPatterns: readonly (readonly [RegExp, Cohort["region"]])[] = [
  [/^US and Canada$/, "multinational"],
  [/^US\b/, "us"],
  [/^Germany$/, "eu"],
  [/^(China, Japan$|Asia\b)/, "asia"],
  [/^(multinational|international)\b/, "multinational"],
];

/** What is still missing: a few entries were found after the list was written, as a named cut or otherwise. */
function missingOf({ missing, outcomes }: CollectedCohort, found: readonly string[]): string[] {
  const stale = found.filter((entry) => !missing.includes(entry));
  if (stale.length > 0) throw new Error(`no longer listed as missing: ${stale.join(", ")}`);
  const counted = new Set(
    Object.entries(outcomes).flatMap(([key, { events }]) =>
      typeof events === "number" ? (key.split("@")[0] ?? []) : [],
    ),
  );
  return missing.filter((entry) => !found.includes(entry) && !counted.has(entry));
}

function notesOf(
  { notes }: CollectedCohort,
  plain: (text: string) => string,
  addition: string | undefined,
): string | null {
  const collected = plain(typeof notes === "string" ? notes : (notes?.text ?? ""));
  const parts = [collected, addition ?? ""].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" ") : null;
}
