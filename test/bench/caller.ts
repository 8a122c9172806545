import { connect } from "node:net";

/** The value that browsers and Cloudflare send. */
const acceptEncoding = "gzip, br";

/**
 * Requests one address after another over one connection and returns how long each answer took, in
 * milliseconds. It reads only the status and the length of an answer, to leave the CPU to the
 * server. Ends when `next` returns `null`.
 */
export function askInTurn(url: URL, next: () => string | null): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    const times: number[] = [];
    let missing: number | null = null;
    let path: string | null = null;
    let asked = 0;
    const ask = () => {
      path = next();
      if (path === null) {
        socket.end(() => resolve(times));
        return;
      }
      missing = null;
      asked = performance.now();
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: ${acceptEncoding}\r\n\r\n`,
      );
    };
    const fail = (why: string) => {
      socket.destroy();
      reject(new Error(`${path} ${why}`));
    };
    socket.setNoDelay(true);
    socket.on("data", (bytes) => {
      if (missing === null) {
        const length = answerLength(bytes);
        if (typeof length === "string") {
          fail(length);
          return;
        }
        missing = length;
      }
      missing -= bytes.length;
      if (missing > 0) return;
      if (missing < 0) {
        fail("was answered with more than it announced; the count means nothing.");
        return;
      }
      times.push(performance.now() - asked);
      ask();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`${path} was not answered to its end.`)));
    socket.on("connect", ask);
  });
}

/**
 * Length of the whole answer in bytes, headers included, computed from its first part; or a text
 * that says what is wrong with the answer.
 */
function answerLength(first: Buffer): number | string {
  const end = first.indexOf("\r\n\r\n");
  const head = first.toString("latin1", 0, end);
  if (end < 0 || !head.startsWith("HTTP/1.1 200 ")) return `was answered "${head.slice(0, 60)}"`;
  const length = /^content-length: (\d+)\r?$/im.exec(head)?.[1];
  return length === undefined ? "was answered without a length" : end + 4 + Number(length);
}
