import { afterAll } from "vitest";
import { type Server, startServer } from "../../.dev/serve/serve.ts";

/** Serves the build with the given settings, until the tests around this call have ended. */
export async function serve(options: Parameters<typeof startServer>[0]): Promise<Server> {
  const server = await startServer(options);
  afterAll(() => server.dispose());
  return server;
}
