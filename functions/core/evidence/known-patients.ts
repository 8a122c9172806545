/** An unknown number of patients counts as none. */
export function knownPatients(counted: readonly { readonly n: number | null }[]): number {
  return counted.reduce((sum, { n }) => sum + (n ?? 0), 0);
}
