/** Helpers to list the parameters of a resource in its operation. */
import { usualDimension } from "#core/question/parameters.ts";
import { classesOrProducts } from "#core/question/parse-query.ts";
import type { Parameter, Reference } from "./open-api.ts";
import { listedAt, otherParameterDescriptions, withPlace } from "./parameter-descriptions.ts";
import { dataWord, questionParameter, questionParameters } from "./question-parameters.ts";

/** Every parameter of a question. */
export const question: readonly Reference[] = Object.keys(questionParameters).map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

/** The question about the two classes: without `compare`. */
export const ofClasses = question.filter(({ $ref }) => !$ref.endsWith("/compare"));

/** The question about the two classes or the products. */
export const ofClassesOrProducts: readonly (Parameter | Reference)[] = question.map((one) =>
  one.$ref.endsWith("/compare")
    ? {
        ...questionParameter("compare"),
        schema: { type: "string", enum: [...classesOrProducts], default: usualDimension },
      }
    : one,
);

/** A question about exactly one of these outcomes. */
export function questionAbout(
  outcomes: readonly { id: string }[],
): readonly (Parameter | Reference)[] {
  const outcome: Parameter = {
    name: "outcome",
    in: "query",
    description: withPlace("outcome", "Exactly one outcome."),
    required: true,
    schema: dataWord(outcomes.map(({ id }) => id)),
  };
  return ofClasses.map((one) => (one.$ref.endsWith("/outcome") ? outcome : one));
}

/** Parameters with one word of a list: a closed one, or one of the data. */
export function closed(
  words: Readonly<Record<string, readonly string[]>>,
  { required = false } = {},
): Parameter[] {
  const descriptions: Readonly<Record<string, string>> = otherParameterDescriptions;
  return Object.entries(words).map(([name, values]) => {
    const description = descriptions[name] ?? questionParameter("outcome").description;
    const isOpen = name in listedAt;
    return {
      name,
      in: "query",
      description: isOpen ? withPlace(name, description) : description,
      ...(required ? { required } : {}),
      schema: isOpen ? dataWord(values) : { type: "string", enum: [...values] },
    };
  });
}

/** A path parameter with one of these values. */
export function inPath(name: "id" | "slug" | "outcome", values: readonly string[]): Parameter {
  return {
    name,
    in: "path",
    description: withPlace(name, otherParameterDescriptions[name]),
    required: true,
    schema: dataWord(values),
  };
}

/** Taken by pages and the comparison, and never computed with. */
export const linkDate: Parameter = {
  name: "data",
  in: "query",
  description: otherParameterDescriptions.data,
  schema: { type: "string", format: "date" },
};
