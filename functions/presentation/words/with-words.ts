/** Adds the words of a language to the coded answer: what the API and every screen show. */
import type {
  Comparison,
  OutcomeComparison,
  Pool,
  PublishedBeside,
} from "#core/comparison/answer.ts";
import type {
  CodedChain,
  CodedComparison,
  CodedOutcome,
  CodedPool,
  CodedPublished,
  CodedStudy,
} from "#core/comparison/coded-answer.ts";
import { byGroup } from "#core/evidence/grouping.ts";
import type { Refusal } from "#core/evidence/reasons.ts";
import type { Catalogue, CodeWords, ScreenWords } from "./catalogue.ts";
import { type NameOf, sayReason, sayRemark } from "./codes.ts";
import { collectedInWords } from "./collected-in-words.ts";
import { publishedLine } from "./published-in-words.ts";

export interface AnswerWords {
  readonly codes: CodeWords;
  readonly screen: ScreenWords;
  readonly detail: Pick<Catalogue["detail"], "published">;
  readonly analyses: Pick<Catalogue["analyses"], "byName">;
  readonly report: Pick<Catalogue["report"], "collected">;
}

export function withWords<G extends string>(
  answer: CodedComparison<G>,
  words: AnswerWords,
): Comparison<G> {
  // The order of the fields is part of the API: `groupNames` comes directly after `groups`.
  const { answerVersion, dataVersion, dataDate, query, canonical, href, set, groups, ...rows } =
    answer;
  const { outcomes, cautions, selection } = rows;
  const { codes } = words;
  const nameOf = namesBy(query.compare, codes);
  return {
    answerVersion,
    dataVersion,
    dataDate,
    query,
    canonical,
    href,
    set,
    groups,
    groupNames: byGroup(withId(groups), ({ id }) => nameOf(id).short),
    ...rows,
    outcomes: outcomes.map((row) => outcomeWithWords(row, answer, words)),
    cautions: cautions.map((remark) => sayRemark(remark, nameOf, codes)),
    selection: {
      ...selection,
      excluded: selection.excluded.map((one) => ({
        ...one,
        reason: sayReason(one.reason, codes.exclusions),
      })),
    },
  };
}

/** One row of the answer; used to show each row as soon as it is computed. */
export function outcomeWithWords<G extends string>(
  { byName, ...row }: CodedOutcome<G>,
  { query, groups }: Pick<CodedComparison<G>, "query" | "groups">,
  words: AnswerWords,
): OutcomeComparison<G> {
  const { codes, detail, screen } = words;
  const nameOf = namesBy(query.compare, codes);
  const { level, reasons } = row.certainty;
  const say = (remark: (typeof reasons)[number]) => sayRemark(remark, nameOf, codes);
  return {
    ...row,
    ...(byName && {
      byName: byName.map((pair) => ({
        ...pair,
        text: words.analyses.byName(pair, row.phrase, screen),
      })),
    }),
    pools: byGroup(withId(groups), ({ id }) => poolInRow(row.pools[id])),
    published: row.published && publishedInWords(row.published),
    certainty: { level, reasons: reasons.map(say) },
    cautions: row.cautions.map(say),
  };

  function poolInRow(pool: CodedPool): Pool {
    const { enrolled } = pool;
    return {
      ...poolWithWords(pool, codes),
      enrolled: enrolled && {
        ...enrolled,
        studies: enrolled.studies.map(unprinted),
        collected:
          enrolled.collected && collectedInWords(enrolled.collected, row.phrase, query, words),
      },
    };
  }

  function publishedInWords({ repeats, withheld, ...beside }: CodedPublished): PublishedBeside {
    const own = { published: detail.published, numbers: screen.numbers };
    return { ...beside, line: publishedLine(row, { ...beside, repeats, withheld }, query, own) };
  }
}

function namesBy(dimension: string, words: CodeWords): NameOf {
  return (group) => words.groupName(group, dimension);
}

function withId<G extends string>(groups: readonly G[]): { readonly id: G }[] {
  return groups.map((id) => ({ id }));
}

function poolWithWords(pool: CodedPool, words: CodeWords): Omit<Pool, "enrolled"> {
  return {
    ...pool,
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
