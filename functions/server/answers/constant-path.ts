/** Forms that a constant answer can have. */
export type ConstantForm = "json" | "html";

/** Where the build leaves an answer that stays as it is for a whole release. */
export function constantPath(resource: string, form: ConstantForm): string {
  return `/v1/${resource}.${form}.gz`;
}
