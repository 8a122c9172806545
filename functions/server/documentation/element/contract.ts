/**
 * The public interface of the element that pages may rely on, except for the parameters of a
 * question, which are described with the API. Tests compare it with the element itself.
 */
import type { ParameterName } from "#core/question/parameter-names.ts";
import { appearance } from "#presentation/screen/appearance.ts";
import type { MyelomaCompareEventMap, Told } from "#widget/element-contract.ts";
import { questionParameter } from "../question-parameters.ts";
import { wordType } from "../typescript.ts";

export interface PresentationAttribute {
  name: string;
  /** `null` if any language tag is allowed. */
  words: readonly string[] | null;
  description: string;
}

export const presentationAttributes: readonly PresentationAttribute[] = [
  {
    name: "theme",
    words: appearance.theme,
    description:
      "`auto`: the computed `color-scheme` of the page around, light if it says none; `system`: that of the reader; `light` or `dark` whatever both say.",
  },
  {
    name: "loading",
    words: appearance.loading,
    description: "`lazy` asks nothing before the element is scrolled near.",
  },
  {
    name: "lang",
    words: null,
    description:
      "Language of the words, region of the dates; without it that of the page around, else the browser's. English so far.",
  },
];

/** Properties without an attribute. */
export const ownProperties = [
  {
    name: "query",
    type: "string",
    readonly: false,
    description:
      "The present question as in the API's address, the reader's choices included. Setting it asks another one and fires no change event.",
  },
  {
    name: "permalink",
    type: "string",
    readonly: true,
    description: "Address of a page that shows the present question.",
  },
  {
    name: "comparison",
    type: "Comparison | null",
    readonly: true,
    description: "The last answer; `null` before there is one.",
  },
] as const;

export interface EventDescription {
  name: keyof MyelomaCompareEventMap;
  detail: string;
  description: string;
}

const told: Readonly<Record<keyof Told, Omit<EventDescription, "name">>> = {
  change: {
    detail: "Change",
    description:
      "The reader changed the question: `detail.query` is its text, `detail.permalink` a page that shows it.",
  },
  result: {
    detail: "Comparison",
    description: "An answer arrived: `detail` is what `/v1/comparison` answers.",
  },
  error: {
    detail: "Failure",
    description:
      "No answer could be had: `detail.kind` is `offline`, `failed` or `refused`, which has `details`.",
  },
};
const kinds = ["change", "result", "error"] as const satisfies readonly (keyof Told)[];

/** The names that every framework can write come first. */
export const events: readonly EventDescription[] = ["-" as const, ":" as const].flatMap((sign) =>
  kinds.map((kind) => ({ name: `myeloma-compare${sign}${kind}` as const, ...told[kind] })),
);

interface Named {
  name: string;
  description: string;
}

export const slots: readonly Named[] = [
  { name: "footer", description: "A line of the host's own below the comparison." },
];

export const parts: readonly Named[] = [
  { name: "headline", description: "The verdict in words." },
  { name: "filters", description: "The bar of filters." },
  { name: "section", description: "The heading over rows of one direction." },
  { name: "row", description: "One outcome." },
  { name: "sheet", description: "A filter's dialog." },
  { name: "footer", description: "All below the rows." },
];

/** Custom properties that a host page may set. Each has a light and a dark default. */
export const customProperties: readonly Named[] = [
  { name: "--mc-car-t", description: "Colour of CAR-T." },
  { name: "--mc-bsab", description: "Colour of bispecifics." },
  { name: "--mc-ink", description: "Text." },
  { name: "--mc-muted", description: "Text of less weight." },
  { name: "--mc-line", description: "Rules between rows." },
  { name: "--mc-edge", description: "Edges of what can be pressed." },
  { name: "--mc-paper", description: "Background." },
  { name: "--mc-raised", description: "Background under the pointer." },
  { name: "--mc-caution", description: "Text of cautions." },
  { name: "--mc-caution-paper", description: "Background of cautions." },
  { name: "--mc-focus", description: "Ring around what has the focus." },
];

export function attributeType(name: ParameterName): string {
  return wordType(questionParameter(name).schema);
}
