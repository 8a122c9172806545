/** Refuses every request if a variable is invalid, which is noticed at the first request. */
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import {
  type Environment,
  type HonoEnvironment,
  variableProblems,
  variables,
} from "../environment.ts";
import { problemResponse } from "../problem.ts";

const names = v.keyof(variables).options;

/** Holds variables that were already checked. All requests of a Worker have the same environment. */
let good: Environment | undefined;

export const configuration = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { env } = context;
  const before = good;
  if (before === undefined || names.some((name) => before[name] !== env[name])) {
    const problems = variableProblems(env);
    if (problems.length > 0) {
      for (const { name, message } of problems) console.error(`${name} ${message}`);
      const wrong = problems.map(({ name }) => name).join(", ");
      // The details are in the log, because callers must not see the value.
      const detail = `This installation is not set up: its variable ${wrong} is missing or makes no sense. Nothing was answered.`;
      return problemResponse({ status: 500, detail });
    }
    good = env;
  }
  await next();
});
