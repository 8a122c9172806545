/** Where a named schema stands in the document. */
export function schemaReference(name: string): string {
  return `#/components/schemas/${name}`;
}
