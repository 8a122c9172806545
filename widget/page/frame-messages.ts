/** Defines all messages between our page in a frame and the page around it. */

import { hasFields } from "#data/lists-and-objects.ts";
import type { RefusedField } from "../ehr/hand-over-message.ts";

/** Tells the host page the height of the content in whole pixels, and nothing else. */
export interface HeightMessage {
  type: typeof heightType;
  height: number;
}

export const heightType = "myeloma-compare:height";

/** The host page sends this message if its script ran after the height was sent, to ask for the height again. */
export const askHeightType = "myeloma-compare:ask-height";

/** Our page sends this message to the host page once it takes a patient. */
export const readyType = "myeloma-compare:ready";

/**
 * The host page sends this message with a patient in the field `patient`, or `null` to remove the patient, and an `id`
 * that the answer repeats.
 */
export const patientType = "myeloma-compare:patient";

/** Names the message that is answered, if the host page gave it an `id`. */
export interface Answering {
  id?: MessageId;
}

export type MessageId = string | number;

/** Tells the page that handed a patient over whether the patient was accepted, or gives that page a summary. */
export type RecordMessage =
  | ({ type: "myeloma-compare:accepted" } & Answering)
  /** Nothing of a refused message is shown, nor the patient that was handed over before. */
  | ({ type: "myeloma-compare:refused"; reasons: readonly RefusedField[] } & Answering)
  /** The reader pressed the button. Nothing in it is about the patient. */
  | SummaryMessage;

export interface SummaryMessage extends Answering {
  type: "myeloma-compare:summary";
  /** Holds three to five plain lines. */
  text: string;
  /** Holds the question as in an address; empty for the default question. */
  question: string;
  /** Holds the address of a page with the same question, and the version of the data. */
  permalink: string;
  dataVersion: string;
}

export function readMessageType(data: unknown): unknown {
  return hasFields(data, "type") ? data.type : undefined;
}
