/**
 * Serves our own pages without a connection: the app itself answers on this device (`functions/device.ts`). With a
 * connection a page always comes from the network. It is registered by our pages only, never by a page of another site
 * (`page/keep-offline.ts`), and keeps no question.
 *
 * A new version takes over when a page finds it complete: the one that is open, or the next that is loaded. If it withdraws
 * the data of the earlier one, it takes over at once and loads the open pages again; other open pages say that there is a
 * newer version. What an element of another format asks is refused here as by the network.
 */

import { hasFields } from "#data/lists-and-objects.ts";
import { isRecallResponse, isVersionRecalledBy } from "#data/recall.ts";
import type { Device } from "../../functions/device.ts";
import type { PageFiles } from "../page/keep-offline.ts";
import { addOfflineNote, insertReasonIntoWithdrawalPage } from "./notes.ts";
import { missingPath, type OfflineFiles, withdrawnPath } from "./offline-shell.ts";

/** The build inserts this value. */
declare const KEPT: OfflineFiles;

/** Declares the members of a service worker that the types of pages and Workers lack. */
interface Scope {
  registration: { scope: string };
  clients: {
    claim(): Promise<void>;
    matchAll(of: { type: "window" }): Promise<readonly OpenPage[]>;
  };
  /** The script of the device sets this property. */
  myelomaCompareDevice?: Device;
  importScripts(address: string): void;
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}

interface OpenPage {
  url: string;
  navigate(url: string): Promise<unknown>;
}

interface WorkerEvent {
  request: Request;
  data: unknown;
  ports: readonly MessagePort[];
  respondWith(response: Promise<Response>): void;
  waitUntil(work: Promise<unknown>): void;
}

const scope = globalThis as unknown as Scope;

const prefix = "myeloma-compare";
/** Names the cache by the data that it holds, for the version that may withdraw them. */
const cacheName = `${prefix} ${KEPT.dataVersion} ${KEPT.version}`;
/**
 * Names the cache of the message that stands there once the data of this version were withdrawn.
 */
const withdrawnCacheName = `${prefix} withdrawn ${KEPT.version}`;

/** After so many milliseconds the device answers instead of the network: with a page, or with a resource. */
const pageMilliseconds = 4000;
const resourceMilliseconds = 1500;
const checkEveryMilliseconds = 3_600_000;

const makeScopeAddress = (path: string) => new URL(`.${path}`, scope.registration.scope).href;
/** Returns the path of an address of this site, as in `/report`, without what follows it. */
const readSitePath = ({ origin, pathname }: URL) =>
  `/${`${origin}${pathname}`.slice(scope.registration.scope.length)}`;

/**
 * Returns the app of this device, which is loaded once in each run of this worker, first while it is installed, so
 * that it can run again without a connection. Returns `undefined` if its script does not set it.
 */
function loadDeviceApp(): Device | undefined {
  if (!scope.myelomaCompareDevice) scope.importScripts(makeScopeAddress(KEPT.device));
  return scope.myelomaCompareDevice;
}

scope.addEventListener("install", (event) => event.waitUntil(installVersion()));
scope.addEventListener("activate", (event) => event.waitUntil(activateVersion()));
scope.addEventListener("message", ({ data, ports }) => {
  if (data === "take over") scope.skipWaiting();
  // A page asks whether it belongs to this version.
  else ports[0]?.postMessage(isPageOfVersion(data as PageFiles));
});

function isPageOfVersion({ scripts, answerVersion = KEPT.answerVersion }: PageFiles): boolean {
  const isOfVersion = (script: string) => KEPT.files.includes(readSitePath(new URL(script)));
  return scripts.every(isOfVersion) && answerVersion === KEPT.answerVersion;
}

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(scope.registration.scope)) return;
  const path = readSitePath(url);
  if (KEPT.files.includes(path)) event.respondWith(respondFromCacheOrNetwork(request, path));
  else if (request.destination === "document") {
    event.respondWith(respondWithPageFromNetworkOrDevice(request, url));
    event.waitUntil(withdrawIfRecalled());
  } else if (path.startsWith("/v1/"))
    event.respondWith(respondWithAnswerFromNetworkOrDevice(request));
  else if (KEPT.pages.includes(path) && url.search === "") {
    event.respondWith(respondFromNetworkOrCache(request, path));
  }
});

