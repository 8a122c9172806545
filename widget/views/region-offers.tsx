/** US and EU as one choice after one or two lines, where labels differ, if the question names no region. */
import { opened } from "#presentation/words/opened-row.ts";
import { surroundings } from "../page/environment.ts";
import { isWithoutRegion, withParameter } from "../question.ts";

interface Props {
  query: string;
  onChoose: (query: string) => void;
}

export function RegionOffers({ query, onChoose }: Props) {
  if (!surroundings.isOwnPage || !isWithoutRegion(query)) return null;
  const { label, ...regions } = opened.labels;
  return (
    <fieldset class="segments" aria-label={label}>
      {Object.entries(regions).map(([region, name]) => (
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
