/**
 * Describes the parts of a resource that only the build and tests need: words, schema, example, and the texts that are
 * files of the build. A file exports them in addition to the resource, as the function `listOperationDescriptions` that the Worker
 * never calls: a bundler leaves out an export that nobody imports, but no property of an object. So the Worker carries
 * neither schemas nor evidence for them.
 */

import { listResourceParameters, type ParameterMeanings } from "../documentation/parameters.ts";
import type {
  Described,
  ReleaseSource,
  ResourceDescription,
} from "../documentation/resource-description.ts";
import type { ConstantFile, Resource } from "./resource.ts";

interface Operation extends ResourceDescription {
  /** States the meanings of parameters that no other resource has. */
  parameters?: ParameterMeanings;
  /** Makes the text of a file of the build. An object is written as JSON. */
  make?: (file: Pick<ConstantFile, "id" | "form">, source: ReleaseSource) => string | object;
}

/**
 * Returns the description of a resource, with the parameters, statuses and forms of the resource itself.
 *
 * @throws Error if its JSON has no schema, its table no columns, or a parameter no meaning
 */
export function makeOperationDescription(
  { path, forms, takes, statuses, files }: Resource,
  { schema, columns, parameters = {}, make, isCached = true, ...texts }: Operation,
): Described {
  if (forms.includes("json") && !schema) throw new Error(`${path} has no schema`);
  if (forms.includes("csv") && !columns) throw new Error(`${path} has no columns`);
  return {
    ...texts,
    path: path.replace(/:(\w+)/, "{$1}"),
    parameters: listResourceParameters(takes, parameters),
    forms,
    schema: schema ?? "object",
    columns: columns ?? {},
    statuses,
    isCached,
    files: (source) =>
      !make
        ? []
        : files().map(({ path: file, ...of }) => {
            const content = make(of, source);
            return [file, typeof content === "string" ? content : JSON.stringify(content)] as const;
          }),
  };
}
