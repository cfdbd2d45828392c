// Adding documents: forms say that they work, and the bookmark says where it belongs.
"use strict";

for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", () => {
    form.querySelector("[role=status]").textContent = "Sending …";
    form.querySelector("button").disabled = true;
  });
}

// Coming back to a page that the browser kept must not find its buttons dead.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-busy]")) {
    form.querySelector("[role=status]").textContent = "";
    form.querySelector("button").disabled = false;
  }
});

document.querySelector("#bookmarklet")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.querySelector("#bookmarklet-told").textContent = "Drag it to your bookmarks, then open a page to keep and click it there.";
});
