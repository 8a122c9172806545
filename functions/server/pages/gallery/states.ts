/**
 * Every state of the widget. To add one, add a line to its table. The numbers come from the answer
 * to its question and are never written here.
 */
import { answerStates } from "./answer-states.ts";
import { openedStates } from "./opened-states.ts";
import type { GalleryGroup, GalleryState } from "./state.ts";
import { waitingStates } from "./waiting-states.ts";

export const galleryGroups: readonly GalleryGroup[] = [
  ...answerStates,
  ...openedStates,
  ...waitingStates,
];

export const galleryStates: readonly GalleryState[] = galleryGroups.flatMap(({ states }) => states);
