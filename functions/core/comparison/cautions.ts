/** What a reader must know before acting on a row: stable codes with their values. */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { wholesOf } from "#data/wholes.ts";
import { chooseFigure, isBroad } from "../evidence/choose.ts";
import { contrastedWithin, isByRule } from "../evidence/cuts.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { productsTold } from "../evidence/products.ts";
import type { Query } from "../question/query.ts";
import type { GroupEvidence } from "./certainty.ts";
import { knownFollowUp, rules } from "./certainty-rules.ts";
import type { RowCaution, TimeOrigin } from "./coded-remarks.ts";
import {
  coversPart,
  definitionMixed,
  fewCohorts,
  isGradedByScale,
  regimensDiffer,
} from "./shared-remarks.ts";
import type { Summary } from "./summarise.ts";

/** Percentage points between typical, average and crude rate from which the caution is shown. */
const noticeableGap = 2;
/** Percentage points between product rates from which a difference is ascribed to the products. */
const noticeableRange = 10;

interface CautionedGroup extends GroupEvidence, Omit<Summary, "pool" | "entries"> {
  /** Therapy classes that this group may contain. */
  classes: readonly TherapyClass[];
}

export interface RowEvidence {
  outcome: Outcome;
  groups: readonly CautionedGroup[];
}

export function entriesOf({ groups }: RowEvidence): Entry[] {
  return groups.flatMap(({ entries }) => entries);
}

/** Cautions of one row, most important first. */
export function rowCautions({ outcome, groups }: RowEvidence): RowCaution[] {
  const entries = groups.flatMap((group) => group.entries);
  if (entries.length === 0) return [];
  // Of a class that has no number here, nothing is said about one.
  const numbered = groups.filter(({ pool }) => pool.status !== "not-represented");
  return [
    ...apart(groups),
    ...groups.flatMap(trialsApart),
    ...withoutData(outcome, groups),
    ...groups.flatMap(notRepresentative),
    ...groups.flatMap(coversPart),
    ...numbered.flatMap(fewCohorts),
    ...groups.flatMap((group) => noneOrAll(group, outcome)),
    ...regimensDiffer(groups),
    ...groups.flatMap(combinations),
    ...exposure(outcome, groups),
    ...infectionsDepend(outcome, entries),
    ...groups.flatMap(productsDiffer),
    ...populations(entries),
    ...numbered.flatMap(productsMissing),
    ...definitions(outcome, entries),
    ...timeOrigins(outcome, groups),
    ...groups.flatMap(typicalAgainstAverage),
    ...groups.flatMap(unsettled),
    ...groups.flatMap(overlap),
    ...groups.flatMap(fallback),
  ];
}

export function labelsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(({ cohort }) => cohort.label))];
}

function apart(groups: RowEvidence["groups"]): RowCaution[] {
  const why = groups.map(({ coverage }) => coverage?.apart);
  if (why.includes("too-few")) {
    return [{ code: "too-few-after-bcma", least: rules.leastAfterBcma }];
  }
  return why.includes("follow-ups") ? [{ code: "follow-ups-apart", within: contrastedWithin }] : [];
}

function trialsApart({ id: group, pool: { products }, coverage }: CautionedGroup): RowCaution[] {
  const [only] = products;
  if (coverage?.apart !== "trials" || !only) return [];
  return [{ code: "trials-apart", group, product: only.product, differ: only.counted !== null }];
}

function withoutData(outcome: Outcome, groups: RowEvidence["groups"]): RowCaution[] {
  return groups
    .filter(
      ({ pool, classes }) => pool.k === 0 && classes.some((one) => outcome.appliesTo.includes(one)),
    )
    .map(({ id: group }) => ({ code: "one-class", group }));
}

function notRepresentative({ id: group, pool, coverage }: CautionedGroup): RowCaution[] {
  if (pool.k === 0 || !coverage || coverage.representative) return [];
  const { share, missing } = coverage;
  // After therapy against BCMA the trials are too few, whatever part of the class they are.
  if (share === null || (share >= rules.leastShare && missing.length === 0)) return [];
  const products = pool.products.map(({ product }) => product);
  return [{ code: "not-representative", group, share, products, missing }];
}

