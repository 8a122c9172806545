/**
 * Adds the words of a language to the coded answer of the core. The result is what the API returns
 * and what every screen shows.
 */
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import type {
  CodedChain,
  CodedComparison,
  CodedOutcome,
  CodedPool,
  CodedStudy,
} from "#core/comparison/coded-answer.ts";
import { byGroup } from "#core/evidence/grouping.ts";
import type { Refusal } from "#core/evidence/reasons.ts";
import type { CodeWords } from "./catalogue.ts";
import { type NameOf, sayReason, sayRemark } from "./codes.ts";

export function withWords<G extends string>(
  answer: CodedComparison<G>,
  words: CodeWords,
): Comparison<G> {
  // The order of the fields is part of the API: `groupNames` comes directly after `groups`.
  const { answerVersion, dataVersion, dataDate, query, canonical, href, set, groups, ...rows } =
    answer;
  const { outcomes, cautions, selection } = rows;
  const nameOf = namesBy(query.compare, words);
  return {
    ...{ answerVersion, dataVersion, dataDate, query, canonical, href, set, groups },
    groupNames: byGroup(withId(groups), ({ id }) => nameOf(id).short),
    ...rows,
    outcomes: outcomes.map((row) => outcomeWithWords(row, answer, words)),
    cautions: cautions.map((remark) => sayRemark(remark, nameOf, words)),
    selection: {
      ...selection,
      excluded: selection.excluded.map((one) => ({
        ...one,
        reason: sayReason(one.reason, words.exclusions),
      })),
    },
  };
}

/** One row of the answer; used to show each row as soon as it is computed. */
export function outcomeWithWords<G extends string>(
  row: CodedOutcome<G>,
  { query, groups }: Pick<CodedComparison<G>, "query" | "groups">,
  words: CodeWords,
): OutcomeComparison<G> {
  const nameOf = namesBy(query.compare, words);
  const { level, reasons } = row.certainty;
  return {
    ...row,
    // Scripts of earlier releases ask whether a row is one of rates over time.
    measure: "proportion",
    pools: byGroup(withId(groups), ({ id }) => poolWithWords(row.pools[id], words)),
    certainty: { level, reasons: reasons.map((remark) => sayRemark(remark, nameOf, words)) },
    cautions: row.cautions.map((remark) => sayRemark(remark, nameOf, words)),
  };
}

function namesBy(dimension: string, words: CodeWords): NameOf {
  return (group) => words.groupName(group, dimension);
}

function withId<G extends string>(groups: readonly G[]): { readonly id: G }[] {
  return groups.map((id) => ({ id }));
}

function poolWithWords(pool: CodedPool, words: CodeWords): Pool {
  return {
    ...pool,
    rate: null,
    chain: pool.chain && chainWithWords(pool.chain, words),
    products: pool.products.map((product) => ({
      ...product,
      shown: words.shown.product(
        product,
        pool.studies.filter((study) => study.product === product.product),
      ),
    })),
    studies: pool.studies.map(unprinted),
    beside: pool.beside && { ...pool.beside, studies: pool.beside.studies.map(unprinted) },
    notPooled: pool.notPooled.map(({ cohort, label, product, reason, ...figure }) => ({
      cohort,
      label,
      product,
      code: reason.code,
      reason: sayReason(reason, words.refusals),
      shown: isNeedless(product, reason, pool)
        ? null
        : words.shown.unpooled({ code: reason.code, label, ...figure }),
      ...figure,
    })),
  };
}

function chainWithWords(chain: CodedChain, words: CodeWords): Pool["chain"] {
  const { code, above } = chain;
  return { code, above, text: words.chain(chain) };
}

/** A percentage adds nothing to a count of its product; a count of another data cut does. */
function isNeedless(product: string, { code }: Refusal, { products }: CodedPool): boolean {
  return code === "no-count" && products.some((one) => one.product === product);
}

/** A figure as it is answered, without what only the words need. */
export function unprinted<
  F extends Pick<CodedStudy, "printed"> & Partial<Pick<CodedStudy, "isPool">>,
>({ printed, isPool, ...figure }: F): Omit<F, "printed" | "isPool"> {
  return figure;
}
