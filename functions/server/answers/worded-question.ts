/** The language of answers in words, if there is more than one language. */
import type { ParseOptions, QueryProblem } from "#core/question/parse-query.ts";
import { catalogueFor, english, languageTags } from "#presentation/words/catalogues.ts";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import { closedParameters, type Words } from "../http/closed-parameters.ts";
import { questionWith } from "./question-with.ts";

/**
 * The parameter `lang`. As long as there is only one language, it is unknown like any other name.
 */
const langWords: Words = languageTags.length > 1 ? { lang: languageTags } : {};

/** Like `questionWith`, and the words of the requested language. */
export function wordedQuestion<W extends Words>(url: string, own: W, options?: ParseOptions) {
  const asked = questionWith(url, { ...own, ...langWords }, options);
  return asked.problems
    ? { ...asked, words: null }
    : { ...asked, words: catalogueFor(asked.values.lang ?? "") };
}

/** The words of the requested language, and the rest of the URL. */
export function askedLanguage(url: string): {
  words: Catalogue;
  rest: [string, string][];
  problems: readonly QueryProblem[];
} {
  const pairs = [...new URL(url).searchParams];
  // With a single language there is nothing to read: this is on the way of every request.
  if (languageTags.length === 1) return { words: english, rest: pairs, problems: [] };
  const isLang = ([name]: [string, string]) => Object.hasOwn(langWords, name);
  const { values, problems } = closedParameters(
    new URLSearchParams(pairs.filter(isLang)),
    langWords,
  );
  return {
    words: catalogueFor(values?.lang ?? ""),
    rest: pairs.filter((pair) => !isLang(pair)),
    problems: problems ?? [],
  };
}
