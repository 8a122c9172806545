/** Offers the region that the reader chose last, where the question names none. */
import { opened } from "#words/opened.ts";
import { regions } from "#words/regions.ts";
import { keptRegion } from "../page/kept-region.ts";
import { parameterIn, withParameter } from "../question.ts";

interface Props {
  query: string;
  onChoose: (query: string) => void;
}

export function KeptRegion({ query, onChoose }: Props) {
  const kept = keptRegion();
  const region = Object.entries(regions).find(([id]) => id === kept);
  if (!region || parameterIn(query, "availability") !== null) return null;
  const [id, name] = region;
  return (
    <button type="button" onClick={() => onChoose(withParameter(query, "availability", id))}>
      {opened.onlyIn(name)}
    </button>
  );
}
