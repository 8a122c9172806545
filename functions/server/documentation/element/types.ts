/**
 * `element.d.ts`: types of the element for TypeScript, and for JSX in React and Preact. A single
 * file without imports, so that it can be copied into a project.
 */
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import type { NamedSchemas } from "../json-schemas.ts";
import { parameterDescriptions } from "../parameter-descriptions.ts";
import { field, quotedWords, typesOf } from "../typescript.ts";
import { attributeType, events, ownProperties, presentationAttributes } from "./contract.ts";

/** Closed lists are unions of words, which editors complete. Lists and ranges are any string. */
const attributes = [
  ...parameterNames.map((name) => ({
    name,
    type: attributeType(name),
    description: parameterDescriptions[name],
  })),
  ...presentationAttributes.map(({ name, words, description }) => ({
    name,
    type: words ? quotedWords(words) : "string",
    description,
  })),
];

/** @param schemas The schemas of all answers; one of them is that of a comparison. */
export function elementTypes(schemas: NamedSchemas): string {
  return `/** \`<myeloma-compare>\`: made with the service that this file comes from. */

/** The attributes, as JSX and HTML write them. */
export interface MyelomaCompareAttributes {
${attributes.map(({ name, type, description }) => field(quoted(name), `${type} | undefined`, description, "?")).join("\n")}
}

export interface Change {
  query: string;
  permalink: string;
}

export type Failure =
  | { kind: "offline" | "failed" }
  | { kind: "refused"; details: string[] };

${typesOf(["Comparison"], schemas)}

export interface MyelomaCompareEventMap {
${events.map(({ name, detail, description }) => field(quoted(name), `CustomEvent<${detail}>`, description)).join("\n")}
}

/** Importing it registers nothing: that is \`/v1/widget.js\`, or \`customElements.define\`. */
export declare class MyelomaCompare extends HTMLElement {
${attributes
  .filter(({ name }) => name !== "lang")
  .map(({ name, description }) => field(propertyName(name), "string | null", description))
  .join("\n")}
${ownProperties.map(({ name, type, readonly, description }) => field(`${readonly ? "readonly " : ""}${name}`, type, description)).join("\n")}
}

/** The events as attributes of JSX; names with a colon cannot be written there. */
export interface MyelomaCompareListeners {
${events
  .filter(({ name }) => !name.includes(":"))
  .map(({ name, detail, description }) =>
    field(
      quoted(`on${name}`),
      `((event: CustomEvent<${detail}>) => void) | undefined`,
      description,
      "?",
    ),
  )
  .join("\n")}
}

/** What JSX adds to the attributes of any element. */
type InJsx<Common> = Omit<Common, keyof MyelomaCompareAttributes> & MyelomaCompareAttributes & MyelomaCompareListeners;

declare global {
  interface HTMLElementTagNameMap {
    "myeloma-compare": MyelomaCompare;
  }
  /** They bubble, so that what is around the element hears them, too. */
  interface GlobalEventHandlersEventMap extends MyelomaCompareEventMap {}
}

// @ts-ignore: for those who have React.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: for those who have React.
      "myeloma-compare": InJsx<import("react").HTMLAttributes<MyelomaCompare> & import("react").RefAttributes<MyelomaCompare>>;
    }
  }
}

// @ts-ignore: for those who have Preact.
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: for those who have Preact.
      "myeloma-compare": InJsx<import("preact").HTMLAttributes<MyelomaCompare>>;
    }
  }
}
`;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
