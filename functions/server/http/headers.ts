/** The only table of headers that are sent; the build writes the asset part to `_headers`. */
import { styleHashes } from "#generated/styles.ts";

export type Profile = keyof typeof byProfile;

export interface HeaderOptions {
  /** Origins that may frame `/embed`, as in a CSP source list. */
  embedAncestors: string;
  /** Origins that may frame it for one of their patients; by default none. */
  recordSystems?: string;
  /** It is sent only where the platform serves HTTPS: on localhost, browsers would remember it. */
  production: boolean;
}

const styleSources = styleHashes.map((hash) => `'${hash}'`).join(" ");

const pageSources = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${styleSources}`,
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  // No text becomes code or markup; addresses of scripts are made in one place, once in each script.
  "require-trusted-types-for 'script'",
  "trusted-types myeloma-compare 'allow-duplicates'",
];

/** Returns the same, but what one of them says. */
function pageSourcesBut(usual: string, replacement: string): string[] {
  return pageSources.map((source) => (source === usual ? replacement : source));
}

/** A report needs it, because it makes a PNG of a picture. */
const reportSources = pageSourcesBut("img-src 'self'", "img-src 'self' blob:");

/** A page needs it whose settings are sent by a form of this site, without a script. */
const formSources = pageSourcesBut("form-action 'none'", "form-action 'self'");

/** A page needs it that has such a form and shows a page of this site in a frame. */
const builderSources = [...formSources, "frame-src 'self'"];

/** Documents have it: it allows their styles and the icon of the site, and no scripts. */
const documentSources = [
  "default-src 'none'",
  `style-src ${styleSources}`,
  "img-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
];

/** A service worker and its script have it; the worker asks only this site. */
const workerSources = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
];

/** Data have it: it allows nothing if a browser opens them. */
const dataSources = ["default-src 'none'", "base-uri 'none'", "object-src 'none'", "sandbox"];

export function headersFor(profile: Profile, options: HeaderOptions): Record<string, string> {
  return {
    ...common(options),
    ...byProfile[profile](options),
  };
}

function common({ production }: HeaderOptions): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    // The question is in the URL, which must not be sent to other sites as a referrer.
    "referrer-policy": "no-referrer",
    "permissions-policy":
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
    ...(production
      ? { "strict-transport-security": "max-age=63072000; includeSubDomains" }
      : undefined),
  };
}

const readable = {
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

const openToAll = {
  ...readable,
  "access-control-expose-headers": "etag, cache-status, retry-after",
};

const sameOrigin = { "cross-origin-resource-policy": "same-origin" };

const alone = { ...sameOrigin, "cross-origin-opener-policy": "same-origin" };

const byProfile = {
  api: () => ({ ...policy(dataSources), ...openToAll }),
  document: () => ({ ...policy(documentSources), ...openToAll }),
  embed: ({ embedAncestors }) => framed(embedAncestors),
  record: ({ recordSystems }) => framed(recordSystems),
  page: () => ({ ...policy(pageSources), ...alone }),
  report: () => ({ ...policy(reportSources), ...alone }),
  form: () => ({ ...policy(formSources), ...alone }),
  builder: () => ({ ...policy(builderSources), ...alone }),
  worker: () => ({ ...policy(workerSources), ...sameOrigin }),
  asset: () => ({ ...policy(dataSources), ...readable }),
} satisfies Record<string, (options: HeaderOptions) => Record<string, string>>;

function framed(ancestors?: string): Record<string, string> {
  return {
    ...policy(pageSources, ancestors),
    "cross-origin-resource-policy": "cross-origin",
    // A host page that sends this header shows only frames that send it, too. Everything the frame
    // loads is ours and allows every site to load it, which a frame without an origin needs.
    "cross-origin-embedder-policy": "require-corp",
  };
}

function policy(sources: readonly string[], ancestors = "'none'"): Record<string, string> {
  return { "content-security-policy": [...sources, `frame-ancestors ${ancestors}`].join("; ") };
}

const assetHeaders = (production: boolean) =>
  headersFor("asset", { embedAncestors: "'none'", production });

/** A file that is sent compressed to whom takes it. */
const compressed = { vary: "accept-encoding" };

/**
 * A file may be cached forever only where it exists, because a 404 under `/assets/` must not be cached.
 * There are many pictures, so they have no rule of their own: browsers revalidate them, and are
 * answered with 304.
 */
const forever = { "cache-control": "public, max-age=31536000, immutable", ...compressed };

/**
 * The rules of the `_headers` file for content-hashed assets, which are not served by the Worker.
 *
 * @param scripts their addresses
 */
export function assetHeaderRules(scripts: readonly string[], production: boolean): string[] {
  return [
    rule("/assets/*", assetHeaders(production)),
    ...scripts.map((script) => rule(script, forever)),
    // It names the script of a build, so it is asked for anew.
    rule("/assets/device.json", compressed),
  ];
}

/** Returns the same for one file. */
export function headersOfAsset(path: string, production: boolean): Record<string, string> {
  return {
    ...assetHeaders(production),
    ...(path.endsWith(".js") && forever),
    ...(path.endsWith(".json") && compressed),
  };
}

function rule(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join(
    "\n",
  );
}
