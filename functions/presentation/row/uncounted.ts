/**
 * Lists counts that no number includes, because they are of a part of the patients or by another definition. They are
 * named if a drug has no other figure.
 */
import type { NotPooled, Pool } from "#core/answer/answer.ts";
import type { Hold, Population } from "#data/vocabulary.ts";
import { describeCodedReason } from "../words/codes.ts";
import { refusals } from "../words/exclusions.ts";
import { nameProduct } from "../words/product-name.ts";
import { formatCountWithNoun } from "../words/sentences.ts";
import { formatEventCount } from "./plotted.ts";

/** Names the number of patients behind a percentage without a count: "n 339", "n not reported". */
export function formatSampleSize(n: number | null): string {
  return n === null ? "n not reported" : `n ${n}`;
}

/** Names the part of the patients that a count is of. */
const partWords: Readonly<
  Record<Exclude<Population, "treated" | "safety" | "randomised">, string>
> = {
  leukapheresed: " apheresed",
  "efficacy-evaluable": " evaluable for efficacy",
  responders: " responders",
  "mrd-evaluable": " evaluable for MRD",
  subset: " in a subset",
};

/** Says what a count is of if it has the name of the outcome but counts something else. */
const otherWords: Readonly<Partial<Record<Hold, string>>> = {
  "different-definition": " by another definition",
  "with-complete-response": " MRD-negative with complete response",
};

/** Holds a count that no number includes, without the name of its drug: "56 of 61 evaluable for MRD". */
interface DrugCount {
  readonly product: string;
  readonly text: string;
}

/** Holds a count that stands beside the number. `doubt` states why it is doubtful; it is empty for an upper bound. */
interface CountBeside extends DrugCount {
  readonly doubt: string;
}

/** Returns text such as "cilta-cel 56 of 61 evaluable for MRD". */
function describeCountOfDrug({ product, text }: DrugCount): string {
  return `${nameProduct(product)} ${text}`;
}

/** Lists for each drug the count with most patients. */
export function listLargestUncountedCountPerDrug({
  notPooled,
}: Pick<Pool, "notPooled">): readonly DrugCount[] {
  const counts = notPooled.flatMap(({ product, reason, events, n }) => {
    const why = describeCountQualifier(reason);
    return why === null || events === null || n === null
      ? []
      : [{ product, n, text: `${formatEventCount({ events, n })}${why}` }];
  });
  const products = [...new Set(counts.map(({ product }) => product))];
  return products.flatMap((product) => {
    const [largest] = counts.filter((count) => count.product === product).sort((a, b) => b.n - a.n);
    return largest ?? [];
  });
}

/** States that no number includes a count. */
export const notCounted = "not counted";

/** Returns text such as "not counted: cilta-cel 56 of 61 evaluable for MRD"; empty without counts. */
export function describeUncountedDrugCounts(counts: readonly DrugCount[]): string {
  return counts.length === 0 ? "" : `${notCounted}: ${counts.map(describeCountOfDrug).join("; ")}`;
}

/**
 * Returns the words after a count that say of whom or what it is, as in " evaluable for MRD"; `null` if the count is
 * doubted, or stands elsewhere.
 */
function describeCountQualifier(reason: NotPooled["reason"]): string | null {
  if (reason.code === "only-over") return partWords[reason.population];
  return reason.code === "held" ? (otherWords[reason.hold] ?? null) : null;
}

/** Lists counts that stand beside the number of a class whatever else is reported of their drugs. */
export function listCountsBesideNumber(pool: Pick<Pool, "notPooled">): readonly CountBeside[] {
  const doubt = describeCodedReason({ code: "held", hold: "denominator-unclear" }, refusals);
  return [
    ...filterCountsByHold("at-most", pool).map((held) => ({
      product: held.product,
      text: `at most ${formatEventCount(held)}`,
      doubt: "",
    })),
    ...filterCountsByHold("denominator-unclear", pool).map(({ product, events }) => ({
      product,
      text: formatEventsWithoutDenominator(events),
      doubt,
    })),
  ];
}

/** Writes events without a denominator, because events of other patients may be among them. */
export const formatEventsWithoutDenominator = (events: number) =>
  formatCountWithNoun(events, "patient");

/**
 * Describes counts with their doubt, which is said once: "teclistamab at most 27 of 165", "cilta-cel 24 patients, ide-cel
 * 18 patients: printed per infused; deaths before infusion may be among them".
 *
 * @param isNamed False where the name of the only drug already stands.
 */
export function listTextsOfCountsBesideNumber(
  counts: readonly CountBeside[],
  isNamed = true,
): readonly string[] {
  const textOf = (count: CountBeside) => (isNamed ? describeCountOfDrug(count) : count.text);
  const bounds = counts.filter(({ doubt }) => doubt === "");
  const unclear = counts.filter(({ doubt }) => doubt !== "");
  const [first] = unclear;
  return [
    ...bounds.map(textOf),
    ...(first ? [`${unclear.map(textOf).join(", ")}: ${first.doubt}`] : []),
  ];
}

/** Returns the upper bound of a drug, as in " (any cause ≤17)", never rounded down; empty without one. */
export function describeUpperBound(drug: string, pool: Pick<Pool, "notPooled">): string {
  const bound = filterCountsByHold("at-most", pool).find(
    ({ product }) => nameProduct(product) === drug,
  );
  return bound ? ` (any cause ≤${Math.ceil((100 * bound.events) / bound.n)})` : "";
}

/**
 * Returns the counts that are held for this reason, each with its drug; those without events or patients are omitted.
 */
function filterCountsByHold(hold: Hold, { notPooled }: Pick<Pool, "notPooled">) {
  return notPooled.flatMap(({ product, reason, events, n }) =>
    reason.code === "held" && reason.hold === hold && events !== null && n !== null
      ? { product, events, n }
      : [],
  );
}