async function installVersion(): Promise<void> {
  loadDeviceApp();
  const cache = await caches.open(cacheName);
  try {
    // `reload` passes the caches on the way, which may still have pages of the version before.
    const fresh = KEPT.pages.map(
      (path) => new Request(makeScopeAddress(path), { cache: "reload" }),
    );
    await cache.addAll([...KEPT.files.map(makeScopeAddress), ...fresh]);
    // The site may have changed in the meantime; then the next version is on its way.
    const now = await fetchHealth();
    if (!hasFields(now, "answerVersion") || now.answerVersion !== KEPT.answerVersion) {
      throw new Error("another version");
    }
  } catch (reason) {
    await caches.delete(cacheName);
    throw reason;
  }
  if ((await listOtherCacheNames()).some(isWithdrawnCache)) await scope.skipWaiting();
}

async function activateVersion(): Promise<void> {
  const before = await listOtherCacheNames();
  await Promise.all(before.map((name) => caches.delete(name)));
  // The page that a visit begins with was opened before there was a worker, and needs it without a connection, too.
  await scope.clients.claim();
  if (!before.some(isWithdrawnCache)) return;
  const open = await scope.clients.matchAll({ type: "window" });
  // The navigation is not awaited, because a page is answered only once this is over.
  for (const client of open) client.navigate(client.url).catch(() => undefined);
}

async function listOtherCacheNames(): Promise<string[]> {
  return (await caches.keys()).filter(
    (name) => name.startsWith(`${prefix} `) && name !== cacheName,
  );
}

/** Tells whether a cache holds data that this version withdraws, or the message that they were withdrawn. */
function isWithdrawnCache(name: string): boolean {
  const [, data = ""] = name.split(" ");
  return data === "withdrawn" || KEPT.recalledDataVersions.includes(data);
}

/** Reads a file from the cache by its path alone, because a retry has another address. */
async function respondFromCacheOrNetwork(request: Request, path: string): Promise<Response> {
  return (await (await caches.open(cacheName)).match(makeScopeAddress(path))) ?? fetch(request);
}

/** Takes the file from the network if it comes in time, and is not the page of a captive portal. */
async function respondFromNetworkOrCache(request: Request, path: string): Promise<Response> {
  const fromNetwork = fetch(request);
  const file = isPagePath(path) ? fromNetwork : refuseHtmlResponse(fromNetwork);
  return (
    (await waitForUsableResponse(file, resourceMilliseconds)) ??
    respondFromCacheOrNetwork(request, path)
  );
}

/** The paths of pages have no extension. */
const isPagePath = (path: string) => !/\.\w+$/.test(path);

/** Returns the response, but throws an error for a page where no page was requested: a captive portal sends one. */
async function refuseHtmlResponse(fromNetwork: Promise<Response>): Promise<Response> {
  const response = await fromNetwork;
  if (response.headers.get("content-type")?.startsWith("text/html")) throw new Error("a page");
  return response;
}

/**
 * Returns the response that came in time; `null` if there was none, or if it is as good as no connection.
 */
async function waitForUsableResponse(
  fromNetwork: Promise<Response>,
  milliseconds: number,
): Promise<Response | null> {
  const silent = new Promise<null>((resolve) => {
    setTimeout(resolve, milliseconds, null);
  });
  const response = await Promise.race([fromNetwork.catch(() => null), silent]);
  // An answer of status 429, to an address that was asked too often, is as good as no connection, too.
  return response && response.status < 500 && response.status !== 429 ? response : null;
}

