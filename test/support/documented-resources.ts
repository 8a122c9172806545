/** The resources as the served document describes them: what tests ask of every resource derives from it. */

import type { JsonSchema } from "@valibot/to-json-schema";
import { kebabCase } from "#data/schema/common.ts";
import type { OpenApiDocument } from "#server/documentation/document.ts";
import {
  type ParameterDescription,
  questionParameters,
  type Reference,
} from "#server/documentation/parameters.ts";

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
  /** Its own parameters that are one word of a list; of a list that may grow, the words of today. */
  closed: readonly Closed[];
  /** Names of the parameters of a question that it takes. */
  ofQuestion: readonly string[];
  /** Whether parameters can be at fault. */
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
    const isShared = (one: ParameterDescription | Reference) =>
      isReference(one) && isOfQuestion(nameOf(one));
    const own = get.parameters
      .filter((one) => !isShared(one))
      .flatMap((one) => (isReference(one) ? (components.parameters[nameOf(one)] ?? []) : one));
    return {
      path,
      types: Object.keys(success.content ?? {}),
      closed: own.flatMap(closed),
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
  const own = words?.filter((value) => value !== null).map(String) ?? [];
  if (own.length > 0 || typeof items !== "object" || Array.isArray(items)) return own;
  return allowedOf(items);
}

/** An address that the resource answers: with the first word of all it needs. */
export function addressOf({ path, closed }: DocumentedResource): string {
  const needed = closed.filter(({ required }) => required);
  const first = needed.map(({ name, words }): [string, string] => [name, words[0] ?? ""]);
  const search = first.filter((_, index) => needed[index]?.in === "query");
  const whole = first.reduce((text, [name, word]) => text.replace(`{${name}}`, word), path);
  return search.length === 0 ? whole : `${whole}?${new URLSearchParams(search)}`;
}

/** Every address of a resource whose path names one of a list. */
export function addressesOf({ path, closed }: DocumentedResource): string[] {
  const member = closed.find((one) => one.in === "path");
  return member ? member.words.map((word) => path.replace(`{${member.name}}`, word)) : [path];
}
