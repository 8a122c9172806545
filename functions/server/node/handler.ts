/** One request on Node: what the platform does around the Worker; the app is the same. */
import { isIP, SocketAddress } from "node:net";
import type { Hono } from "hono";
import type { Environment, HonoEnvironment } from "../http/environment.ts";
import { sentTexts } from "./sent-texts.ts";
import type { Settings } from "./settings.ts";

export interface Handled {
  app: Pick<Hono<HonoEnvironment>, "fetch">;
  environment: Environment;
  settings: Pick<Settings, "BASE_PATH" | "PUBLIC_ORIGIN" | "TRUSTED_PROXIES">;
  /** `null` if it is for the app. */
  hashedFile: (path: string, request: Request) => Response | null;
}

/** @param connected address of the socket */
export type Handler = (request: Request, connected: string | undefined) => Promise<Response>;

/** The platform sets it, so nobody else may. */
const addressHeader = "cf-connecting-ip";

/** Methods that a `Request` cannot have. The app refuses every other method than its own alike. */
const unaskable = new Set(["CONNECT", "TRACE", "TRACK"]);

const proxyNotTrusted =
  "Requests come through a proxy, and TRUSTED_PROXIES is 0: all readers behind it count as one for RATE_LIMIT.";

export function handlerOf({ app, environment, settings, hashedFile }: Handled): Handler {
  const { BASE_PATH: base = "", PUBLIC_ORIGIN, TRUSTED_PROXIES } = settings;
  const asSent = sentTexts(base);
  let warned = TRUSTED_PROXIES > 0;
  return async (request, connected) => {
    const { origin, pathname, search } = new URL(request.url);
    if (base !== "" && pathname === base) {
      const location = `${PUBLIC_ORIGIN ?? origin}${base}/${search}`;
      return new Response(null, { status: 308, headers: { location } });
    }
    // A proxy may take the base path away itself.
    const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
    const method = unaskable.has(request.method) ? "POST" : request.method;
    const headers = new Headers(request.headers);
    const acceptEncoding = headers.get("accept-encoding");
    // What is gzipped already could not be given its base path.
    if (base !== "") headers.delete("accept-encoding");
    const forwarded = headers.get("x-forwarded-for");
    if (forwarded !== null && !warned) {
      warned = true;
      console.warn(proxyNotTrusted);
    }
    const address = clientAddress(forwarded, connected, TRUSTED_PROXIES);
    headers.delete(addressHeader);
    if (address !== undefined) headers.set(addressHeader, address);
    // Not resolved against the origin: a path with two slashes would be taken for a host.
    const asked = new Request(`${PUBLIC_ORIGIN ?? origin}${path}${search}`, {
      method,
      headers,
    });
    const answer = hashedFile(path, asked) ?? (await app.fetch(asked, environment, afterwards()));
    return asSent(answer, asked.url, acceptEncoding);
  };
}

/** Work after an answer needs nobody to wait for it: the process goes on. */
function afterwards(): ExecutionContext {
  return {
    waitUntil: (work) => void Promise.resolve(work).catch(() => undefined),
    passThroughOnException: () => undefined,
    props: {},
  } as ExecutionContext;
}

/**
 * Whose requests are counted together, as the platform's `CF-Connecting-IP` says it. Each proxy adds to `X-Forwarded-For` the address that asked it, at the end. What stands before the
 * entries of the trusted proxies may be made up by the caller and is not read.
 */
export function clientAddress(
  forwarded: string | null,
  connected: string | undefined,
  trustedProxies: number,
): string | undefined {
  const hops = [...(forwarded?.split(",") ?? []), connected ?? ""];
  return addressIn(hops.at(-1 - trustedProxies) ?? hops[0] ?? "") ?? addressIn(connected ?? "");
}

/** In its usual spelling. Some proxies write the port, too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function addressIn(hop: string): string | undefined {
  const address = hop
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  if (isIP(address) !== 6) return isIP(address) === 4 ? address : undefined;
  // An IPv4 address as a socket for both versions writes it.
  return new SocketAddress({ address, family: "ipv6" }).address.replace(/^::ffff:(?=\d+\.)/, "");
}