/** The counts only give a limit; where the estimate lies within it depends on the prior. */
function noneOrAll(
  { id: group, pool: { status, n, observed } }: CautionedGroup,
  { phrase }: Outcome,
): RowCaution[] {
  const none = status === "all-zero";
  if (n === null || !(none || status === "all-events")) return [];
  const single = observed !== null;
  return [{ code: none ? "no-events" : "all-events", group, n, single, phrase }];
}

function combinations({ id: group, entries }: CautionedGroup): RowCaution[] {
  const cohorts = labelsOf(entries.filter(({ cohort }) => cohort.regimen === "combination"));
  return cohorts.length === 0 ? [] : [{ code: "combination", group, cohorts }];
}

function exposure(outcome: Outcome, groups: RowEvidence["groups"]): RowCaution[] {
  const pooled = groups.filter(({ pool }) => pool.k > 0);
  if (!outcome.timeDependent || pooled.length < 2) return [];
  const classes = new Set(pooled.flatMap((group) => group.classes));
  const followUp = pooled.map(({ id: group, pool }) => ({ group, months: knownFollowUp(pool) }));
  return [{ code: "exposure-differs", classesDiffer: classes.size > 1, followUp }];
}

function productsDiffer({ id: group, productsDiffer: differ, pool }: CautionedGroup): RowCaution[] {
  if (differ === null) return [];
  // As they are counted; survival that is not added up by trial.
  const rates = pool.products
    .flatMap(({ product, counted }) =>
      counted ? [counted] : pool.studies.filter((study) => study.product === product),
    )
    .map(({ estimate }) => Math.round(estimate * 100));
  const [lowest, highest] = [Math.min(...rates), Math.max(...rates)];
  // Cohorts of the same product may differ although the rates of the products are similar.
  const alike = differ === "spread" && highest - lowest < noticeableRange;
  const range = alike ? null : { products: pool.products.length, lowest, highest };
  return [{ code: "products-differ", group, range }];
}

function populations(entries: readonly Entry[]): RowCaution[] {
  const labels = (population: Entry["figure"]["population"]) =>
    labelsOf(entries.filter(({ figure }) => figure.population === population));
  const remarks: (RowCaution & { readonly cohorts: readonly string[] })[] = [
    { code: "evaluable-only", cohorts: labels("efficacy-evaluable") },
    { code: "intention-to-treat", wholeAnswer: false, cohorts: labels("randomised") },
  ];
  return remarks.filter(({ cohorts }) => cohorts.length > 0);
}

function definitions(outcome: Outcome, entries: readonly Entry[]): RowCaution[] {
  const remarks: RowCaution[] = [];
  const figures = entries.map(({ figure }) => figure);
  const older = figures.some(
    (figure) => "grading" in figure && ["lee", "cartox", "ctcae"].includes(figure.grading),
  );
  if (older && isGradedByScale(outcome)) remarks.push({ code: "older-grading" });
  if (figures.some((figure) => "grades" in figure && figure.grades === "3-4")) {
    remarks.push({ code: "grade-5-not-counted" });
  }
  remarks.push(...definitionMixed(outcome, entries));
  const broad = labelsOf(entries.filter(({ figure }) => isBroad(outcome, figure)));
  if (broad.length > 0) remarks.push({ code: "definition-broad", cohorts: broad });
  if (figures.some((figure) => "hazard" in figure && figure.hazard.approximated)) {
    remarks.push({ code: "variance-approximated" });
  }
  return remarks;
}

/** Survival counted from a later start leaves out patients who died before that start. */
function timeOrigins(outcome: Outcome, groups: RowEvidence["groups"]): RowCaution[] {
  const origins = new Set(groups.flatMap(({ entries }) => entries.map(originOf)));
  if (outcome.kind !== "landmark" || origins.size < 2) return [];
  const ofGroups = groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ id, entries }) => ({ group: id, origins: [...new Set(entries.map(originOf))] }));
  return [{ code: "time-origin-differs", groups: ofGroups }];
}

