import { connect } from "node:net";

const connections = 8;
const rounds = 5;
const roundMilliseconds = 1000;

/**
 * Requests per second of each path, the median of several rounds in turn, so that a machine that
 * slows down slows all of them. The client only counts bytes, to leave the processor to the server:
 * every answer to the same request has the same length.
 */
export async function throughput(url: string, paths: string[]): Promise<Map<string, number>> {
  const measured = new Map<string, number[]>();
  for (let round = -1; round < rounds; round += 1) {
    for (const path of paths) {
      const rate = await measure(new URL(path, url));
      if (round >= 0) measured.set(path, [...(measured.get(path) ?? []), rate]);
    }
  }
  return new Map(
    [...measured].map(([path, rates]) => [
      path,
      rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? Number.NaN,
    ]),
  );
}

async function measure(url: URL): Promise<number> {
  // The third asking is answered from memory at the latest, and says so: only then are all alike.
  for (let asking = 1; asking <= 3; asking += 1) await (await fetch(url)).arrayBuffer();
  const length = await answerLength(url);
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, () => countAnswers(url, length)),
  );
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return answers / ((performance.now() - start) / 1000);
}

const requestFor = ({ host, pathname, search }: URL) =>
  `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

/** Bytes of one answer, headers included, learned from a few in a row on one connection. */
function answerLength(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    let received = 0;
    let begin = "";
    const settle = () => {
      socket.destroy();
      if (begin.startsWith("HTTP/1.1 200 ")) resolve(received);
      else reject(new Error(`${url.pathname} answered "${begin.slice(0, 30)}"`));
    };
    let quiet = setTimeout(settle, 300);
    socket.on("data", (bytes) => {
      begin ||= bytes.toString("latin1");
      received += bytes.length;
      clearTimeout(quiet);
      quiet = setTimeout(settle, 100);
    });
    socket.on("error", reject);
    socket.write(requestFor(url));
  });
}

function countAnswers(url: URL, length: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    const request = requestFor(url);
    const end = performance.now() + roundMilliseconds;
    let received = 0;
    let answers = 0;
    socket.setNoDelay(true);
    socket.on("data", (bytes) => {
      received += bytes.length;
      if (received < length) return;
      if (received > length) {
        socket.destroy();
        reject(
          new Error(`${url.pathname} has answers of different lengths; the count means nothing.`),
        );
        return;
      }
      received = 0;
      answers += 1;
      if (performance.now() < end) socket.write(request);
      else socket.end(() => resolve(answers));
    });
    socket.on("error", reject);
    socket.write(request);
  });
}
