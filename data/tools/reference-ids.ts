/** Names for references: who, where and when for an article, else the first words of the title. */
import { wordsIn } from "./citation-words.ts";
import type { Draft } from "./references.ts";

/** One id for each; what would be called the same is told apart by volume and page, then numbered. */
export function referenceIds(drafts: readonly Draft[]): string[] {
  const names = drafts.map((draft) => nameOf(draft));
  const shared = (list: readonly string[], id: string) =>
    list.filter((one) => one === id).length > 1;
  const ids = names.map((name, index) => {
    const { volume, page } = drafts[index] ?? {};
    return shared(names, name) ? slugOf([name, volume ?? "", page ?? ""].join(" ")) : name;
  });
  return ids.map((id, index) => {
    const earlier = ids.slice(0, index).filter((one) => one === id).length;
    return earlier === 0 ? id : `${id}-${earlier + 1}`;
  });
}

function nameOf({ author, title, "container-title": journal, issued, ...draft }: Draft): string {
  const [first] = author ?? [];
  const who = first && "family" in first ? first.family : null;
  const words = wordsIn(title ?? "");
  if (who === null && journal === undefined) return words.slice(0, 10).join("-");
  const what = who ?? words.slice(0, 5).join(" ");
  const where = journal ?? words.slice(0, 3).join(" ");
  const nameless = who === null && title === undefined;
  const place = nameless ? [draft.volume, draft.page] : [];
  const year = issued?.["date-parts"][0][0];
  return slugOf([what, where, year, ...place].filter((part) => part !== undefined).join(" "));
}

function slugOf(text: string): string {
  return wordsIn(text).join("-");
}
