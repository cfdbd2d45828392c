// A key gives the verdict: every button and link that says so in data-key is pressed by that key.
"use strict";

// While a verdict is on its way no key counts: it would be for a claim that nobody has seen yet.
let answered = null;

function isWriting(event) {
  const at = event.target;
  return event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
}

function findKeyed(key) {
  const all = [...document.querySelectorAll("[data-key]")];
  return all.find((one) => (one.dataset.key === key || one.dataset.keyToo === key) && one.offsetParent !== null);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || isWriting(event) || document.querySelector("dialog[open]")) return;
  const keyed = findKeyed(event.key);
  if (!keyed || answered === document.querySelector("#review")) return;
  event.preventDefault();
  keyed.click();
  const opened = keyed.closest("details[open]");
  if (opened) opened.querySelector("select, input:not([type=hidden]), textarea").focus();
});

document.addEventListener("htmx:before:request", () => { answered = document.querySelector("#review"); });
document.addEventListener("htmx:error", () => { answered = null; });

// An answer without a claim in it, as when the session is over, is shown whole.
document.addEventListener("htmx:before:swap", (event) => {
  if (event.detail.ctx.text.includes('id="review"')) return;
  event.preventDefault();
  location.reload();
});

// What was done is said aloud, and the focus goes to the next claim.
function greet() {
  const told = document.querySelector("#review [data-told]");
  const progress = document.querySelector("#review .progress label");
  document.querySelector("#announced").textContent = [told, progress].map((one) => (one ? one.textContent.trim() : "")).join(". ");
  const next = document.querySelector("#review [data-focus]");
  if (next) next.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

document.addEventListener("htmx:after:swap", greet);
if (document.querySelector("#review [data-told]")) greet();
