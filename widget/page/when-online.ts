/** Browsers announce a network before the first request gets through. */
const againAfterMilliseconds = 2000;

/** Calls whenever the network is back, and once more a moment later. Returns a function that ends it. */
export function callWhenOnline(call: () => void): () => void {
  const follow = () => {
    call();
    setTimeout(call, againAfterMilliseconds);
  };
  addEventListener("online", follow);
  return () => removeEventListener("online", follow);
}
