// A key gives the verdict: every button and link that says so in data-key is pressed by that key.
"use strict";

// While a verdict is on its way no key counts: it would be for a claim that nobody has seen yet.
let waiting = false;

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
  if (!keyed || waiting) return;
  event.preventDefault();
  keyed.click();
  const opened = keyed.closest("details[open]");
  if (opened) opened.querySelector("select, input:not([type=hidden]), textarea").focus();
});

document.addEventListener("htmx:before:request", () => { waiting = true; });
document.addEventListener("htmx:error", () => { waiting = false; });

// After the claim was swapped: what was done is said aloud, and the focus goes to the new claim.
document.addEventListener("htmx:after:swap", () => {
  waiting = false;
  const told = document.querySelector("#review [data-told]");
  const progress = document.querySelector("#review .progress label");
  document.querySelector("#announced").textContent = [told, progress].map((one) => (one ? one.textContent.trim() : "")).join(". ");
  const next = document.querySelector("#review [data-focus]");
  if (next) next.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
});
