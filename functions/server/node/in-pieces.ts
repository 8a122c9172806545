/** A body that is sent piece by piece, each when the reader has taken the one before. */
import type { Bytes } from "../http/content-coding.ts";

const pieceBytes = 65_536;

/** The pieces are parts of the same memory, so that many readers share it, also those who never read. */
export function inPieces(bytes: Bytes): ReadableStream<Bytes> {
  let sent = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (sent < bytes.byteLength) controller.enqueue(bytes.subarray(sent, sent + pieceBytes));
        sent += pieceBytes;
        if (sent >= bytes.byteLength) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
