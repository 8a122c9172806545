/**
 * Offers the region that the reader chose last, where the question names none; after one or two lines,
 * where labels differ, every region.
 */
import { opened } from "#words/opened-row.ts";
import { askedRegions } from "#words/regions.ts";
import { surroundings } from "../page/environment.ts";
import { keptRegion } from "../page/last-region.ts";
import { isWithoutRegion, parameterIn, withParameter } from "../question.ts";

interface Props {
  query: string;
  onChoose: (query: string) => void;
}

export function KeptRegion({ query, onChoose }: Props) {
  if (parameterIn(query, "availability") !== null) return null;
  const kept = keptRegion();
  const isAsked = surroundings.isOwnPage && isWithoutRegion(query);
  return Object.entries(askedRegions)
    .filter(([region]) => isAsked || region === kept)
    .map(([region, name]) => (
      <button
        key={region}
        type="button"
        onClick={() => onChoose(withParameter(query, "availability", region))}
      >
        {opened.onlyIn(name)}
      </button>
    ));
}
