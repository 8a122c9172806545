/** What programs and pages rely on: kept with a release, and compared with the next one. */
import type { JsonSchema } from "@valibot/to-json-schema";
import { isReference, nameOf, type OpenApiDocument } from "#server/documentation/open-api.ts";

/** By name: the words or types that are taken (`?parameter`, `<attribute>`) or given (all others). */
export type Contract = Readonly<Record<string, readonly string[]>>;

type Listed<Kind extends string, One> = Readonly<Record<Kind, readonly One[]>>;
type Element = Listed<
  "attributes" | "members" | "events",
  { name: string; type: { text: string } }
> &
  Listed<"slots" | "cssParts" | "cssProperties", { name: string }>;

/** @param manifest The custom elements manifest of our one element. */
export function contractOf(
  { paths, components }: OpenApiDocument,
  manifest: Listed<"modules", Listed<"declarations", Element>>,
): Contract {
  const promises = new Map<string, Set<string>>();
  const promise = (name: string, words: readonly string[] = []) =>
    promises.set(name, new Set([...(promises.get(name) ?? []), ...words]));

  const promiseSchema = (name: string, schema: JsonSchema | boolean, more: string[] = []) => {
    promise(name, [...typesOf(schema), ...more]);
    if (typeof schema === "boolean") return;
    for (const [field, one] of Object.entries(schema.properties ?? {})) {
      promiseSchema(`${name}.${field}`, one, schema.required?.includes(field) ? [] : ["undefined"]);
    }
    for (const one of schema.anyOf ?? []) promiseSchema(name, one);
    const entries = schema.prefixItems ?? [schema.items ?? []].flat();
    for (const one of entries) promiseSchema(`${name}[]`, one);
    const other = schema.additionalProperties;
    if (typeof other === "object") promiseSchema(`${name}.*`, other);
  };

  for (const [path, { get }] of Object.entries(paths)) {
    promise(path);
    for (const one of get.parameters) {
      const parameter = isReference(one) ? components.parameters[nameOf(one)] : one;
      if (parameter?.in !== "query") continue;
      const { schema, required, name } = parameter;
      const word = [schema.items ?? schema].flat()[0] ?? schema;
      promise(`${path}?${name}`, [...typesOf(word), ...(required ? [mustBe] : [])]);
      if (schema.default !== undefined) promise(`${path}?${name}=`, [String(schema.default)]);
    }
    const answer = get.responses["200"];
    const content = answer && !isReference(answer) ? (answer.content ?? {}) : {};
    for (const [type, { schema }] of Object.entries(content))
      promiseSchema(`${path} ${type}`, schema);
  }
  for (const [name, schema] of Object.entries(components.schemas)) promiseSchema(name, schema);

  for (const element of manifest.modules.flatMap(({ declarations }) => declarations)) {
    for (const { name, type } of element.attributes) promise(`<${name}>`, wordsOf(type.text));
    for (const { name, type } of element.members) promise(`element.${name}`, [type.text]);
    for (const { name, type } of element.events) promise(name, [type.text]);
    for (const { name } of element.slots) promise(`slot ${name}`);
    for (const { name } of element.cssParts) promise(`::part(${name})`);
    for (const { name } of element.cssProperties) promise(name);
  }
  return Object.fromEntries([...promises].map(([name, words]) => [name, [...words].sort()]));
}

const anyText = "string";
const mustBe = "required";

/** Of an attribute: its words, or any text. */
function wordsOf(type: string): string[] {
  return type.includes(anyText) ? [anyText] : type.split(" | ");
}

function typesOf(schema: JsonSchema | boolean): string[] {
  if (typeof schema === "boolean") return ["unknown"];
  const { $ref, anyOf, enum: words, const: word, type = "unknown" } = schema;
  if ($ref !== undefined) return [nameOf({ $ref })];
  if (anyOf) return anyOf.flatMap(typesOf);
  if (words ?? word) return [words ?? word].flat().map((one) => JSON.stringify(one));
  return [type].flat().map((one) => (one === "integer" ? "number" : one));
}

/** Called as upgrade notes name it: `?measure`, `Contrast.rate`, `<measure>`. */
export interface Break {
  name: string;
  what: string;
}

/** What is gone, is no longer taken, is asked for by now, or is given as it never was before. */
export function breaksBetween(before: Contract, after: Contract): readonly Break[] {
  const found = Object.entries(before).flatMap(([name, was]) => {
    const parents = [...name.matchAll(/[.?=[ ]/g)].map(({ index }) => name.slice(0, index));
    if (parents.some((parent) => before[parent] && !after[parent])) return [];
    const now = after[name];
    // What is given under a name of its own matters where it is named.
    if (!now) return /^[A-Z]\w*$/.test(name) ? [] : [{ name, what: "is gone" }];
    const isTaken = /[?<]/.test(name);
    if (isTaken && now.includes(anyText)) return [];
    const [from, to] = isTaken ? [was, now] : [now, was];
    const words = from.filter((one) => !to.includes(one)).join(", ");
    return words ? [{ name, what: `${isTaken ? "no longer takes" : "can be"} ${words}` }] : [];
  });
  const demanded = Object.entries(after)
    .filter(([name, now]) => now.includes(mustBe) && before[name.split("?")[0] ?? ""])
    .filter(([name]) => !before[name]?.includes(mustBe))
    .map(([name]) => ({ name, what: "is required" }));
  // A parameter of many addresses is one.
  const named = [...found, ...demanded].map((one) => ({
    ...one,
    name: one.name.replace(/^[^?]+\?/, "?"),
  }));
  return [...new Map(named.map((one) => [one.name + one.what, one])).values()];
}

/** The part of the changelog about a version, or about what is not released yet. */
export function changesOf(
  changelog: string,
  version: string,
): { date: string; text: string } | null {
  const part = changelog.split(/^## /m).find((one) => one.split(/\s/)[0] === version);
  return part === undefined ? null : { date: part.match(/^\S+ - (\S+)/)?.[1] ?? "", text: part };
}

/** Those that the upgrade notes of a version do not name in code. */
export function unnamed(breaks: readonly Break[], changes: string): readonly Break[] {
  const notes = changes.split(/^### /m).find((part) => part.startsWith("Upgrade")) ?? "";
  const names = [...notes.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  return breaks.filter(({ name }) => !names.includes(name));
}
