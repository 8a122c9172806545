/** Says that there is a newer version of our pages, over the page, so that nothing moves. */

export function announce(waiting: ServiceWorker): void {
  if (document.querySelector(".update")) return;
  const line = document.createElement("div");
  line.className = "update";
  line.setAttribute("role", "status");
  line.textContent = "There is a newer version. ";
  const button = (text: string, press: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    line.appendChild(made);
  };
  button("Show it", () => {
    waiting.addEventListener("statechange", () => {
      if (waiting.state === "activated") location.reload();
    });
    waiting.postMessage("take over");
  });
  button("Later", () => line.remove());
  document.body.appendChild(line);
}
