/** Forms of a constant answer. */
export type ConstantForm = "json" | "html" | "csv";

/** Where the build writes an answer that stays the same for a whole release. */
export function constantPath(resource: string, form: ConstantForm): string {
  return `/v1/${resource}.${form}.gz`;
}
