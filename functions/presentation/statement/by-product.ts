/**
 * Products side by side as a screen draws them: one table in which each product has its own figure in
 * every row; then medians of survival and times, which are never pooled. Nothing is compared.
 */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { type Evidence, standIns } from "#core/answer/evidence.ts";
import type { RegimenLabels } from "#core/evidence/answer-labels.ts";
import type { mediansAmong } from "#core/evidence/medians.ts";
import { askedRegions } from "#core/evidence/regimen-labels.ts";
import {
  type FamilyMonths,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import { type LikeTimes, likeTimes, type TimingLine, timingAmong } from "#core/evidence/timing.ts";
import type { FullDose } from "#data/full-dose.ts";
import { familyOf, monthOf } from "#data/landmarks.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { sayReason } from "../words/codes.ts";
import { endsOf100, lowerBoundOf100, rateOf100 } from "../words/rates.ts";
import { uncapitalised } from "../words/sentences.ts";
import { displayedRateOf, isFarBeyond } from "./figures.ts";
import { knownByProduct } from "./known-by-product.ts";
import { aboveWhole, notesOfAnswer, notesOfRow, type StatedNote } from "./notes.ts";
import { namedProduct } from "./products.ts";
import type { GroupName } from "./row.ts";
import { detailOf } from "./row-detail.ts";
import { besideText, evidenceText } from "./side.ts";
import { type NamedGroup, namedGroups } from "./side-by-side.ts";

/** What a product has in a row. */
export interface ProductCell {
  /** "94", "12–30"; "–" where nothing is known, or only what stands beneath. */
  readonly figure: string;
  /** "7 days", "not reached": not of the size of a number. */
  readonly inWords?: true;
  /** Its interval, or what kind of figure it is. */
  readonly under: string;
  /** What both are, for screen readers: "of 100, 95 % interval". */
  readonly heard: string;
  /** "137 of 145: 43 of 48, 94 of 97" */
  readonly evidence: string;
}

interface OfProduct {
  readonly id: string;
  readonly name: string;
  /** `null` where patients of both classes were counted together. */
  readonly therapyClass: TherapyClass | null;
}

interface Named {
  /** Its outcome, or what else it is of: "median-pfs". */
  readonly id: string;
  /** Whether the row of the outcome can be opened. */
  readonly opens: boolean;
  readonly label: string;
  readonly detail: string | null;
}

export interface ProductRow extends Named {
  /** In the order of the products; of many only those of which something is known. */
  readonly cells: readonly (OfProduct & ProductCell)[];
  /** The others of many, in one line; else empty. */
  readonly none: string;
}

/** One for each product; `null` where nothing is known. */
interface Known extends Named {
  readonly cells: readonly (ProductCell | null)[];
}

export interface ByProduct {
  /** How to read the table. */
  readonly lead: string;
  readonly products: readonly (OfProduct & {
    /** "Label: US from 4 lines; EU from 3" */
    readonly label: string;
  })[];
  /** Too many for a column each. */
  readonly isMany: boolean;
  readonly groups: readonly {
    readonly group: GroupName | "timing";
    readonly rows: readonly ProductRow[];
  }[];
  /** The outcomes that no product has a figure of; empty if there are none. */
  readonly unreported: string;
}

/** What products have beside their answer. */
export interface ProductEvidence {
  readonly monthsOf: (family: SurvivalFamily) => FamilyMonths;
  readonly mediansOf: (family: SurvivalFamily) => ReturnType<typeof mediansAmong>;
  /** @param row an outcome; `null` for the times of the treatment */
  readonly timesOf: (row: string | null) => readonly TimingLine[];
  readonly fullDosesOf: (product: string) => readonly FullDose[];
  readonly labels: readonly RegimenLabels[];
}

/** A column of fewer pixels would break its numbers. */
const mostColumns = 8;

const groups = ["efficacy", "toxicity", "survival"] as const;
const families = ["pfs", "os", "dor"] as const;
/** Of these it is asked when they begin. */
const beginning = ["crs", "icans"] as const;

export function byProductOf(
  answer: Answer<string>,
  evidence: ProductEvidence,
  words: Catalogue,
): ByProduct {
  const named = namedGroups(answer, words);
  const said = words.productTable;
  const all = { named, answer, evidence, words };
  const rows = answer.outcomes.map((row) => ({ group: row.group, ...outcomeRow(row, all) }));
  const isSilent = ({ cells }: Known) => cells.every((cell) => cell === null);
  const of = (group: GroupName) => rows.filter((row) => row.group === group);
  const asks = (group: GroupName) => of(group).length > 0;
  const tables = [
    ...groups.map((group) => ({
      group,
      rows: [
        ...of(group).map(({ group: _, ...row }) => row),
        ...(group === "survival" && asks(group) ? families.map((one) => medianRow(one, all)) : []),
      ],
    })),
    { group: "timing" as const, rows: asks("toxicity") ? timeRows(all) : [] },
  ];
  const silent = rows.filter(isSilent).map(({ label }) => label);
  const products = named.map(({ id, name, therapyClass }) => ({
    id,
    name: nameIn(answer, id, words) ?? name,
    therapyClass,
  }));
  const isMany = named.length > mostColumns;
  return {
    lead: said.lead,
    products: products.map((one) => ({
      ...one,
      label: said.label(
        evidence.labels.filter(({ product }) => product === one.id),
        askedRegions(answer.query).length > 0,
      ),
    })),
    isMany,
    groups: tables
      .map(({ group, rows: own }) => ({
        group,
        rows: own
          .filter((row) => !isSilent(row))
          .map((row) => drawn(row, group, products, isMany, words)),
      }))
      .filter(({ rows: own }) => own.length > 0),
    unreported: silent.length > 0 ? said.unreported(silent) : "",
  };
}

/** Where a dash holds no column, products without a figure are named in one line. */
function drawn(
  { cells, ...row }: Known,
  group: ByProduct["groups"][number]["group"],
  products: readonly OfProduct[],
  isMany: boolean,
  { productTable: said }: Catalogue,
): ProductRow {
  const dash = { figure: "–", under: "", heard: said.none, evidence: "" };
  const isShown = (_: OfProduct, index: number) => !isMany || cells[index] != null;
  // A product without a like time may have another in the next row.
  const none = group === "timing" ? [] : products.filter((one, index) => !isShown(one, index));
  return {
    ...row,
    cells: products
      .map((product, index) => ({ ...product, ...(cells[index] ?? dash) }))
      .filter(isShown),
    none: none.length > 0 ? said.noneOf(none.map(({ name }) => name)) : "",
  };
}

/** What to bear in mind with all of them; what labels ask for stands under each name. */
export function notesOfProducts(answer: Answer<string>, words: Catalogue): string[] {
  return notesOfAnswer(answer, words)
    .filter(({ code }) => code !== "label-from-line")
    .map(({ text }) => text);
}

/** With what it was given, which is the same in every row. */
function nameIn({ outcomes }: Answer<string>, id: string, { screen }: Catalogue): string | null {
  const pool = outcomes.flatMap(({ pools }) => pools[id] ?? []).find(({ k }) => k > 0);
  return pool ? namedProduct(pool, screen.headline) : null;
}

interface All {
  readonly named: readonly NamedGroup[];
  readonly answer: Answer<string>;
  readonly evidence: ProductEvidence;
  readonly words: Catalogue;
}

function outcomeRow(row: Row<string>, all: All): Known {
  const { outcome, label } = row;
  const detail = detailOf(row, all.answer, all.words);
  const cellOf = familyOf(outcome) === null ? countedCell : monthCell;
  const notes = notesOfRow(row, all.answer, all.words);
  const cells = all.named.map((group) => cellOf(row, group, all, notes));
  return { id: outcome, opens: true, label, detail, cells };
}

/** Its own number; else what is printed or counted otherwise, which is named. */
function countedCell(
  row: Row<string>,
  { id, name }: NamedGroup,
  { answer, words }: All,
  notes: readonly StatedNote[],
): ProductCell | null {
  const pool = row.pools[id];
  if (!pool) return null;
  const { screen, productTable: said } = words;
  const shown = displayedRateOf(row, id);
  if (shown) {
    return {
      figure: rateOf100(shown.estimate, 0, screen.numbers),
      under: endsOf100(shown.interval, screen.numbers),
      heard: said.ofInterval,
      evidence: withUnbrokenCounts(
        [evidenceText(name, pool, row, answer, words), aboveWhole(notes, id)]
          .filter(Boolean)
          .join("; "),
      ),
    };
  }
  const beneath = [besideText(name, pool, answer, words), refusedText(pool, words)]
    .filter(Boolean)
    .join("; ");
  // The ladder of one product has one step.
  const [known] = knownByProduct(pool, words);
  if (!known) {
    return beneath === "" ? null : { figure: "–", under: "", heard: said.none, evidence: beneath };
  }
  const counts = standIns(pool)
    .flatMap(({ shown: entries }) => entries)
    .flatMap((entry) => otherCount(entry, words))
    .join(known.kind === "narrower" ? "; " : ", ");
  return {
    figure: known.number,
    under: said.instead[known.kind],
    heard: screen.of100,
    evidence: withUnbrokenCounts([counts, beneath].filter(Boolean).join("; ")),
  };
}

/** A count of the broader outcome, or of a part, which is named. */
function otherCount(entry: Evidence, { screen: { named } }: Catalogue): string[] {
  if (entry.as !== "broader" && entry.as !== "narrower") return [];
  const count = named.count(entry.events, entry.n);
  return [entry.as === "broader" ? count : named.ofOutcome(uncapitalised(entry.of.label), count)];
}

/** A column is narrow: no count is broken over two lines. */
function withUnbrokenCounts(text: string): string {
  return text.replace(/(\d) of (?=\d)/g, "$1\u00a0of\u00a0");
}

/** Counts of a part of the patients, where nothing else is known. */
function refusedText({ notPooled }: Pool, { codes, screen }: Catalogue): string {
  return notPooled
    .filter(({ reason, events, n }) => reason.code === "only-over" && events !== null && n !== null)
    .map(
      ({ events, n, reason }) =>
        `${screen.named.count(events, n)}, ${sayReason(reason, codes.refusals)}`,
    )
    .join("; ");
}

/** Of one trial as it is; several are never averaged, so each is named. */
interface OfTrial extends ProductCell {
  readonly trial: string;
}

function cellOfTrials(trials: readonly OfTrial[]): ProductCell | null {
  const [first, another] = trials;
  if (!first) return null;
  const { trial, ...only } = first;
  const ofOne = [trial, only.evidence].filter(Boolean).join(", ");
  if (!another) return { ...only, evidence: ofOne };
  return {
    figure: trials.map(({ figure }) => figure).join(", "),
    inWords: true,
    under: "",
    heard: "",
    evidence: trials
      .map(({ trial: name, figure, under }) =>
        [name, figure, under && `(${under})`].filter(Boolean).join(" "),
      )
      .join("; "),
  };
}

const monthColumns: readonly number[] = survivalMonths;

/** Survival at a month, trial by trial; of a trial too small for the months what it printed. */
function monthCell({ outcome, pools }: Row<string>, { id }: NamedGroup, all: All) {
  const { evidence, words } = all;
  const { screen, productTable: said, survival } = words;
  const family = familyOf(outcome);
  const at = monthColumns.indexOf(monthOf(outcome));
  const months = family && at >= 0 ? evidence.monthsOf(family).trials : [];
  const known = months
    .filter(({ cohort, cells }) => cohort.product === id && cells[at]?.kind !== "unknown")
    .map((trial) => ofMonth(trial, at, words));
  const printed = (pools[id]?.studies ?? []).map(
    ({ label, n, estimate, interval }): OfTrial => ({
      trial: label,
      figure: rateOf100(estimate, 0, screen.numbers),
      under: endsOf100(interval, screen.numbers),
      heard: said.ofInterval,
      evidence: survival.counted(n, null),
    }),
  );
  return cellOfTrials(known.length > 0 ? known : printed);
}

function ofMonth({ cohort, n, cells }: TrialMonths, at: number, words: Catalogue): OfTrial {
  const { screen, productTable: said, survival } = words;
  const trial = trialName(cohort, words);
  const cell = cells[at] ?? { kind: "unknown" };
  if (!("landmark" in cell)) {
    const figure = survival.cell[cell.kind];
    return { trial, figure, under: said.byMedian, heard: screen.of100, evidence: "" };
  }
  const { kind, isNewest, landmark } = cell;
  const { survival: rate, interval, followUpMonths, outcome } = landmark;
  const isPrinted = kind === "printed";
  const ends = isPrinted && interval ? endsOf100(interval, screen.numbers) : "";
  return {
    trial,
    figure: isPrinted
      ? rateOf100(rate, 0, screen.numbers)
      : survival.atLeast(lowerBoundOf100(rate, screen.numbers)),
    under: isPrinted ? ends : said.byMonth(monthOf(outcome)),
    heard: ends ? said.ofInterval : screen.of100,
    evidence: [survival.counted(n, null), !isNewest && said.followed(followUpMonths)]
      .filter(Boolean)
      .join(", "),
  };
}

function trialName(
  { label, regimen }: Pick<TrialMonths["cohort"], "label" | "regimen">,
  { survival }: Catalogue,
): string {
  return regimen === "combination" ? `${label} ${survival.combined}` : label;
}

function medianRow(family: SurvivalFamily, all: All): Known {
  const { productTable: said } = all.words;
  const medians = all.evidence.mediansOf(family);
  return {
    id: `median-${family}`,
    opens: false,
    label: said.median[family],
    detail: said.months,
    cells: all.named.map(({ id }) =>
      cellOfTrials(
        medians
          .filter(({ cohort }) => cohort.product === id)
          .map((one) => ofMedian(one, all.words)),
      ),
    ),
  };
}

type Printed = ReturnType<typeof mediansAmong>[number];

function ofMedian({ cohort, median }: Printed, words: Catalogue): OfTrial {
  const { productTable: said, survival } = words;
  const { months, interval, followUpMonths } = median;
  const trial = trialName(cohort, words);
  const figure = survival.months(months);
  if (months === null) {
    const under = followUpMonths === null ? "" : said.at(followUpMonths);
    return { trial, figure, inWords: true, under, heard: "", evidence: "" };
  }
  return {
    trial,
    figure,
    under: interval ? said.ends(interval) : "",
    heard: interval ? said.monthsInterval : said.months,
    evidence: said.followed(followUpMonths, isFarBeyond(median)),
  };
}

/** Times stand in one row only where they are of the same kind of source and count from the same start. */
function timeRows(all: All): Known[] {
  const { named, answer, evidence, words } = all;
  const { productTable: said } = words;
  const asked = new Set(answer.selection.included.map(({ cohort }) => cohort));
  const begins = beginning.flatMap((outcome) =>
    likeTimes(timingAmong(evidence.timesOf(outcome), asked), "onset", outcome).map((like) =>
      timeRow(`onset-${outcome}`, said.begins[outcome], like, all),
    ),
  );
  // It belongs to the treatment, so any trial of the product tells it.
  const waits = likeTimes(evidence.timesOf(null), "apheresis-to-infusion", null).map((like) =>
    timeRow("collection-to-infusion", said.collection, like, all),
  );
  const full: Known = {
    id: "full-dose",
    opens: false,
    label: said.fullDose,
    detail: said.byLabel,
    cells: named.map(({ id }) => fullDoseCell(id, all)),
  };
  return [...begins, ...waits, full];
}

function timeRow(
  id: string,
  label: string,
  { evidence, from, times }: LikeTimes,
  { named, words }: All,
): Known {
  const { productTable: said } = words;
  const cellOf = (product: string) =>
    cellOfTrials(
      times
        .filter(({ line }) => line.product === product)
        .map(({ line, time }) => {
          const duration = line.times.find(
            (one) => one.what === "duration" && one.outcome === time.outcome,
          );
          return {
            trial: line.label,
            figure: said.time(time),
            inWords: true as const,
            under: [said.spread(time), said.ofWhom(time, line)].filter(Boolean).join("; "),
            heard: "",
            evidence: duration ? said.lasts(duration) : "",
          };
        }),
    );
  return {
    id: [id, evidence, from ?? `${times[0]?.line.therapyClass}-start-not-reported`]
      .join("-")
      .replaceAll(" ", "-"),
    opens: false,
    label,
    detail: said.likeTimes(evidence, from),
    cells: named.map((product) => cellOf(product.id)),
  };
}

/** Of the labels of the regions asked for. */
function fullDoseCell(id: string, { answer, evidence, words }: All): ProductCell | null {
  const regions: readonly string[] = askedRegions(answer.query);
  const days = evidence
    .fullDosesOf(id)
    .filter(({ region }) => !region || regions.length === 0 || regions.includes(region))
    .map(({ day }) => day)
    .sort((a, b) => a - b);
  if (days.length === 0) return null;
  const { productTable: said } = words;
  const figure = said.days([...new Set(days)]);
  return { figure, inWords: true, under: "", heard: "", evidence: said.stepUp };
}
