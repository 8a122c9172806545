/** Describes the resources of the API and their files; the Worker needs neither. */
import { globSync } from "node:fs";
import { join } from "node:path";
import { makeOpenApiDocument } from "#server/documentation/document.ts";
import {
  type Described,
  type ReleaseSource,
  tags,
} from "#server/documentation/resource-description.ts";
import { root } from "../files.ts";

const names = globSync("*.ts", { cwd: join(root, "functions/server/api") }).sort();
const modules = await Promise.all(
  names.map(
    (name): Promise<{ listOperationDescriptions?: () => readonly Described[] }> =>
      import(`../../functions/server/api/${name.replace(/\.ts$/, "")}.ts`),
  ),
);
const allOperations = modules.flatMap(
  ({ listOperationDescriptions }) => listOperationDescriptions?.() ?? [],
);

/** Lists the operations by purpose, then by the names of their files. */
export const operations: readonly Described[] = Object.keys(tags).flatMap((tag) =>
  allOperations.filter((operation) => operation.tag === tag),
);

/** Returns the texts of the resources that the build writes as files, by their path below `dist/`. */
export function makeResourceFiles(
  version: string,
  read: ReleaseSource["read"],
): ReadonlyMap<string, string> {
  const openApi = () => JSON.stringify(makeOpenApiDocument(version, operations));
  return new Map(operations.flatMap(({ files }) => files({ read, openApi })));
}
