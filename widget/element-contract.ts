/**
 * What a page may set on the element and hears from it, as types. The question's properties derive from
 * the table of parameters: a new parameter is a property, an attribute and documented at once.
 */

import type { Comparison } from "#core/comparison/answer.ts";
import type { ParameterName, PropertyName } from "#core/question/parameter-names.ts";
import type { appearance } from "#presentation/view/appearance.ts";
import type { Failure } from "./answers/client.ts";

/** Every parameter as a property that reflects the attribute of the same name: `priorLines`, `age`. */
export type QuestionProperties = {
  [Name in ParameterName as PropertyName<Name>]: string | null;
};

type AppearanceName = keyof typeof appearance;

/** As the attributes say: what is not known counts as the first word. */
export type AppearanceProperties = {
  [Name in AppearanceName]: string | null;
};

export interface Change {
  /** The question in canonical order; empty for the default one. */
  query: string;
  /** Address of a page that shows the same. */
  permalink: string;
}

/** What the element tells its host; every event bubbles out of shadow roots. */
export interface MyelomaCompareEventMap {
  /** The reader changed the question. */
  "myeloma-compare:change": CustomEvent<Change>;
  /** An answer arrived. */
  "myeloma-compare:result": CustomEvent<Comparison>;
  /** No answer could be had. */
  "myeloma-compare:error": CustomEvent<Failure>;
}
