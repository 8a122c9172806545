/** Defines environment variables of Node, checked once; shared ones by the rules of the Worker. */
import * as v from "valibot";
import { checked, problemsOf, type VariableProblem, variables } from "../http/environment.ts";

const whole = (most: number, usual: number) =>
  v.pipe(
    v.optional(v.string(), String(usual)),
    checked(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= most,
      `a whole number from 0 to ${most}`,
    ),
    v.transform(Number),
  );

/** It has no slash at the end, because `BASE_PATH` follows. */
const publicOrigin = checked(
  (text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text,
  "the origin that readers see, such as https://compare.example.org, without a path or a slash at the end",
);

/** Paths that begin as our own do could not be told from them when a proxy strips the base path. */
const basePath = checked(
  (text) => /^(?:\/[\w.~-]+)+$/.test(text) && !/^\/(?:v1|assets)$/.test(text),
  "a path such as /myeloma, without a slash at the end, and not /v1 or /assets",
);

const settings = v.object({
  ...variables.entries,
  APP_ENV: v.optional(variables.entries.APP_ENV, "production"),
  EMBED_ANCESTORS: v.optional(variables.entries.EMBED_ANCESTORS, "*"),
  HOST: v.optional(v.string(), "127.0.0.1"),
  /** 0 takes any free port. */
  PORT: whole(65_535, 8787),
  PUBLIC_ORIGIN: v.optional(publicOrigin),
  BASE_PATH: v.optional(basePath),
  DRAIN_SECONDS: whole(300, 5),
});

export type Settings = v.InferOutput<typeof settings>;

type SettingsResult =
  | { settings: Settings; problems: null }
  | { settings: null; problems: readonly VariableProblem[] };

/** An empty value is as none, because container tools pass variables that are not set as empty. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): SettingsResult {
  const variables = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const { output, issues, success } = v.safeParse(settings, variables);
  return success
    ? { settings: output, problems: null }
    : { settings: null, problems: problemsOf(issues) };
}
