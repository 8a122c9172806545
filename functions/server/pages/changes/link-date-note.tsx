/** The note on a page whose link was made with older data. */
import type { Catalogue } from "#presentation/words/catalogue.ts";
import { correctedSince, dataDate } from "../../answers/link-date.ts";

export function LinkDateNote({
  date,
  words,
}: {
  date: string;
  words: Pick<Catalogue, "pages" | "screen">;
}) {
  const { linkDate, changes } = words.pages;
  const wrong = correctedSince(date);
  return (
    <p role="note">
      {linkDate(words.screen.date(date), words.screen.date(dataDate))}
      {wrong.length > 0 && <strong> {changes.corrects(wrong.join(" "))}</strong>}
    </p>
  );
}
