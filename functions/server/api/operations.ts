/**
 * Collects the descriptions of all resources, and their answers that never change, from the folders
 * of the API. Used by the build only; the Worker does not need them.
 */
import type { Described } from "../documentation/described.ts";
import { resources } from "./resources.ts";

interface OperationModule {
  operations: readonly Described[];
  constants?: () => Readonly<Record<string, string>>;
}

const modules = await Promise.all(
  Object.keys(resources).map(
    (folder): Promise<OperationModule> => import(`./${folder}/operation.ts`),
  ),
);

/** In the order of the resources. */
export const operations: readonly Described[] = modules.flatMap((one) => one.operations);

/**
 * Answers that stay the same for a whole release, by their path below `/v1/`:
 * `cohorts/karmma.json`.
 */
export function constantAnswers(): ReadonlyMap<string, string> {
  return new Map(modules.flatMap(({ constants }) => Object.entries(constants?.() ?? {})));
}
