/** A built file, as pages refer to it. */
export interface Asset {
  href: string;
  /** Subresource Integrity hash of the file. */
  integrity: string;
}

/** `imports` are loaded with the entry, `lazy` ones when a view needs them. */
export interface Entry extends Asset {
  imports: Asset[];
  lazy: Asset[];
}
