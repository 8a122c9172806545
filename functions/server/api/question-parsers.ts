/** Reads the parameters of a resource from an address, and describes them for the documentation. */
import type { ParseOptions } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import type { QueryProblem } from "#core/question/query-problem.ts";
import type { Outcome } from "#data/schema.ts";
import { viewFormat } from "#presentation/views/format.ts";
import {
  linkDataName,
  makeLinkDataNoteOrProblems,
  readQuestion,
  readSingleOutcome,
} from "../answers/read-question.ts";
import type { Takes } from "../documentation/parameter-descriptions.ts";
import type { ClosedParameters, Words } from "../http/closed-parameters.ts";

type Pairs = Iterable<[string, string]>;
type Values<W extends Words> = NonNullable<ClosedParameters<W>["values"]>;
type ParameterResult<A> =
  | { question: A; canonical: string }
  | { problems: readonly QueryProblem[] };

export interface Parse<A> {
  /**
   * Returns the question with its canonical text, or all problems.
   *
   * @param otherNames Parameters that are read elsewhere.
   */
  read: (pairs: Pairs, otherNames?: readonly string[]) => ParameterResult<A>;
  takes: Takes;
}

export interface QuestionRead {
  query: Query;
  canonical: string;
}

/** Makes the parser of a question; `onlyClasses` refuses groups other than the two classes. */
export function makeQuestionParser(
  onlyClasses: ParseOptions["onlyClasses"] = false,
): Parse<QuestionRead> {
  return {
    takes: { question: { onlyClasses } },
    read(pairs, otherNames = []) {
      const { query, canonical, problems } = readQuestion(pairs, { onlyClasses, otherNames });
      return problems ? { problems } : { question: { query, canonical }, canonical };
    },
  };
}

const formatWords = { format: [String(viewFormat)] } as const satisfies Words;

/** Makes the parser of what the element asks: a question, and the format of the view that it draws. */
export function makeViewParser(
  onlyClasses: ParseOptions["onlyClasses"] = false,
): Parse<QuestionRead> {
  return {
    takes: { words: formatWords, required: ["format"], question: { onlyClasses } },
    read(pairs) {
      const options = { words: formatWords, onlyClasses };
      const { query, canonical, values, problems } = readQuestion(pairs, options);
      if (problems) return { problems };
      if (values.format !== undefined) return { question: { query, canonical }, canonical };
      return { problems: [makeMissingParameterProblem("format", formatWords, otherRelease)] };
    },
  };
}

/** Elements of release 1.1, which name no format, show this sentence to the reader. */
const otherRelease = "this page is from another release; reload it";

/**
 * Returns a parser of a question about the two classes and exactly one of these outcomes, with parameters of the
 * resource. It reads the question with that outcome and the words of these parameters, or all problems.
 *
 * @param usual The words of parameters that are absent from the address; a parameter without a usual word is required.
 */
export function makeSingleOutcomeParser<const W extends Words>(
  outcomes: readonly Outcome[],
  lists: W,
  usual: Values<W> = {},
): Parse<QuestionRead & { outcome: Outcome; values: Required<Values<W>> }> {
  const needed = Object.keys(lists).filter((name) => !Object.hasOwn(usual, name));
  return {
    takes: { words: lists, required: needed, question: { onlyClasses: true, outcomes } },
    read(pairs) {
      const options = { words: lists, onlyClasses: true };
      const { query, canonical, values, problems } = readQuestion(pairs, options);
      if (problems) return { problems };
      const missing = needed
        .filter((name) => !Object.hasOwn(values, name))
        .map((name) => makeMissingParameterProblem(name, lists));
      const { outcome, problem } = readSingleOutcome(query, outcomes);
      if (problem || missing.length > 0)
        return { problems: [...missing, ...(problem ? [problem] : [])] };
      // Each parameter has the word of the address or its usual word.
      const chosen = { ...usual, ...values } as Required<Values<W>>;
      const texts = Object.keys(lists).map((name) => `${name}=${chosen[name]}`);
      return {
        question: { query, canonical, outcome, values: chosen },
        canonical: [...texts, canonical].join("&"),
      };
    },
  };
}

function makeMissingParameterProblem(
  name: string,
  lists: Words,
  message = `a ${name} is needed here`,
): QueryProblem {
  return { parameter: name, value: "", message, allowed: lists[name] ?? [] };
}

/**
 * Returns a parser that also accepts the version of the data of a link. The version is checked and then ignored,
 * because an answer names its own version.
 */
export function addLinkDataVersionToParser<A>({ read, takes }: Parse<A>): Parse<A> {
  return {
    takes: { ...takes, linkData: true },
    read(pairs) {
      const all = [...pairs];
      const { problems: wrong } = makeLinkDataNoteOrProblems(all);
      const question = read(all, [linkDataName]);
      if (wrong === null) return question;
      return { problems: [...wrong, ...("problems" in question ? question.problems : [])] };
    },
  };
}
