/** A built file as a page names it. */
export interface Asset {
  href: string;
  /** Subresource integrity of its bytes. */
  integrity: string;
}

/** `imports` load with the entry, `lazy` when a view asks for them. */
export interface Entry extends Asset {
  imports: Asset[];
  lazy: Asset[];
}
