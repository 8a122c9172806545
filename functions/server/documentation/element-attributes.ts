/**
 * Adds the attributes of the element that ask the question, one for each parameter, to files that are written by hand:
 * its types (`widget/element.d.ts`) and its custom elements manifest (`widget/custom-elements.json`).
 */

import { type ParameterName, parameterNames } from "#core/question/parameters.ts";
import { makePropertyName } from "#core/question/query.ts";
import { makeQuestionParameter } from "./parameter-descriptions.ts";

/** Describes an attribute as the schema of custom elements manifests, version 2.1.0, does. */
export interface Attribute {
  readonly name: string;
  readonly type: { readonly text: string };
  readonly default?: string;
  readonly fieldName?: string;
}

export const questionAttributes: readonly Attribute[] = parameterNames.map(makeElementAttribute);

function makeElementAttribute(name: ParameterName): Attribute {
  const { schema } = makeQuestionParameter(name);
  const initial = schema.default;
  const words = schema.enum?.map((word) => JSON.stringify(word));
  return {
    name,
    // Ranges and lists are any text, and so are words that later data may add.
    type: { text: words?.join(" | ") ?? "string" },
    ...(initial !== undefined && { default: [initial].flat().join(",") }),
    fieldName: makePropertyName(name),
  };
}

/**
 * Returns the manifest with the attributes of the question before those that it has.
 *
 * @throws Error if the manifest has no place for them
 */
export function addManifestAttributes(manifest: string): string {
  const place = '"attributes": [';
  const attributes = questionAttributes.map((attribute) => JSON.stringify(attribute)).join(",");
  return replaceRequiredText(manifest, place, `${place}${attributes},`);
}

/**
 * Returns the types with the attributes of the question as properties of `Question`.
 *
 * @throws Error if the types have no place for them
 */
export function addTypeAttributes(types: string): string {
  const fields = questionAttributes.map(({ name, type }) => {
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return `  ${key}: ${type.text};\n`;
  });
  return replaceRequiredText(
    types,
    "type Question = {};",
    `interface Question {\n${fields.join("")}}`,
  );
}

function replaceRequiredText(text: string, place: string, by: string): string {
  if (!text.includes(place)) throw new Error(`no place for attributes: ${place}`);
  return text.replace(place, () => by);
}
