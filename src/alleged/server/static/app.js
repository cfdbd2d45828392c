// Keys that work on every screen: "/" searches, "g m" goes to the matrix, "j" and "k" move, "?" tells them.
"use strict";

const PLACES = { s: "/", d: "/documents", c: "/claims", a: "/actors", i: "/incidents", m: "/matrix", t: "/timeline", n: "/network", r: "/review", b: "/codebook" };
let going = false;

function isTyping(event) {
  const at = event.target;
  return event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
}

function items() {
  return [...document.querySelectorAll("[data-item]")].filter((item) => item.offsetParent !== null);
}

// The item with the focus in it, or the one that was moved to last.
function move(step) {
  const all = items();
  if (all.length === 0) return;
  const here = all.findIndex((item) => item.contains(document.activeElement) || item.classList.contains("is-here"));
  const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
  all.forEach((item) => item.classList.remove("is-here"));
  next.classList.add("is-here");
  const target = next.matches("a, button, [tabindex]") ? next : next.querySelector("a, button, [tabindex]");
  if (target) target.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

function focusSearch() {
  const field = document.querySelector("#search");
  field.focus();
  field.select();
}

const KEYS = {
  "/": focusSearch,
  "?": () => document.querySelector("#keys").showModal(),
  j: () => move(1),
  k: () => move(-1),
  g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
};

document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  if (going && PLACES[event.key]) {
    going = false;
    event.preventDefault();
    location.assign(PLACES[event.key]);
  } else if (Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  }
});
