/** Helpers to list the parameters of a resource in its operation. */
import type { Parameter, Reference } from "./open-api.ts";
import { otherParameterDescriptions } from "./parameter-descriptions.ts";
import { questionParameter, questionParameters } from "./question-parameters.ts";

/** Every parameter of a question. */
export const question: readonly Reference[] = Object.keys(questionParameters).map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

/** The question about the two classes: without `compare`. */
export const ofClasses = question.filter(({ $ref }) => !$ref.endsWith("/compare"));

/** A question about exactly one of these outcomes. */
export function questionAbout(
  outcomes: readonly { id: string }[],
): readonly (Parameter | Reference)[] {
  const outcome: Parameter = {
    name: "outcome",
    in: "query",
    description: "Exactly one outcome.",
    required: true,
    schema: { type: "string", enum: outcomes.map(({ id }) => id) },
  };
  return ofClasses.map((one) => (one.$ref.endsWith("/outcome") ? outcome : one));
}

/** The same for analyses that have proportions only. */
export function questionOfProportions(
  outcomes: readonly { id: string }[],
): readonly (Parameter | Reference)[] {
  const measure: Parameter = {
    ...questionParameter("measure"),
    schema: { type: "string", enum: ["proportion"] },
  };
  return questionAbout(outcomes).map((one) =>
    "$ref" in one && one.$ref.endsWith("/measure") ? measure : one,
  );
}

/** Parameters with one word of a closed list. */
export function closed(
  words: Readonly<Record<string, readonly string[]>>,
  { required = false } = {},
): Parameter[] {
  const descriptions: Readonly<Record<string, string>> = otherParameterDescriptions;
  return Object.entries(words).map(([name, values]) => ({
    name,
    in: "query",
    description: descriptions[name] ?? questionParameter("outcome").description,
    ...(required ? { required } : {}),
    schema: { type: "string", enum: [...values] },
  }));
}

/** A path parameter with one of these values. */
export function inPath(name: "id" | "slug", values: readonly string[]): Parameter {
  return {
    name,
    in: "path",
    description: otherParameterDescriptions[name],
    required: true,
    schema: { type: "string", enum: [...values] },
  };
}
