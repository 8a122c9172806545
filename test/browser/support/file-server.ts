/** Files and nothing else, as the plainest web server: no index, no redirect, no other spelling. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export interface FileServer {
  origin: string;
  /** The paths that were asked for. */
  asked: string[];
  close: () => Promise<void>;
}

/** @param instead what is answered at a path in place of a file */
export async function serveFiles(
  folder: string,
  instead: (path: string) => string | null = () => null,
): Promise<FileServer> {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://files");
    asked.push(url);
    const file = join(folder, decodeURIComponent(pathname));
    const isFile = existsSync(file) && statSync(file).isFile();
    const content = instead(pathname) ?? (isFile ? readFileSync(file) : null);
    response.writeHead(content === null ? 404 : 200, {
      "content-type": types[extname(pathname)] ?? "application/octet-stream",
      "access-control-allow-origin": "*",
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === "object" && address?.port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
