/** Takes, in our page in a frame beside a record, the patient whom the page around hands over. */

import type { PatientWithTraits } from "#core/question/patient.ts";
import type { MyelomaCompare } from "../element.tsx";
import {
  type Answering,
  patientType,
  type RecordMessage,
  readMessageType,
  readyType,
} from "../page/frame-messages.ts";
import { site } from "../page/site.ts";
import { makePermalink } from "../question.ts";
import { readHandOverMessage, readMessageId } from "./hand-over-message.ts";

/**
 * Hands patients from a record system to the element, and shows a notice before the element while the last message is
 * refused.
 *
 * @param sources The origins that may hand a patient over, as in a policy for frames.
 */
export function acceptHandedPatients(element: MyelomaCompare, sources: string): void {
  const notice = document.createElement("p");
  notice.className = "kept";
  notice.setAttribute("role", "alert");
  listenForPatients(sources, (patient, by, isRefused, answering) => {
    const { host } = new URL(by);
    notice.textContent = isRefused
      ? `The record at ${host} handed over what is not understood. No patient is shown: all numbers are of all patients.`
      : "";
    if (isRefused) element.insertAdjacentElement("beforebegin", notice);
    else notice.remove();
    element.handOver(
      patient && {
        patient,
        saidOfRecord: (current) =>
          current === patient
            ? `Handed over by the record at ${host}. Check it against the record. The server is asked only for the lines (1, 2, 3+) and the kinds of earlier therapy.`
            : current && `Changed here after the record at ${host} handed it over.`,
        give: {
          label: "Copy into the record",
          done: "Given to the record, without anything about the patient.",
          press: ({ text, question, dataVersion }) =>
            sendRecordMessage(by, {
              type: "myeloma-compare:summary",
              text,
              question,
              permalink: makePermalink(site, question, dataVersion),
              dataVersion,
              ...answering,
            }),
        },
      },
    );
  });
}

// Listens for patients from the page around, if that is a record system.

/** At least so many milliseconds lie between two patients that are shown, however many are handed over. */
const pause = 100;

/**
 * Says that the page is ready, and answers each message that hands a patient over. That the page is ready is no secret;
 * an answer goes only to the origin that asked.
 *
 * @param sources The origins that may hand a patient over, as in a policy for frames.
 * @param take Receives the patient, or `null`; by which origin; whether the message was refused; and its `id`. It is
 *   called for the first message at once, and for the last of many that follow one another.
 * @returns A function that ends it.
 */
export function listenForPatients(
  sources: string,
  take: (
    patient: PatientWithTraits | null,
    by: string,
    isRefused: boolean,
    answering: Answering,
  ) => void,
): () => void {
  // The origin is read from the address, because a frame in a sandbox has none.
  const ownOrigin = new URL(location.href).origin;
  const [show, stop] = throttle(take);
  const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
    // A message from another frame is ignored, and one from a sender without an origin to answer to.
    if (source !== parent || !isHandOverMessage(data) || origin === "null") return;
    if (!isRecordSystemOrigin(origin, sources, ownOrigin)) {
      const allowed =
        "an origin (scheme, host and port) that this installation names in EHR_ANCESTORS";
      sendRecordMessage(origin, makeRefusedMessage([{ field: "origin", allowed }]));
      return;
    }
    const { patient, refusedFields: wrong } = readHandOverMessage(data);
    const id = readMessageId(data);
    const answering = id === undefined ? {} : { id };
    // After a refusal the previous patient must not stay, because the record is at another one.
    show(patient, origin, wrong !== null, answering);
    sendRecordMessage(
      origin,
      wrong === null
        ? { type: "myeloma-compare:accepted", ...answering }
        : makeRefusedMessage(wrong, answering),
    );
  };
  addEventListener("message", hear);
  parent.postMessage({ type: readyType }, "*");
  return () => {
    removeEventListener("message", hear);
    stop();
  };
}

/**
 * Returns a function that calls `run` with the last arguments, at once if it was not called just before, and a
 * function that cancels a call that waits.
 */
function throttle<T extends unknown[]>(
  run: (...values: T) => void,
): [(...values: T) => void, () => void] {
  let last: T | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    timer = last && setTimeout(next, pause);
    const latest = last;
    last = undefined;
    if (latest) run(...latest);
  };
  const call = (...values: T) => {
    last = values;
    if (timer === undefined) next();
  };
  return [call, () => clearTimeout(timer)];
}

/** Sends a message to the page around, if it still is of that origin. */
function sendRecordMessage(origin: string, message: RecordMessage): void {
  parent.postMessage(message, origin);
}

type Refused = Extract<RecordMessage, { reasons: unknown }>;

function makeRefusedMessage(reasons: Refused["reasons"], answering: Answering = {}): Refused {
  return { type: "myeloma-compare:refused", reasons, ...answering };
}

function isHandOverMessage(data: unknown): data is object {
  return readMessageType(data) === patientType;
}

// Decides from which origins our page in a frame may take a patient: those of the setting `EHR_ANCESTORS`.

/**
 * Tells whether an origin may hand a patient over.
 *
 * @param origin The origin of the sender, which is the text `null` if it has none.
 * @param sources A list as in the policy for frames: `'none'`, `'self'`, `https://host`, `https://*.host`
 * @param ownOrigin The origin of our page.
 */
export function isRecordSystemOrigin(origin: string, sources: string, ownOrigin: string): boolean {
  const sender = parseUrl(origin);
  if (sender?.origin !== origin) return false;
  return sources.split(" ").some((source) => {
    if (source === "'self'") return origin === ownOrigin;
    const allowedUrl = parseUrl(source.replace("//*.", "//"));
    if (allowedUrl?.protocol !== sender.protocol || allowedUrl.port !== sender.port) return false;
    return source.includes("//*.")
      ? sender.hostname.endsWith(`.${allowedUrl.hostname}`)
      : sender.hostname === allowedUrl.hostname;
  });
}

/**
 * Parses a URL; `null` for a text that is no address, because `URL.canParse` is too new for some hospitals.
 */
function parseUrl(text: unknown): URL | null {
  try {
    return typeof text === "string" ? new URL(text) : null;
  } catch {
    return null;
  }
}
