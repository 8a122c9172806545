import { afterAll } from "vitest";
import { type Server, startServer } from "../../.dev/serve/serve.ts";

/** A server of the build with settings of its own, until the tests around this call are over. */
export async function serve(options: Parameters<typeof startServer>[0]): Promise<Server> {
  const server = await startServer(options);
  afterAll(() => server.dispose());
  return server;
}
