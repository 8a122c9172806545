/** The description of a resource: what the document says of it, and what the build writes for it. */
import type { GenericSchema } from "valibot";
import type { Form } from "../http/negotiation.ts";
import type { Parameter, Reference } from "./question-parameters.ts";

export interface Described {
  id: string;
  /** As in the document: `/v1/cohorts/{id}`. */
  path: string;
  tag: Tag;
  summary: string;
  description: string;
  parameters: readonly (Parameter | Reference)[];
  /** The usual one first. */
  forms: readonly Form[];
  /** The schema of its JSON, which has a name; `object` if the format is described elsewhere. */
  schema: GenericSchema | "object";
  /** Columns of its table. */
  columns: readonly string[];
  /** Statuses of its own, in addition to 200 and to those of every resource. */
  statuses: readonly (400 | 404 | 406)[];
  /** Whether it has an ETag. */
  cached: boolean;
  /** An address that has an answer. */
  example: string;
  /** The files of the build that it is, by their path below `dist/`. */
  files: (source: Source) => readonly (readonly [path: string, text: string])[];
}

export const tags = {
  Compare: "Answers computed from the evidence.",
  Evidence: "What the answers rest on.",
  Service: "The service itself.",
} as const;

export type Tag = keyof typeof tags;

/** What the text of a file can be made of. */
export interface Source {
  /** A file of the repository. */
  read: (path: string) => string;
  /** The document of all resources. */
  openApi: () => string;
}
