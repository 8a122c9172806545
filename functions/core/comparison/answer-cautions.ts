/** Cautions of a whole answer, shown once. */
import { bcmaKinds } from "#data/bcma-kinds.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { sourceObstacle } from "../evidence/choose.ts";
import { isResponse } from "../evidence/collected.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../question/query.ts";
import type { AskedSet } from "./answer.ts";
import { entriesOf, labelsOf, type RowEvidence } from "./cautions.ts";
import type { AnswerCaution } from "./coded-remarks.ts";
import { priorBcmaMixed, settingsMixed } from "./shared-remarks.ts";

export function answerCautions(
  query: Query,
  rows: readonly RowEvidence[],
  { products, compared: { randomised, adjusted } }: Pick<Dataset, "products" | "compared">,
): AnswerCaution[] {
  const entries = rows.flatMap(entriesOf);
  if (entries.length === 0) return [];
  const cohorts = [...new Set(entries.map(({ cohort }) => cohort))];
  const remarks: AnswerCaution[] = [];
  if (randomised === 0) remarks.push({ code: "no-randomised-comparison", adjusted });
  remarks.push(...countedPatients(query, rows));
  remarks.push(...oneRegion(query, entries, products));
  if (query.priorLines !== null || query.age !== null) remarks.push({ code: "ecological" });
  if (rowsRestOnDifferentCohorts(rows)) remarks.push({ code: "cohorts-differ-between-rows" });
  if (cohorts.some(({ doses }) => doses === "escalation")) {
    remarks.push({ code: "dose-escalation" });
  }
  remarks.push(...settingsMixed(entries), ...priorBcmaMixed(entries));
  return remarks;
}

/** Which patients the CAR-T rates count: a rate among the infused looks better. */
function countedPatients({ denominator }: Query, rows: readonly RowEvidence[]): AnswerCaution[] {
  if (denominator === "enrolled") return [{ code: "enrolled" }];
  // Said by `collected`.
  if (denominator === "collected") return [];
  // Outcomes among responders or leukapheresed patients state their patients in their own label.
  const entries = rows
    .filter(({ outcome }) => outcome.over === "all")
    .flatMap(entriesOf)
    .filter(({ cohort }) => cohort.therapyClass === "car-t");
  if (entries.length === 0) return [];
  const randomised = entries.filter(({ figure }) => figure.population === "randomised");
  const cohorts = labelsOf(randomised);
  return randomised.length === entries.length
    ? [{ code: "intention-to-treat", wholeAnswer: true, cohorts }]
    : [{ code: "as-treated", randomised: cohorts }];
}

function rowsRestOnDifferentCohorts(rows: readonly RowEvidence[]): boolean {
  const sets = rows
    .map((row) =>
      entriesOf(row)
        .map(({ cohort }) => cohort.id)
        .join(),
    )
    .filter((ids) => ids !== "");
  return new Set(sets).size > 1;
}

/** Of a question that changes the default rules. */
export function ruleCautions(
  query: Query,
  set: AskedSet | null,
  rows: readonly RowEvidence[],
): AnswerCaution[] {
  const entries = rows.flatMap(entriesOf);
  if (entries.length === 0) return [];
  return [...setAsked(set), ...collected(query, rows), ...rules(query, entries)];
}

/** The question repeats that of a publication, with the data we have of its cohorts. */
function setAsked(set: AskedSet | null): AnswerCaution[] {
  if (set === null) return [];
  const { name, cohorts, used, modified } = set;
  return [
    cohorts === null
      ? { code: "set-not-public", name, modified }
      : { code: "set-asked", name, cohorts, used, modified },
  ];
}

/** In which cohorts responses to CAR-T count all with cells collected. */
function collected({ denominator }: Query, rows: readonly RowEvidence[]): AnswerCaution[] {
  if (denominator !== "collected") return [];
  const all = rows
    .filter(({ outcome }) => isResponse(outcome))
    .flatMap(entriesOf)
    .filter(({ figure }) => figure.population === "leukapheresed");
  const of = (isDerived: boolean) =>
    labelsOf(all.filter(({ figure }) => "derived" in figure === isDerived));
  return [{ code: "collected", printed: of(false), derived: of(true) }];
}

/** Counting rules that the question relaxes, where that affects the pooled figures. */
function rules({ sources, overlap, cut }: Query, entries: readonly Entry[]): AnswerCaution[] {
  const remarks: AnswerCaution[] = [];
  if (sources === "any" && entries.some(({ figure }) => sourceObstacle(figure, "reviewed"))) {
    remarks.push({ code: "unreviewed-sources" });
  }
  if (overlap === "keep" && shareSomePatients(entries)) remarks.push({ code: "overlap-kept" });
  if (cut === "latest") remarks.push({ code: "latest-cut" });
  return remarks;
}

function shareSomePatients(entries: readonly Entry[]): boolean {
  const pooled = new Set(entries.map(({ cohort }) => cohort.id));
  return entries.some(({ cohort }) => cohort.overlaps.some((edge) => pooled.has(edge.with)));
}

/** Pooled products that one region only can give, for questions that name no region. */
export function oneRegion(
  { availability }: Query,
  entries: readonly Entry[],
  products: Dataset["products"],
): Extract<AnswerCaution, { code: "one-region" }>[] {
  if (availability !== "approved") return [];
  const found = new Map<string, string[]>();
  for (const { slug, approvedIn } of products) {
    // Hong Kong and Macao are parts of a region that counts, with regulators of their own.
    const [region, another] = approvedIn.filter((one) => !/hk|mo/.test(one));
    if (region && !another && entries.some(({ cohort }) => cohort.product === slug)) {
      found.set(region, [...(found.get(region) ?? []), slug]);
    }
  }
  return [...found].map(([region, own]) => ({ code: "one-region", region, products: own }));
}

/** @param selected the cohorts that answer the question */
export function kindsRemarks(
  { priorBcma, evidence }: Query,
  selected: readonly ComputeCohort[],
  { cohorts }: Pick<Dataset, "cohorts">,
): AnswerCaution[] {
  if (priorBcma !== "selected" || selected.length === 0) return [];
  const others = cohorts.filter(
    (one) => !selected.includes(one) && (evidence === "all" || one.evidence === evidence),
  );
  const unselected = bcmaKinds.filter((kind) => !selected.some((one) => isFor(one, kind)));
  return [
    { code: "kinds-enrolled", cohorts: selected },
    ...(unselected.length === 0
      ? []
      : [
          {
            code: "kinds-not-selected" as const,
            kinds: unselected.map((kind) => ({
              kind,
              elsewhere: others.flatMap(({ label: trial, priorBcmaKinds }) =>
                priorBcmaKinds
                  .filter((one) => one.kind === kind && one.n !== 0)
                  .map((one) => ({ ...one, trial })),
              ),
            })),
          },
        ]),
  ];
}

/** Whether every patient had this kind. */
function isFor({ priorBcmaKinds }: ComputeCohort, kind: string): boolean {
  return priorBcmaKinds.some((one) => one.kind === kind && one.directed && one.n === one.of);
}
