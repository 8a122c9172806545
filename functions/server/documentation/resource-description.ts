/** The description of a resource: what the document says of it, and what the build writes for it. */
import type { GenericSchema } from "valibot";
import type { Form } from "../http/negotiation.ts";
import type { ParameterDescription, Reference } from "./parameters.ts";

/** The description of a resource, as a file of `api/` exports it. */
export interface ResourceDescription {
  /** Name of the function in programs that are made from the document, so it does not change: `getCohorts`. */
  id: string;
  tag: Tag;
  summary: string;
  description: string;
  /** An address that has an answer; tests ask for it. */
  example: string;
  /** Schema of its JSON, with a name; `object` if the format is described elsewhere. */
  schema?: GenericSchema | "object";
  /** Lists the columns of its table. */
  columns?: readonly string[];
  /** States whether it has an `ETag`; true by default. */
  cached?: boolean;
}

/** Describes the same with what follows from the resource itself. */
export interface Described extends Required<ResourceDescription> {
  /** Holds the path in the document: `/v1/cohorts/{id}`. */
  path: string;
  parameters: readonly (ParameterDescription | Reference)[];
  /** The usual form stands first. */
  forms: readonly Form[];
  /** Holds statuses of its own, in addition to 200 and to those of every resource. */
  statuses: readonly (400 | 404 | 406)[];
  /** The files of the build that it is, by their path below `dist/`. */
  files: (source: ReleaseSource) => readonly (readonly [path: string, text: string])[];
}

export const tags = {
  Compare: "Answers computed from the evidence.",
  Evidence: "What the answers rest on.",
  Service: "The service itself.",
} as const;

export type Tag = keyof typeof tags;

/** Values of which the text of a file can be made. */
export interface ReleaseSource {
  /** Returns a file of the repository. */
  read: (path: string) => string;
  /** Returns the document of all resources. */
  openApi: () => string;
}
