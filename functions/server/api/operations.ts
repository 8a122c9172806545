/** What every resource says of itself, from the `operation.ts` of its folder. For the build: the Worker has no use for it. */
import type { Described } from "../documentation/described.ts";
import { resources } from "./resources.ts";

interface OperationModule {
  operations: readonly Described[];
}

const modules = await Promise.all(
  Object.keys(resources).map(
    (folder): Promise<OperationModule> => import(`./${folder}/operation.ts`),
  ),
);

/** In the order of the resources. */
export const operations: readonly Described[] = modules.flatMap((one) => one.operations);
