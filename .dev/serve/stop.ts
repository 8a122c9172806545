/** Calls back once, on Ctrl+C, on SIGTERM and when the parent ends: an npm that is ended tells nobody. */
export function onStop(stop: () => Promise<void>): void {
  const parent = process.ppid;
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    await stop();
    process.exit(0);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}
