/** A built script, as pages refer to it. */
export interface Asset {
  href: string;
  /** Subresource Integrity hash of the file. */
  integrity: string;
}
