/** Refuses every request if a variable is invalid, which is noticed at the first request. */
import { createMiddleware } from "hono/factory";
import * as v from "valibot";
import {
  checkVariables,
  type Environment,
  type HonoEnvironment,
  variables,
} from "../environment.ts";
import { respondWithProblem } from "../problem.ts";

const names = v.keyof(variables).options;

/** Holds variables that were already checked. All requests of a Worker have the same environment. */
let good: Environment | undefined;

export const configuration = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { env } = context;
  const before = good;
  if (before === undefined || names.some((name) => before[name] !== env[name])) {
    const problems = checkVariables(env);
    if (problems.length > 0) {
      for (const { name, message } of problems) console.error(`${name} ${message}`);
      const wrong = problems.map(({ name }) => name).join(", ");
      // The details are in the log, because callers must not see the value.
      const detail = `This installation is not set up: its variable ${wrong} is missing or makes no sense. Nothing was answered.`;
      return respondWithProblem({ status: 500, detail });
    }
    good = env;
  }
  await next();
});
