/** The words of citations: which ones say the same, and which repeat what a reference says already. */

/** Whole words without accents and capitals. */
export function wordsIn(text: string): string[] {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** A remark without the DOI of its reference, or the part of it that publishers number papers by. */
export function withoutDoi(remark: string, doi: string): string {
  const number = doi.slice(doi.indexOf("/") + 1);
  const own = [doi, number].find((printed) => remark.startsWith(printed));
  if (own === undefined) return remark;
  const rest = remark.slice(own.length).trim();
  return rest.startsWith("(") && rest.endsWith(")") ? rest.slice(1, -1) : rest;
}

interface Page {
  url: string | null;
  parts: { title: string | null };
}

/**
 * One title for each page. Of two wordings of it, the fuller one says what the other does; but where
 * one only goes on to say which part of the page was read, that part is a remark. Other words
 * for the same address may mean another thing there, so they stay a page of their own.
 */
export function pageTitles<P extends Page>(
  pages: readonly P[],
): Map<P, { title: string | null; remark: string | null }> {
  return new Map(
    pages.map((page) => {
      const { title } = page.parts;
      const others = pages
        .filter(({ url }) => url !== null && url === page.url)
        .flatMap(({ parts }) => parts.title ?? [])
        .filter((other) => other !== title)
        .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
      return [page, title === null ? { title, remark: null } : titleAmong(title, others)] as const;
    }),
  );
}

/** `others` from the longest to the shortest. */
function titleAmong(
  title: string,
  others: readonly string[],
): { title: string; remark: string | null } {
  const page = others.findLast((other) => isPartOf(title, other));
  if (page !== undefined) {
    return { title: page, remark: title.slice(page.length).replace(/^[,;:] /, "") };
  }
  const words = wordsIn(title);
  const fuller = others.find((other) => {
    const said = new Set(wordsIn(other));
    const longer = other.length > title.length || (other.length === title.length && other < title);
    const whole = ![title, ...others].some((one) => isPartOf(other, one));
    return longer && whole && words.every((word) => said.has(word));
  });
  return { title: fuller ?? title, remark: null };
}

/** Whether a title is that of a page and goes on to say which part of it. */
function isPartOf(title: string, page: string): boolean {
  return title.startsWith(page) && /^[,;:] /.test(title.slice(page.length));
}
