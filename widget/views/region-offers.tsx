/** US and EU as one choice after one or two lines, where labels differ, if the question names no region. */
import { surroundings } from "../page/environment.ts";
import { isWithoutRegion, withParameter } from "../question.ts";

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
      {Object.entries(regionNames).map(([region, name]) => (
        <label key={region}>
          <input
            type="radio"
            name="region"
            checked={region === "both"}
            onChange={() => onChoose(withParameter(query, "availability", region))}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
