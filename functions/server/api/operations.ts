/**
 * What every resource says of itself, and those of its answers that never change, from the `operation.ts` of
 * its folder. For the build: the Worker has no use for it.
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

/** Answers that stay as they are for a whole release, by their place below `/v1/`: `cohorts/karmma.json`. */
export function constantAnswers(): ReadonlyMap<string, string> {
  return new Map(modules.flatMap(({ constants }) => Object.entries(constants?.() ?? {})));
}
