/** What is said of a resource. */
import type { GenericSchema } from "valibot";
import type { Parameter, Reference } from "./open-api.ts";

export interface Described {
  id: string;
  path: string;
  tag: "Compare" | "Evidence" | "Service";
  summary: string;
  description: string;
  parameters: readonly (Parameter | Reference)[];
  /** The schema of its answer, which has a name; `object` where others say what it is. */
  json?: GenericSchema | "object";
  /** Other forms. */
  texts?: readonly ("text/plain" | "text/html" | "text/javascript" | "image/svg+xml")[];
  /** Columns of the table. */
  csv?: readonly string[];
  /** A real request for the example; `null` where an example would say nothing. */
  example: string | null;
  /** Besides 200 and what every resource can answer. */
  also: readonly ("406" | "404")[];
  /** Whether parameters can be at fault. */
  validated: boolean;
  /** Whether it has an ETag. */
  cached: boolean;
}

export const usual = { also: [], validated: true, cached: true } as const;
