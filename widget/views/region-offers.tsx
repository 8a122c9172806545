/** Offers the US, the EU or both after one or two lines, where labels differ, if the question names no region. */
import { surroundings } from "../page/environment.ts";
import { isFewLinesWithoutRegion, makePermalink, setQuestionParameter } from "../question.ts";
import { InPlaceLink } from "./links.tsx";

/** Names the regions that are offered; a question without a region is answered as for the first. */
const regionNames = { both: "US or EU", us: "US", eu: "EU" };

interface RegionOffersProps {
  query: string;
  onChoose: (query: string) => void;
}

export function RegionOffers({ query, onChoose }: RegionOffersProps) {
  if (!surroundings.isOwnPage || !isFewLinesWithoutRegion(query)) return null;
  return (
    <fieldset class="segments" aria-label="Labelled in">
      {Object.entries(regionNames).map(([region, name]) => {
        const question = setQuestionParameter(query, "availability", region);
        return (
          <InPlaceLink
            key={region}
            href={makePermalink(surroundings.site, question)}
            isCurrent={region === "both"}
            go={() => onChoose(question)}
          >
            {name}
          </InPlaceLink>
        );
      })}
    </fieldset>
  );
}
