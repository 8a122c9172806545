/**
 * Adds a button below each snippet that copies it, unless settings were changed that the snippet does not have yet. The
 * page of snippets is whole without this script.
 */
let areChanged = false;
document.querySelector("form")?.addEventListener("change", () => {
  areChanged = true;
});

for (const code of document.querySelectorAll(".build pre > code")) {
  const line = document.createElement("p");
  const button = line.appendChild(document.createElement("button"));
  button.type = "button";
  button.textContent = "Copy";
  line.appendChild(document.createTextNode(" "));
  const message = line.appendChild(document.createElement("span"));
  message.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    if (areChanged) {
      message.textContent = "Press Show first: settings were changed.";
      return;
    }
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      message.textContent = "Copied";
    } catch {
      getSelection()?.selectAllChildren(code);
      message.textContent = "Copy it by hand.";
    }
  });
  code.parentElement?.insertAdjacentElement("afterend", line);
}