/** The time origin as stated, otherwise the usual one for these patients. */
function originOf({ cohort, figure }: Entry): TimeOrigin {
  if (figure.timeOrigin !== null) return figure.timeOrigin;
  if (figure.population === "randomised") return "randomisation";
  return cohort.therapyClass === "car-t" ? "infusion" : "first-dose";
}

/** Otherwise a row would seem to cover all chosen products although one has no figure. */
function productsMissing({
  id: group,
  pool,
  entries,
  selectedProducts,
}: CautionedGroup): RowCaution[] {
  if (pool.k === 0) return [];
  const pooled = new Set(entries.map(({ cohort }) => cohort.product));
  // A series of two products that were not told apart is missing only with one of them.
  const products = selectedProducts.filter(
    (product) => !pooled.has(product) && !productsTold(product).every((one) => pooled.has(one)),
  );
  return products.length === 0 ? [] : [{ code: "products-missing", group, products }];
}

function typicalAgainstAverage({ id: group, pool }: CautionedGroup): RowCaution[] {
  const { estimate: typical, marginal: average, crude, events, n } = pool;
  if (typical === null || pool.k < 2) return [];
  const others = [average, crude].filter((value) => value !== null);
  if (!others.some((value) => Math.abs(value - typical) * 100 >= noticeableGap)) return [];
  return [{ code: "typical-vs-average", group, typical, average, crude, events, n }];
}

/** So many cohorts share patients with each other that the search for the best set was ended. */
function unsettled({ id: group, settled }: Pick<CautionedGroup, "id" | "settled">): RowCaution[] {
  return settled ? [] : [{ code: "overlap-unsettled", group }];
}

function overlap({ id: group, dropped }: CautionedGroup): RowCaution[] {
  return dropped === 0 ? [] : [{ code: "overlap-dropped", group, cohorts: dropped }];
}

/** The requested model failed, so the default model was used; that one always has an answer. */
function fallback({ id: group, because }: CautionedGroup): RowCaution[] {
  return because === null ? [] : [{ code: "model-fallback", group, because }];
}

const infections: ReadonlySet<string> = new Set([
  "infection",
  "infection-3",
  "death-infection",
  "opportunistic-infection",
]);

/** What they depend on besides the treatment, said of every such row alike. */
export function infectionsDepend({ id }: Outcome, entries: readonly Entry[]): RowCaution[] {
  if (!infections.has(id)) return [];
  const enrolled = (when: string | null) =>
    entries.flatMap(({ cohort }) => (cohort.covidVaccines === when ? [cohort.label] : []));
  const withImmunoglobulin = entries.filter(({ cohort }) =>
    cohort.figures.some(({ outcome }) => outcome === "immunoglobulin-replacement"),
  );
  return [
    {
      code: "infections-depend",
      before: enrolled("before"),
      across: enrolled("across"),
      after: enrolled("after"),
      notStated: enrolled(null).length,
      immunoglobulin: withImmunoglobulin.length,
      cohorts: entries.length,
    },
  ];
}

/** Figures of another data cut than that of the outcome of which they count a part. */
export function cutsDiffer(
  outcome: Outcome,
  groups: readonly { readonly entries: readonly Entry[] }[],
  query: Query,
  { outcomes }: Pick<Dataset, "outcomes">,
): RowCaution[] {
  if (!isByRule(query)) return [];
  // The outermost that is pooled stands for all: deaths from any cause never are.
  const wholes = wholesOf(outcome.id, outcomes).reverse();
  const differing = groups
    .flatMap(({ entries }) => entries)
    .filter(({ cohort, figure }) => {
      for (const whole of wholes) {
        const { figure: other } = chooseFigure(cohort, whole, query);
        if (other !== null) return other.cut !== figure.cut;
      }
      return false;
    });
  if (differing.length === 0) return [];
  return [{ code: "cut-differs", cohorts: differing.map(({ cohort }) => cohort.label) }];
}