/** Takes the response from the network, or from this device if that fails or is silent. */
async function respondWithPageFromNetworkOrDevice(request: Request, url: URL): Promise<Response> {
  // The page is requested even if the browser kept it a moment ago: it may have been withdrawn since.
  const fromNetwork = fetch(request, { cache: "no-cache" });
  return (
    (await waitForUsableResponse(fromNetwork, pageMilliseconds)) ??
    (await respondWithPageFromDevice(url)) ??
    fromNetwork
  );
}

async function respondWithPageFromDevice(url: URL): Promise<Response | null> {
  const message = await findWithdrawalPage();
  if (message) return message;
  const cache = await caches.open(cacheName);
  const address = `${readSitePath(url)}${url.search}`;
  const cached = KEPT.pages.includes(address)
    ? await cache.match(makeScopeAddress(address))
    : undefined;
  const response = cached ?? (await answerRequestWithDeviceApp(url.href, "text/html"));
  if (response) return addOfflineNote(response, KEPT, Date.now());
  const missing = await cache.match(makeScopeAddress(missingPath));
  return missing ? new Response(missing.body, { status: 503, headers: missing.headers }) : null;
}

/**
 * Returns the page that is shown instead of numbers if the data of this version were withdrawn.
 */
function findWithdrawalPage(): Promise<Response | undefined> {
  return caches.match(makeScopeAddress(withdrawnPath), { cacheName: withdrawnCacheName });
}

async function answerRequestWithDeviceApp(
  address: string,
  accept: string,
): Promise<Response | null> {
  const base = new URL(scope.registration.scope).pathname.replace(/\/$/, "");
  return (await loadDeviceApp()?.answer(address, accept, base)) ?? null;
}

/** It is true if the network was silent at the last request; no request then waits for it until it answers. */
let isNetworkSilent = false;

/** Takes the response from the network if it is an answer of ours. */
async function respondWithAnswerFromNetworkOrDevice(request: Request): Promise<Response> {
  const fromNetwork = fetch(request);
  const answerOfSite = refuseHtmlResponse(fromNetwork).then((response) => {
    isNetworkSilent = false;
    return response;
  });
  const response = await waitForUsableResponse(
    answerOfSite,
    isNetworkSilent ? 0 : resourceMilliseconds,
  );
  // A request that was given up, as when another question was chosen, says nothing of the network.
  if (response || request.signal.aborted) return response ?? fromNetwork;
  // Withdrawn data give no answer.
  const isWithdrawnNow = (await findWithdrawalPage()) !== undefined;
  const onDevice = isWithdrawnNow
    ? null
    : await answerRequestWithDeviceApp(request.url, request.headers.get("accept") ?? "*/*");
  isNetworkSilent = onDevice !== null;
  return onDevice ? markDeviceAnswer(onDevice) : fromNetwork;
}

/** States in `cache-status` (RFC 9211) that the device answered. */
function markDeviceAnswer(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("cache-status", "myeloma-compare; hit; detail=device");
  return new Response(response.body, { status: response.status, headers });
}

let lastCheck = Number.NEGATIVE_INFINITY;

/** Keeps a message instead of this version once its data were recalled. */
async function withdrawIfRecalled(): Promise<void> {
  if (performance.now() - lastCheck < checkEveryMilliseconds) return;
  try {
    const recall = await fetchHealth();
    lastCheck = performance.now();
    if (!isRecallResponse(recall) || !isVersionRecalledBy(recall, KEPT.dataVersion)) return;
    const page = await (await caches.open(cacheName)).match(makeScopeAddress(withdrawnPath));
    if (!page) return;
    const message = await insertReasonIntoWithdrawalPage(page, recall.recallReason);
    await (await caches.open(withdrawnCacheName)).put(makeScopeAddress(withdrawnPath), message);
    await caches.delete(cacheName);
  } catch {
    // Without a connection nobody knows whether the data were recalled.
  }
}

async function fetchHealth(): Promise<unknown> {
  const response = await fetch(makeScopeAddress("/healthz"), { cache: "no-store" });
  if (!response.ok) throw new Error(`not well: ${response.status}`);
  return response.json();
}
