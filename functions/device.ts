/**
 * Runs the app on a device, for the service worker of our pages if no network answers. It has no file of the build, so
 * pages that are only files (guides, methods, records) have no answer here. It is one classic script, because a service
 * worker loads it by `importScripts`.
 */
import { app } from "./app.ts";
import { addBasePathToResponse } from "./server/http/base-path.ts";

export interface Device {
  /**
   * Answers a request.
   *
   * @param address The whole address, as a page of the site requests it.
   * @param base The path below which the installation lies; empty for none.
   * @returns `null` if the device has no answer
   */
  answer: (address: string, accept: string, base: string) => Promise<Response | null>;
}

const device: Device = {
  async answer(address, accept, base) {
    const { origin, pathname, search } = new URL(address);
    const request = new Request(origin + pathname.slice(base.length) + search, {
      headers: { accept },
    });
    const response = await app.fetch(request, {
      APP_ENV: "local",
      EMBED_ANCESTORS: "'self'",
      ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
      BASE_PATH: base,
      ON_DEVICE: true,
    });
    return response.status < 500 ? addBasePathToResponse(response, base) : null;
  },
};

Object.assign(globalThis, { myelomaCompareDevice: device });
