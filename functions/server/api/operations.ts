/**
 * Collects the descriptions of all resources, and their answers that never change, from the files
 * of the API. Used by the build only; the Worker does not need them.
 */
import { type Constants, constantPath } from "../answers/constant-answer.ts";
import type { Described } from "../documentation/described.ts";
import { resources } from "./index.ts";

interface Resource {
  operations: () => readonly Described[];
  constants?: () => Constants;
}

const modules = await Promise.all(
  Object.keys(resources).map((name): Promise<Resource> => import(`./${name}.ts`)),
);

/** In the order of the resources. */
export const operations: readonly Described[] = modules.flatMap((one) => one.operations());

/** Answers that stay the same for a whole release, by their path below `dist/`. */
export function constantAnswers(): ReadonlyMap<string, string> {
  const all = modules.flatMap(({ constants }) => constants?.() ?? []);
  return new Map(all.map(([resource, text]) => [constantPath(resource), text]));
}
