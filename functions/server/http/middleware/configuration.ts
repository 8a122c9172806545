/**
 * Refuses all requests if a variable of the installation is invalid. Such a refusal is noticed at
 * the first request. A policy that browsers read in another way than intended might never be
 * noticed.
 */
import { createMiddleware } from "hono/factory";
import { type Environment, type HonoEnvironment, variableProblems } from "../environment.ts";
import { problemResponse } from "../problem.ts";

/** Values that were already checked. All requests of a Worker have the same environment. */
let good: Pick<Environment, "APP_ENV" | "COMPUTE" | "EMBED_ANCESTORS" | "LOG_REQUESTS"> | undefined;

export const configuration = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { env } = context;
  const { APP_ENV, COMPUTE, EMBED_ANCESTORS, LOG_REQUESTS } = env;
  const known =
    good?.APP_ENV === APP_ENV &&
    good.COMPUTE === COMPUTE &&
    good.EMBED_ANCESTORS === EMBED_ANCESTORS &&
    good.LOG_REQUESTS === LOG_REQUESTS;
  if (!known) {
    const problems = variableProblems(env);
    if (problems.length > 0) {
      for (const { name, message } of problems) console.error(`${name} ${message}`);
      const names = problems.map(({ name }) => name).join(", ");
      // The details are in the log, because callers must not see the value.
      const detail = `This installation is not set up: its variable ${names} is missing or makes no sense. Nothing was answered.`;
      return problemResponse({ status: 500, detail });
    }
    good = env;
  }
  await next();
});
