/** Offers the region that the reader chose last, where the question names none. */
import { detail } from "#words/detail.ts";
import { regions } from "#words/regions.ts";
import { keptRegion } from "../../answers/kept-region.ts";
import { withParameter } from "../../answers/ordered-query.ts";

interface Props {
  query: string;
  onChoose: (query: string) => void;
}

export function KeptRegion({ query, onChoose }: Props) {
  const kept = keptRegion();
  const region = Object.entries(regions).find(([id]) => id === kept);
  if (!region || regionOf(query) !== null) return null;
  const [id, name] = region;
  return (
    <button type="button" onClick={() => onChoose(withParameter(query, "availability", id))}>
      {detail.onlyIn(name)}
    </button>
  );
}

/** `null` if the question names none. */
export function regionOf(query: string): string | null {
  return new URLSearchParams(query).get("availability");
}
