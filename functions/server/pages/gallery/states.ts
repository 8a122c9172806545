/**
 * Every state of the widget. One is added by adding a line to its table; its numbers come from the
 * answer to its question, never from here.
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
