/** An answer in the words of a language: what the API and every screen show. */
import type { Answer, Pool, Row, Study } from "#core/answer/answer.ts";
import { byGroup } from "#core/evidence/grouping.ts";
import type { Refusal } from "#core/evidence/reasons.ts";
import type { ApiComparison, ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import { studyWordOf } from "./arguments.ts";
import type { Catalogue, CodeWords, ScreenWords } from "./catalogue.ts";
import { type NameOf, sayNote, sayReason } from "./codes.ts";
import { collectedInWords } from "./collected-in-words.ts";

export interface AnswerWords {
  readonly codes: CodeWords;
  readonly screen: ScreenWords;
  readonly report: Pick<Catalogue["report"], "collected">;
}

export function toApi<G extends string>(answer: Answer<G>, words: AnswerWords): ApiComparison<G> {
  // The order of the fields is part of the API: `groupNames` comes directly after `groups`.
  const { answerVersion, dataVersion, dataDate, query, canonical, href, set, groups, ...rows } =
    answer;
  const { outcomes, notes, selection } = rows;
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
    outcomes: outcomes.map((row) => rowToApi(row, answer, words)),
    notes: notes.map((note) => sayNote(note, nameOf, studyWordOf(query), codes)),
    selection: {
      ...selection,
      excluded: selection.excluded.map(({ reason, ...one }) => ({
        ...one,
        reason: sayReason(reason, codes.exclusions),
        outside:
          reason.code === "outside-range" ? { value: reason.value, range: reason.range } : null,
      })),
    },
  };
}

function rowToApi<G extends string>(
  row: Row<G>,
  { query, groups }: Pick<Answer<G>, "query" | "groups">,
  words: AnswerWords,
): ApiRow<G> {
  const { codes } = words;
  const nameOf = namesBy(query.compare, codes);
  return {
    ...row,
    pools: byGroup(withId(groups), ({ id }) => poolInRow(row.pools[id])),
    notes: row.notes.map((note) => sayNote(note, nameOf, studyWordOf(query), codes)),
  };

  function poolInRow(pool: Pool): ApiPool {
    const { intentionToTreat } = pool;
    return {
      ...poolWithWords(pool, codes),
      intentionToTreat: intentionToTreat && {
        ...intentionToTreat,
        studies: intentionToTreat.studies.map(unprinted),
        collected:
          intentionToTreat.collected &&
          collectedInWords(intentionToTreat.collected, row.phrase, query, words),
      },
    };
  }
}

function namesBy(dimension: string, words: CodeWords): NameOf {
  return (group) => words.groupName(group, dimension);
}

function withId<G extends string>(groups: readonly G[]): { readonly id: G }[] {
  return groups.map((id) => ({ id }));
}

function poolWithWords(pool: Pool, words: CodeWords): Omit<ApiPool, "intentionToTreat"> {
  return {
    ...pool,
    products: pool.products.map((product) => ({
      ...product,
      shown: words.shown.product(
        product,
        pool.studies.filter((study) => study.product === product.product),
      ),
    })),
    studies: pool.studies.map(unprinted),
    broader: pool.broader.map(unprinted),
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

/** A percentage adds nothing to a count of its product. */
function isNeedless(product: string, { code }: Refusal, { products }: Pool): boolean {
  return code === "no-count" && products.some((one) => one.product === product);
}

/** A figure as it is answered, without what only the words need. */
export function unprinted<F extends Pick<Study, "printed"> & Partial<Pick<Study, "isPool">>>({
  printed,
  isPool,
  ...figure
}: F): Omit<F, "printed" | "isPool"> {
  return figure;
}
