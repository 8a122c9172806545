/** Holds the only table of headers that are sent. The build writes the part for assets to `_headers`. */
import { styleHashes } from "#generated/styles.ts";

export type Profile = keyof typeof byProfile;

export interface HeaderOptions {
  /** Lists the origins that may frame `/embed`, as a CSP source list. */
  embedAncestors: string;
  /** Lists the origins that may frame `/embed` for one of their patients; empty by default. */
  recordSystems?: string;
  /** True sends HSTS. It is false without HTTPS, because on localhost browsers would remember HSTS. */
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
  // No script can turn text into code or markup. Only addresses of scripts can be made, through this policy, in a single
  // place of each script.
  "require-trusted-types-for 'script'",
  "trusted-types myeloma-compare 'allow-duplicates'",
];

function listPageDirectivesWithReplacement(usual: string, replacement: string): string[] {
  return pageSources.map((source) => (source === usual ? replacement : source));
}

/** A report also allows `blob:` images, because it makes a PNG of a picture. */
const reportSources = listPageDirectivesWithReplacement("img-src 'self'", "img-src 'self' blob:");

/** These directives are for pages whose settings are sent by a form of this site, without a script. */
const formSources = listPageDirectivesWithReplacement("form-action 'none'", "form-action 'self'");

/** These directives are for a page with such a form that also shows a page of this site in a frame. */
const builderSources = [...formSources, "frame-src 'self'"];

/** These directives are for documents: they allow styles and the icon of the site, and no scripts. */
const documentSources = [
  "default-src 'none'",
  `style-src ${styleSources}`,
  "img-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
];

/** These directives are for a service worker and its script; the worker requests only this site. */
const workerSources = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
];

/** These directives are for data: they allow nothing if a browser opens the data. */
const dataSources = ["default-src 'none'", "base-uri 'none'", "object-src 'none'", "sandbox"];

export function makeProfileHeaders(
  profile: Profile,
  options: HeaderOptions,
): Record<string, string> {
  return {
    ...makeCommonHeaders(options),
    ...byProfile[profile](options),
  };
}

function makeCommonHeaders({ production }: HeaderOptions): Record<string, string> {
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
  api: () => ({ ...makePolicyHeaders(dataSources), ...openToAll }),
  document: () => ({ ...makePolicyHeaders(documentSources), ...openToAll }),
  embed: ({ embedAncestors }) => makeHeadersOfFramedPage(embedAncestors),
  record: ({ recordSystems }) => makeHeadersOfFramedPage(recordSystems),
  page: () => ({ ...makePolicyHeaders(pageSources), ...alone }),
  report: () => ({ ...makePolicyHeaders(reportSources), ...alone }),
  form: () => ({ ...makePolicyHeaders(formSources), ...alone }),
  builder: () => ({ ...makePolicyHeaders(builderSources), ...alone }),
  worker: () => ({ ...makePolicyHeaders(workerSources), ...sameOrigin }),
  asset: () => ({ ...makePolicyHeaders(dataSources), ...readable }),
} satisfies Record<string, (options: HeaderOptions) => Record<string, string>>;

function makeHeadersOfFramedPage(ancestors?: string): Record<string, string> {
  return {
    ...makePolicyHeaders(pageSources, ancestors),
    "cross-origin-resource-policy": "cross-origin",
    // A host page that sends this header shows only frames that send it, too. Everything the frame loads comes from
    // this site and allows every site to load it, which a frame without an origin needs.
    "cross-origin-embedder-policy": "require-corp",
  };
}

function makePolicyHeaders(
  sources: readonly string[],
  ancestors = "'none'",
): Record<string, string> {
  return { "content-security-policy": [...sources, `frame-ancestors ${ancestors}`].join("; ") };
}

const makeCommonAssetHeaders = (production: boolean) =>
  makeProfileHeaders("asset", { embedAncestors: "'none'", production });

/**
 * An existing file may be cached forever, but a 404 below `/assets/` must not be cached. There are many pictures, so
 * they have no rule of their own: browsers revalidate them and get a 304. A file that varies by its encoding is sent
 * compressed to callers that accept it.
 */
const forever = {
  "cache-control": "public, max-age=31536000, immutable",
  vary: "accept-encoding",
};

/**
 * Returns the rules of the `_headers` file for content-hashed assets, which the Worker does not serve.
 *
 * @param scripts The addresses of the scripts.
 */
export function listAssetHeaderRules(scripts: readonly string[], production: boolean): string[] {
  return [
    ...assetFolders.map((folder) =>
      renderHeaderRule(`${folder}*`, makeCommonAssetHeaders(production)),
    ),
    ...scripts.map((script) => renderHeaderRule(script, forever)),
  ];
}

/** The platform serves the files of these folders without the Worker; the second one holds scripts of releases. */
const assetFolders = ["/assets/", "/widget/"] as const;

export const isAssetPath = (path: string): boolean =>
  assetFolders.some((folder) => path.startsWith(folder));

export function makeAssetHeaders(path: string, production: boolean): Record<string, string> {
  return {
    ...makeCommonAssetHeaders(production),
    ...(path.endsWith(".js") && forever),
  };
}

function renderHeaderRule(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join(
    "\n",
  );
}
