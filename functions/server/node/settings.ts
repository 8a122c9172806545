/** Reads the environment variables of Node and checks them once. Variables shared with the Worker follow its rules. */
import * as v from "valibot";
import {
  convertIssuesToVariableProblems,
  makeTextSchema,
  type VariableProblem,
  variables,
} from "../http/environment.ts";
import { pages } from "../site.ts";

const makeWholeNumberSchema = (most: number, usual: number) =>
  v.pipe(
    v.optional(v.string(), String(usual)),
    makeTextSchema(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= most,
      `a whole number from 0 to ${most}`,
    ),
    v.transform(Number),
  );

/** The origin has no slash at the end, because `BASE_PATH` follows it. */
const publicOrigin = makeTextSchema(
  (text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text,
  "the origin that readers see, such as https://compare.example.org, without a path or a slash at the end",
);

/** Lists the first names of addresses of the app that are no pages of its table. */
const otherNames = [
  ...["v1", "assets", "healthz", "recall", "manifest", "sw", "favicon", "notices"],
  "robots",
];

const firstNames = new Set([...pages.map(({ path }) => path.slice(1)), ...otherNames]);

/** Returns the first name of a path: "docs" of "/docs/operators", "report" of "/report.ris". */
function readFirstPathStem(path: string): string {
  return path.match(/^\/([^/.]*)/)?.[1] ?? "";
}

/**
 * A base path must not begin like a path of the app, because nobody could tell them apart after a proxy strips the base
 * path.
 */
const basePath = makeTextSchema(
  (text) => /^(?:\/[\w.~-]+)+$/.test(text) && !firstNames.has(readFirstPathStem(text)),
  "a path such as /myeloma that has no slash at the end and does not begin like an address of the app, as /docs, /embed, /products, /v1 and /assets do",
);

const settings = v.object({
  ...variables.entries,
  APP_ENV: v.optional(variables.entries.APP_ENV, "production"),
  EMBED_ANCESTORS: v.optional(variables.entries.EMBED_ANCESTORS, "*"),
  HOST: v.optional(v.string(), "127.0.0.1"),
  /** 0 takes any free port. */
  PORT: makeWholeNumberSchema(65_535, 8787),
  PUBLIC_ORIGIN: v.optional(publicOrigin),
  BASE_PATH: v.optional(basePath),
  DRAIN_SECONDS: makeWholeNumberSchema(300, 5),
});

export type Settings = v.InferOutput<typeof settings>;

type SettingsResult =
  | { settings: Settings; problems: null }
  | { settings: null; problems: readonly VariableProblem[] };

/**
 * Reads the settings. An empty value counts as absent, because container tools pass variables that are not set as
 * empty.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SettingsResult {
  const variables = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const { output, issues, success } = v.safeParse(settings, variables);
  return success
    ? { settings: output, problems: null }
    : { settings: null, problems: convertIssuesToVariableProblems(issues) };
}

/** Puts an IPv6 address in brackets. */
export function formatHostForUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

export function printErrorAndSetExitCode(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
