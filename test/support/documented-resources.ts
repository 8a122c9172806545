/** The resources as the served document describes them. Tests of every resource derive from it. */

import type { JsonSchema } from "@valibot/to-json-schema";
import { kebabCase } from "#data/schema/common.ts";
import type { OpenApiDocument } from "#server/documentation/document.ts";
import {
  type ParameterDescription,
  questionParameters,
  type Reference,
} from "#server/documentation/parameter-descriptions.ts";

export function isReference(value: object): value is Reference {
  return "$ref" in value && typeof value.$ref === "string";
}

/** The name of the component that a reference points to: its last part. */
export function nameOf({ $ref }: Reference): string {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

const isOfQuestion = (name: string) => Object.hasOwn(questionParameters, name);

export interface DocumentedResource {
  path: string;
  /** Media types of its answers, the usual one first. */
  types: readonly string[];
  /**
   * Lists the resource's own parameters whose value is one word of a list, with the words of today if the list may
   * grow.
   */
  closed: readonly Closed[];
  /** Names of the parameters of a question that it takes. */
  ofQuestion: readonly string[];
  /** States whether parameters can be at fault. */
  validated: boolean;
}

export interface Closed {
  name: string;
  in: ParameterDescription["in"];
  required: boolean;
  words: readonly string[];
}

export function documentedResources({ paths, components }: OpenApiDocument): DocumentedResource[] {
  return Object.entries(paths).map(([path, { get }]) => {
    const success = get.responses["200"];
    if (!success || isReference(success)) throw new Error(`${path} documents no answer`);
    const isShared = (parameter: ParameterDescription | Reference) =>
      isReference(parameter) && isOfQuestion(nameOf(parameter));
    const ownParameters = get.parameters
      .filter((parameter) => !isShared(parameter))
      .flatMap((parameter) =>
        isReference(parameter) ? (components.parameters[nameOf(parameter)] ?? []) : parameter,
      );
    return {
      path,
      types: Object.keys(success.content ?? {}),
      closed: ownParameters.flatMap(closed),
      ofQuestion: get.parameters.filter(isReference).map(nameOf).filter(isOfQuestion),
      validated: "400" in get.responses,
    };
  });
}

function closed({ name, in: place, required = false, schema }: ParameterDescription): Closed[] {
  const words = allowedOf(schema);
  return words.length > 0 ? [{ name, in: place, required, words }] : [];
}

/** The words that are allowed: a closed list, or those that the data have today. */
function allowedOf({ enum: values, pattern, examples, items }: JsonSchema): string[] {
  const words = values ?? (pattern === kebabCase.source ? examples : []);
  const texts = words?.filter((value) => value !== null).map(String) ?? [];
  if (texts.length > 0 || typeof items !== "object" || Array.isArray(items)) return texts;
  return allowedOf(items);
}

/** Returns an address that the resource answers, with the first allowed word of each required parameter. */
export function addressOf({ path, closed }: DocumentedResource): string {
  const needed = closed.filter(({ required }) => required);
  const first = needed.map(({ name, words }): [string, string] => [name, words[0] ?? ""]);
  const search = first.filter((_, index) => needed[index]?.in === "query");
  const whole = first.reduce((text, [name, word]) => text.replace(`{${name}}`, word), path);
  return search.length === 0 ? whole : `${whole}?${new URLSearchParams(search)}`;
}

/** Every address of a resource whose path names one of a list. */
export function addressesOf({ path, closed }: DocumentedResource): string[] {
  const member = closed.find((parameter) => parameter.in === "path");
  return member ? member.words.map((word) => path.replace(`{${member.name}}`, word)) : [path];
}
