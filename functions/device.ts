/**
 * The app on a device: the service worker of our pages asks it where no network answers. It has no files
 * of the build, so what is only a file there (guides, methods, records) has no answer here. One classic
 * script, because a service worker loads it by `importScripts`.
 */
import { app } from "./app.ts";
import { belowPath } from "./server/http/base-path.ts";

export interface Device {
  /**
   * @param address whole, as a page of the site asks for it
   * @param base path that the installation lies below; empty for none
   * @returns `null` if the device has no answer
   */
  answer: (address: string, accept: string, base: string) => Promise<Response | null>;
}

const nowhere = { fetch: async () => new Response(null, { status: 404 }) };

const device: Device = {
  async answer(address, accept, base) {
    const { origin, pathname, search } = new URL(address);
    const asked = new Request(origin + pathname.slice(base.length) + search, {
      headers: { accept },
    });
    const response = await app.fetch(asked, {
      APP_ENV: "local",
      EMBED_ANCESTORS: "'self'",
      ASSETS: nowhere,
      BASE_PATH: base,
      ON_DEVICE: true,
    });
    return response.status < 500 ? belowPath(response, base) : null;
  },
};

Object.assign(globalThis, { myelomaCompareDevice: device });
