/**
 * Answers nothing while a variable of the installation makes no sense: a page that refuses itself is
 * noticed at the first request, a policy that a browser reads in another way may never be.
 */
import { createMiddleware } from "hono/factory";
import { type Environment, type HonoEnvironment, variableProblems } from "../environment.ts";
import { problemResponse } from "../problem.ts";

/** The values that were found good; a Worker has one environment. */
let good: Pick<Environment, "APP_ENV" | "EMBED_ANCESTORS" | "LOG_REQUESTS"> | undefined;

export const configuration = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { env } = context;
  const { APP_ENV, EMBED_ANCESTORS, LOG_REQUESTS } = env;
  const known =
    good?.APP_ENV === APP_ENV &&
    good.EMBED_ANCESTORS === EMBED_ANCESTORS &&
    good.LOG_REQUESTS === LOG_REQUESTS;
  if (!known) {
    const problems = variableProblems(env);
    if (problems.length > 0) {
      for (const { name, message } of problems) console.error(`${name} ${message}`);
      const names = problems.map(({ name }) => name).join(", ");
      // What is wrong with it is in the log: the value is nobody else's business.
      const detail = `This installation is not set up: its variable ${names} is missing or makes no sense. Nothing was answered.`;
      return problemResponse({ status: 500, detail });
    }
    good = env;
  }
  await next();
});
