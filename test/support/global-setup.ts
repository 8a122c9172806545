import type { TestProject } from "vitest/node";
import { type Server, startServer } from "../../.dev/serve/serve.ts";
import { build } from "./build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the production build in workerd, without a trailing slash. */
    serverUrl: string;
  }
}

/** The projects `worker` and `browser` share one build and one server. */
const shared = globalThis as { testServer?: { started: Promise<Server>; users: number } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testServer ??= { started: start(), users: 0 };
  const { testServer } = shared;
  testServer.users += 1;
  const server = await testServer.started;
  project.provide("serverUrl", server.url);
  return async () => {
    testServer.users -= 1;
    if (testServer.users === 0) await server.dispose();
  };
}

async function start(): Promise<Server> {
  build();
  return startServer();
}
