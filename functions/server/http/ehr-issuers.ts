/** Records that may launch this installation; nothing else gets into a policy or a sign-in. */
import * as v from "valibot";
import { urlOf } from "./url-of.ts";

export interface Issuer {
  /** Address of its FHIR server, without a slash at the end. */
  issuer: string;
  /** What this installation is called there. It is public: a page in a browser keeps no secret. */
  client: string;
  name: string;
  /** Origins that a reader may be sent to, and that the page may ask. */
  origins: readonly string[];
}

const thisMachine = ["localhost", "127.0.0.1", "[::1]"];

/** An address in its usual form: HTTPS, except on this machine. */
function isAddress(text: string): boolean {
  if (!/^https?:\/\/[\w.:[\]-]+(?:\/[\w.~-]+)*$/.test(text)) return false;
  const url = urlOf(text);
  if (url === null) return false;
  const { href, protocol, hostname } = url;
  if (href !== text && href !== `${text}/`) return false;
  return protocol === "https:" || thisMachine.includes(hostname);
}

const address = v.pipe(v.string(), v.check(isAddress));

const issuer = v.strictObject({
  issuer: address,
  client: v.pipe(v.string(), v.regex(/^[\w.:/~-]{1,200}$/)),
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))),
  /** If readers sign in at another origin than that of the FHIR server. */
  authorisation: v.optional(
    v.pipe(
      address,
      v.check((text) => new URL(text).origin === text),
    ),
  ),
});

const list = v.pipe(v.string(), v.parseJson(), v.array(issuer));

const allowed =
  'allowed is a list such as [{"issuer":"https://fhir.hospital.example/r4","client":"myeloma-compare"}], each with "name" and "authorisation" (an origin) if needed, and http only for this machine';

/** Of the variable; the value itself is in the log only. */
export const issuersText = v.pipe(
  v.string("is not a text"),
  v.check(
    (text) => text === "" || v.is(list, text),
    ({ input }) => `is ${JSON.stringify(input)}; ${allowed}`,
  ),
);

/** All requests of an installation have the same text. */
let known: { text: string; issuers: readonly Issuer[] } | undefined;

/** None if the variable is not set: launching is off then. */
export function issuersOf(text = ""): readonly Issuer[] {
  if (text === "") return [];
  if (known?.text !== text) known = { text, issuers: v.parse(list, text).map(whole) };
  return known.issuers;
}

function whole({ issuer, client, name, authorisation }: v.InferOutput<typeof list>[number]) {
  const { origin, host } = new URL(issuer);
  const origins = [...new Set([origin, authorisation ?? origin])];
  return { issuer, client, name: name ?? host, origins };
}

/** Whether one of them is asked without encryption, which only an installation for tests may. */
export function isUnencrypted(text: string): boolean {
  return issuersOf(text).some(({ origins }) => origins.some((one) => one.startsWith("http:")));
}
