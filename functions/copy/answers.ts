/** Answers requests by the app in the same file, as an installation answers them. */
import { makeOriginInserter, originPlaceholder } from "#server/pages/html/origin-placeholder.ts";
import type { Device } from "../device.ts";
import { makeCopyHomeAddress } from "./address.ts";

export const home = makeCopyHomeAddress(location);

/** The script at the end of the file sets this property. */
const globals = globalThis as { myelomaCompareDevice?: Device };

/**
 * Returns the app in this file.
 *
 * @throws Error before the end of the file was read.
 */
export function requireDeviceApp(): Device {
  if (!globals.myelomaCompareDevice) throw new Error("no app");
  return globals.myelomaCompareDevice;
}

/** @param text The files that the copy has in addition to the app, as JSON. */
export function setDeviceFiles(text: string): void {
  if (globals.myelomaCompareDevice) globals.myelomaCompareDevice.files = JSON.parse(text);
}

/**
 * Answers a request. Addresses in the text are those of the copy.
 *
 * @param path `/report?lines=3%2B`
 * @returns `null` if the request needs an installation
 */
export async function answerOnDevice(path: string, accept: string): Promise<Response | null> {
  const response = await globals.myelomaCompareDevice?.answer(originPlaceholder + path, accept, "");
  if (!response) return null;
  // Spreadsheets need the byte order mark at the beginning, which `text()` removes.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const text = decoder.decode(await response.arrayBuffer());
  const isMarkup = /html|svg/.test(response.headers.get("content-type") ?? "");
  const placed = isMarkup
    ? makeOriginInserter(home)(text)
    : text.replaceAll(originPlaceholder, () => home);
  return new Response(placed, response);
}
