/** The descriptions of all resources and their constant answers; the Worker needs neither. */
import { type Constants, constantPath } from "#server/answers/constant-answer.ts";
import { resources } from "#server/api/index.ts";
import type { Described } from "#server/documentation/described.ts";

interface Resource {
  operations: () => readonly Described[];
  constants?: () => Constants;
}

const modules = await Promise.all(
  Object.keys(resources).map(
    (name): Promise<Resource> => import(`../../functions/server/api/${name}.ts`),
  ),
);

/** In the order of the resources. */
export const operations: readonly Described[] = modules.flatMap((one) => one.operations());

/** Answers that stay the same for a whole release, by their path below `dist/`. */
export function constantAnswers(): ReadonlyMap<string, string> {
  const all = modules.flatMap(({ constants }) => constants?.() ?? []);
  return new Map(all.map(([resource, text]) => [constantPath(resource), text]));
}
