/** Series that did not tell products apart: their slug joins those of the products. */
const or = "-or-";

/** The slugs of the products; one of a series of one product. */
export function productsTold(slug: string): string[] {
  return slug.split(or);
}
