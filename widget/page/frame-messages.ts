/** All messages between our page in a frame and the page around it. */

/** To the page around: the height of the content in whole pixels, and nothing else. */
export interface HeightMessage {
  type: typeof heightType;
  height: number;
}

export const heightType = "myeloma-compare:height";

/** From the page around, if its script ran after the height was sent: asks for it again. */
export const askHeightType = "myeloma-compare:ask-height";
