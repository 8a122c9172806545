/** Offers the form for counts of the reader on our own pages, which have its script. */
import { surroundings } from "../page/environment.ts";

interface AddCountsProps {
  /** Holds the element that holds the view. */
  place: HTMLElement;
}

export function AddCountsButton({ place }: AddCountsProps) {
  if (!surroundings.isOwnPage) return null;
  const open = () => place.dispatchEvent(new Event("add-counts", { composed: true }));
  return (
    <button type="button" onClick={open}>
      Add your counts
    </button>
  );
}

interface OwnCountsProps extends AddCountsProps {
  /** False on views that leave the button to the overview. */
  isOffered: boolean;
}

/** Holds the place above the foot: the button, or in its place the line of what the reader added. */
export function OwnCounts({ place, isOffered }: OwnCountsProps) {
  if (!surroundings.isOwnPage) return null;
  return (
    <div class="own">
      <slot name="counts">
        {isOffered && (
          <div class="add">
            <AddCountsButton place={place} />
          </div>
        )}
      </slot>
    </div>
  );
}
