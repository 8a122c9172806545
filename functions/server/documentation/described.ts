/** The description of a resource. */
import type { GenericSchema } from "valibot";
import type { Parameter, Reference } from "./open-api.ts";

export interface Described {
  id: string;
  path: string;
  tag: "Compare" | "Evidence" | "Service";
  summary: string;
  description: string;
  parameters?: readonly (Parameter | Reference)[];
  /**
   * The schema of its answer, which must have a name; `object` if the format is described
   * elsewhere.
   */
  json?: GenericSchema | "object";
  /** Other forms. */
  texts?: readonly ("text/plain" | "text/html" | "text/javascript" | "image/svg+xml")[];
  /** Columns of the table. */
  csv?: readonly string[];
  /** Statuses in addition to 200 and to those of every resource. */
  also?: readonly (404 | 406)[];
  /** Whether invalid parameters are refused; usually they are. */
  validated?: boolean;
  /** Whether it has an ETag; usually it has. */
  cached?: boolean;
}
