/**
 * Defines what the script for added counts gets from its page: the app on this device, and how the app answers in place
 * of the network.
 */
import type { Device } from "../../functions/device.ts";
import { saveFile } from "../page/save-file.ts";
import { makeTrustedScriptAddress, site } from "../page/site.ts";

export interface AddedHost {
  /** Loads the app; rejects if it cannot be loaded. */
  readonly device: () => Promise<Device>;
  /** Answers what the element asks; what is no answer to a question still comes from the network. */
  readonly answering: (device: Device) => typeof fetch;
  /** Opens the report that an address asks for, as the app on this device makes it. */
  readonly openReport: (device: Device, address: string) => void;
}

/** The script of the device sets this property. */
const globals = globalThis as { myelomaCompareDevice?: Device };

const { pathname } = new URL(`${site}/`);
/** Holds the path below which the installation lies; empty for none. */
const base = pathname.replace(/\/$/, "");

/** Serves pages of an installation: loads the app, and answers requests below `/v1/` with it. */
export const installationHost: AddedHost = {
  async device() {
    if (!globals.myelomaCompareDevice) await loadScript(await fetchDeviceScriptAddress());
    if (!globals.myelomaCompareDevice) throw new Error("no app");
    return globals.myelomaCompareDevice;
  },
  answering: (device) => async (request, init) => {
    const address = `${request}`;
    if (!address.startsWith(`${site}/v1/`)) return fetch(request, init);
    await waitForPaint();
    init?.signal?.throwIfAborted();
    const accept = new Headers(init?.headers).get("accept") ?? "*/*";
    return (await device.answer(address, accept, base)) ?? new Response(null, { status: 404 });
  },
  async openReport(device, address) {
    // The window is opened while the press is handled, because a browser would refuse it later.
    const opened = window.open("", "_blank");
    await waitForPaint();
    const response = await device.answer(address, "text/html", base);
    if (!response) {
      opened?.close();
      return;
    }
    // Scripts and linked files are removed from the page, so that it requests nothing: a request would reveal that it
    // was opened.
    const text = (await response.text())
      .replaceAll(/<(?:script\b[^>]*><\/script|link\b[^>]*)>/g, "")
      .replaceAll('href="/', `href="${site}/`);
    const page = new Blob([text], { type: "text/html;charset=utf-8" });
    if (opened) opened.location.href = URL.createObjectURL(page) + new URL(address).hash;
    else saveFile(page, "report.html");
  },
};

/**
 * Waits until the browser has drawn that the device computes, because it computes in this page.
 */
export function waitForPaint(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

/** Fetches the address of the script of the device, whose name holds a hash of its content. */
async function fetchDeviceScriptAddress(): Promise<string> {
  const response = await fetch(`${site}/assets/device.json`, { credentials: "omit" });
  const { href }: { href: string } = await response.json();
  return site + href;
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error("not loaded")));
    script.src = makeTrustedScriptAddress(address);
    document.head.appendChild(script);
  });
}
