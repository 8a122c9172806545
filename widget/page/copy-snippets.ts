/** The script of the page of snippets, which is whole without it: a button below each snippet copies it. */
for (const code of document.querySelectorAll(".build code")) {
  const line = document.createElement("p");
  const button = line.appendChild(document.createElement("button"));
  button.type = "button";
  button.textContent = "Copy";
  line.appendChild(document.createTextNode(" "));
  const message = line.appendChild(document.createElement("span"));
  message.setAttribute("role", "status");
  button.addEventListener("click", async () => {
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
