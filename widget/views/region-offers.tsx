/** Offers every region after one or two lines, where labels differ, if the question names none. */
import { opened } from "#words/opened-row.ts";
import { askedRegions } from "#words/regions.ts";
import { surroundings } from "../page/environment.ts";
import { isWithoutRegion, withParameter } from "../question.ts";

interface Props {
  query: string;
  onChoose: (query: string) => void;
}

export function RegionOffers({ query, onChoose }: Props) {
  if (!surroundings.isOwnPage || !isWithoutRegion(query)) return null;
  return Object.entries(askedRegions).map(([region, name]) => (
    <button
      key={region}
      type="button"
      onClick={() => onChoose(withParameter(query, "availability", region))}
    >
      {opened.onlyIn(name)}
    </button>
  ));
}
