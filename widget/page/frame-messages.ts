/** All that our page in a frame and the page around it ever say to each other. */

/** To the page around: how high the content is, in whole pixels, and nothing else. */
export interface HeightMessage {
  type: typeof heightType;
  height: number;
}

export const heightType = "myeloma-compare:height";

/** From the page around, whose script came later than the height: to say it once more. */
export const askHeightType = "myeloma-compare:ask-height";
