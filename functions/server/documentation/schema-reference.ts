/** The reference to a named schema in the document. */
export function schemaReference(name: string): string {
  return `#/components/schemas/${name}`;
}
