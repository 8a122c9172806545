/** Parameters of a resource: they are read from an address and are data for the documentation. */
import type { ParseOptions, QueryProblem } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";
import { askedLinkDate, oneOutcome, readQuestion } from "../answers/read-question.ts";
import type { Takes } from "../documentation/parameters.ts";
import { type ClosedParameters, closedParameters, type Words } from "../http/closed-parameters.ts";

type Pairs = Iterable<[string, string]>;
type Values<W extends Words> = NonNullable<ClosedParameters<W>["values"]>;
type Read<A> = { asked: A; canonical: string } | { problems: readonly QueryProblem[] };

/** Reads the parameters of a resource. */
export interface Parse<A> {
  /** Returns the question with its canonical text, or all that is wrong. */
  read: (pairs: Pairs) => Read<A>;
  takes: Takes;
}

export interface AskedQuestion {
  query: Query;
  canonical: string;
}

/** Own parameters, each at most once with a word of its list: `{ theme: ["light", "dark"] }`. */
export function words<const W extends Words>(own: W): Parse<Values<W>> {
  return {
    takes: { words: own },
    read(pairs) {
      const { values, canonical, problems } = closedParameters(pairs, own);
      return problems ? { problems } : { asked: values, canonical };
    },
  };
}

/** A question; `onlyClasses` where groups other than the two classes have no answer. */
export function question(onlyClasses: ParseOptions["onlyClasses"] = false): Parse<AskedQuestion> {
  return {
    takes: { question: { onlyClasses } },
    read(pairs) {
      const { query, canonical, problems } = readQuestion(pairs, { onlyClasses });
      return problems ? { problems } : { asked: { query, canonical }, canonical };
    },
  };
}

/**
 * A question about the two classes and exactly one of these outcomes, with own parameters.
 *
 * @param usual the words of own parameters that are not given; one without must be given
 */
export function questionAbout<const W extends Words>(
  outcomes: readonly Outcome[],
  own: W,
  usual: Values<W> = {},
): Parse<AskedQuestion & { outcome: Outcome; own: Required<Values<W>> }> {
  const needed = Object.keys(own).filter((name) => !Object.hasOwn(usual, name));
  return {
    takes: { words: own, needed, question: { onlyClasses: true, outcomes } },
    read(pairs) {
      const options = { own, onlyClasses: true };
      const { query, canonical, values, problems } = readQuestion(pairs, options);
      if (problems) return { problems };
      const missing = needed
        .filter((name) => !Object.hasOwn(values, name))
        .map((name) => isNeeded(name, own));
      const { outcome, problem } = oneOutcome(query, outcomes);
      if (problem || missing.length > 0)
        return { problems: [...missing, ...(problem ? [problem] : [])] };
      // Each is given or usual.
      const chosen = { ...usual, ...values } as Required<Values<W>>;
      const texts = Object.keys(own).map((name) => `${name}=${chosen[name]}`);
      return {
        asked: { query, canonical, outcome, own: chosen },
        canonical: [...texts, canonical].join("&"),
      };
    },
  };
}

function isNeeded(name: string, own: Words): QueryProblem {
  const message = `a ${name} is needed here`;
  return { parameter: name, value: "", message, allowed: own[name] ?? [] };
}

/** The same, with the date of the data of a link: checked and passed over, since an answer holds its version. */
export function withLinkDate<A>({ read, takes }: Parse<A>): Parse<A> {
  return {
    takes: { ...takes, linkDate: true },
    read(pairs) {
      const { rest, problems: wrong } = askedLinkDate(pairs);
      const found = read(rest);
      if (wrong === null) return found;
      return { problems: [...wrong, ...("problems" in found ? found.problems : [])] };
    },
  };
}

/** The words of a list as a filter of the evidence. */
export function filterOf<C extends string, Rest extends object>({
  "therapy-class": therapyClass,
  ...rest
}: { "therapy-class"?: C } & Rest) {
  return therapyClass === undefined ? rest : { ...rest, therapyClass };
}
