// Words that are selected in the text go into the form, with their place in code points, as the ledger counts.
"use strict";

const MANY_LINES = new Set(["actor", "target", "cue", "hedge"]);
const WORD = /[\p{L}\p{N}\p{M}]/u;
let selected = null;

// JavaScript counts an emoji as two; the ledger counts it as one.
function countPoints(words) {
  return [...words].length;
}

// Half a word that was selected becomes the whole word, and white space at the ends is left out.
function snap(text, start, end) {
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  const first = /[\p{L}\p{N}\p{M}]*$/u.exec(text.slice(0, start))[0];
  if (WORD.test(String.fromCodePoint(text.codePointAt(start) || 32))) start -= first.length;
  const last = /^[\p{L}\p{N}\p{M}]*/u.exec(text.slice(end))[0];
  if (/[\p{L}\p{N}\p{M}]$/u.test(text.slice(start, end))) end += last.length;
  return [start, end];
}

function place(container, [start, end]) {
  const text = container.textContent;
  const from = Number(container.dataset.start) + countPoints(text.slice(0, start));
  const words = text.slice(start, end);
  return { words, at: `${from}-${from + countPoints(words)}` };
}

function fill(name) {
  const field = document.querySelector(`#add-${name}`);
  const line = selected.words.replace(/\s+/g, " ");
  if (MANY_LINES.has(name) && field.value.trim()) field.value = `${field.value.trimEnd()}\n${selected.words}`;
  else field.value = name === "content" || name === "quote" || MANY_LINES.has(name) ? selected.words : line;
  const at = document.querySelector(`input[type=hidden][name="${name}_at"]`);
  if (at) at.value = selected.at;
}

function take(container, annotation) {
  const [selector] = annotation.target.selector;
  const [start, end] = snap(container.textContent, selector.start, selector.end);
  if (start >= end) return;
  selected = place(container, [start, end]);
  document.querySelectorAll("[data-take]").forEach((button) => {
    button.hidden = false;
  });
  document.querySelector("#selected").textContent = `Selected: “${selected.words.replace(/\s+/g, " ")}”`;
  if (!document.querySelector("#add-content").value.trim()) fill("content");
}

function begin() {
  const container = document.querySelector("#words");
  const form = document.querySelector("#add");
  if (!container || !form) return;
  const annotator = window.Recogito.createTextAnnotator(container);
  annotator.on("createAnnotation", (annotation) => {
    annotator.getAnnotations().filter((one) => one.id !== annotation.id).forEach((one) => annotator.removeAnnotation(one.id));
    take(container, annotation);
  });
  form.addEventListener("click", (event) => {
    const name = event.target.dataset.take;
    if (name && selected) fill(name);
  });
  form.addEventListener("input", (event) => {
    const at = document.querySelector(`input[type=hidden][name="${event.target.name}_at"]`);
    if (at) at.value = "";
  });
}

document.addEventListener("DOMContentLoaded", begin);
