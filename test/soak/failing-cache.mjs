/**
 * Loaded into Node before the server: its cache of answers fails while it is told to. The signal
 * SIGUSR2 switches; what was injected is written to standard error as one line of JSON. Nothing
 * breaks off here, because that cache and the files are whole in memory.
 */
const share = 0.3;
const ways = ["throws", "throws", "throws", "throws", "never"];
const counts = {};
const define = Object.defineProperty;
let fails = false;

process.on("SIGUSR2", () => {
  fails = !fails;
  console.error(`injected ${JSON.stringify(counts)}`);
});

/** The server defines `caches` once; its cache is wrapped at that moment. */
Object.defineProperty = (target, name, descriptor) => {
  if (target === globalThis && name === "caches") wrap(descriptor.value.default);
  return define(target, name, descriptor);
};

function wrap(cache) {
  for (const [method, name] of [
    ["match", "cache read"],
    ["put", "cache write"],
  ]) {
    const whole = cache[method].bind(cache);
    cache[method] = async (...args) => {
      if (!fails || Math.random() >= share) return whole(...args);
      const way = ways[Math.floor(Math.random() * ways.length)];
      const kind = `${name}: ${way}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (way === "never") return new Promise(() => {});
      throw new Error("injected");
    };
  }
}
