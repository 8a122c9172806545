/** Defines the description of a resource: what the document states about it, and what the build writes for it. */
import type { GenericSchema } from "valibot";
import type { Form } from "../http/negotiation.ts";
import type { ParameterDescription, Reference } from "./parameter-descriptions.ts";

export interface ColumnDescription {
  readonly meaning: string;
  /** The unit is absent if the values are words or ids. */
  readonly unit?: string;
}

export type ColumnDescriptions = Readonly<Record<string, ColumnDescription>>;

/** Describes a resource, as a file of `api/` exports the description. */
export interface ResourceDescription {
  /**
   * Names the function in client programs that are generated from the document, such as `getCohorts`, so it never
   * changes.
   */
  id: string;
  tag: Tag;
  summary: string;
  description: string;
  /** The example is an address that has an answer; tests request it. */
  example: string;
  /** The schema describes its JSON and has a name; `object` if the format is described elsewhere. */
  schema?: GenericSchema | "object";
  /** Describes the columns of its table. */
  columns?: ColumnDescriptions;
  /** True, the default, if responses have an `ETag`. */
  isCached?: boolean;
}

/** Describes a resource completely: its description with the facts that follow from the resource itself. */
export interface Described extends Required<ResourceDescription> {
  /** The path is that of the document: `/v1/cohorts/{id}`. */
  path: string;
  parameters: readonly (ParameterDescription | Reference)[];
  /** The default form stands first. */
  forms: readonly Form[];
  /** Lists the statuses of this resource alone, in addition to those of every resource. */
  statuses: readonly (400 | 404 | 406 | 503)[];
  /** Returns the files of the build that the resource consists of, by path below `dist/`. */
  files: (source: ReleaseSource) => readonly (readonly [path: string, text: string])[];
}

export const tags = {
  Compare: "Answers computed from the evidence.",
  Evidence: "What the answers rest on.",
  Service: "The service itself.",
} as const;

export type Tag = keyof typeof tags;

export interface ReleaseSource {
  /** Returns the text of a file of the repository. */
  read: (path: string) => string;
  /** Returns the OpenAPI document of all resources. */
  openApi: () => string;
}
