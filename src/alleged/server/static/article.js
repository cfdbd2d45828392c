// Ties the cards and the words of claims: who points at one of them, or comes to it by keyboard, sees the other.
"use strict";

const text = document.querySelector("#captured");
const column = document.querySelector(".beside-text");
const cards = new Map([...document.querySelectorAll(".claim[data-claim]")].map((card) => [card.dataset.claim, card]));
const words = new Map();
let tied = null;

function remember(number, element) {
  if (!words.has(number)) words.set(number, []);
  words.get(number).push(element);
}

text.querySelectorAll("[data-claim]").forEach((element) => remember(element.dataset.claim, element));
text.querySelectorAll("[data-speaks]").forEach((element) => {
  element.dataset.speaks.trim().split(" ").forEach((number) => remember(number, element));
});

function light(number, on) {
  for (const element of words.get(number) ?? []) {
    element.classList.toggle(element.dataset.speaks ? "is-lit" : "is-tied", on);
  }
  cards.get(number)?.classList.toggle("is-tied", on);
}

// What is pointed at goes before what has the focus.
const ties = { pointed: null, focused: null };

function tie(how, number) {
  ties[how] = number;
  const next = ties.pointed ?? ties.focused;
  if (next === tied) return;
  if (tied) light(tied, false);
  tied = next;
  if (tied) light(tied, true);
}

// Beside the text the cards have a scroll bar of their own; below it the page would jump.
function showCard(number) {
  const card = cards.get(number);
  if (!card || column.scrollHeight <= column.clientHeight) return;
  const top = card.getBoundingClientRect().top - column.getBoundingClientRect().top;
  if (top < 0 || top + card.offsetHeight > column.clientHeight) {
    column.scrollTop += top - column.clientHeight / 3;
  }
}

function showWords(number) {
  const first = (words.get(number) ?? []).find((element) => element.matches(".chip"));
  if (first && column.scrollHeight > column.clientHeight) first.scrollIntoView({ block: "nearest" });
}

function numberAt(target) {
  return target.closest("[data-claim]")?.dataset.claim ?? null;
}

function tieFromWords(how, event) {
  const number = numberAt(event.target);
  tie(how, number);
  if (number) showCard(number);
}

text.addEventListener("pointerover", (event) => tieFromWords("pointed", event));
text.addEventListener("focusin", (event) => tieFromWords("focused", event));
column.addEventListener("pointerover", (event) => tie("pointed", numberAt(event.target)));
column.addEventListener("focusin", (event) => {
  const number = numberAt(event.target);
  tie("focused", number);
  if (number && event.target.matches(":focus-visible")) showWords(number);
});
for (const side of [text, column]) {
  side.addEventListener("pointerleave", () => tie("pointed", null));
  side.addEventListener("focusout", () => tie("focused", null));
}

// "#claim-" and "?claim=" open at the claim: its card and its words are both in view then.
function goTo(block) {
  const number = numberAt(document.querySelector(".claim:target") ?? text.querySelector(".chip[autofocus]") ?? text);
  if (!number) return;
  tie("focused", number);
  words.get(number)?.find((element) => element.matches(".chip"))?.scrollIntoView({ block, behavior: "instant" });
  showCard(number);
}

// The browser goes to the address first, which would undo this.
function goThere(block) {
  if (column.scrollHeight > column.clientHeight) requestAnimationFrame(() => goTo(block));
}

addEventListener("load", () => goThere("center"));
addEventListener("hashchange", () => goThere("nearest"));
