/** US and EU as one choice after one or two lines, where labels differ, if the question names no region. */
import { surroundings } from "../page/environment.ts";
import { isWithoutRegion, makePermalink, setParameter } from "../question.ts";
import { InPlace } from "./links.tsx";

/** Names the regions that are offered; a question without a region is answered as for the first. */
const regionNames = { both: "US or EU", us: "US", eu: "EU" };

interface RegionOffersProps {
  query: string;
  onChoose: (query: string) => void;
}

export function RegionOffers({ query, onChoose }: RegionOffersProps) {
  if (!surroundings.isOwnPage || !isWithoutRegion(query)) return null;
  return (
    <fieldset class="segments" aria-label="Labelled in">
      {Object.entries(regionNames).map(([region, name]) => {
        const question = setParameter(query, "availability", region);
        return (
          <InPlace
            key={region}
            href={makePermalink(surroundings.site, question)}
            isCurrent={region === "both"}
            go={() => onChoose(question)}
          >
            {name}
          </InPlace>
        );
      })}
    </fieldset>
  );
}
