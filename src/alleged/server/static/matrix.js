// Arrows move between the cells of the matrix; Escape closes what a cell opened, and goes back to it.
"use strict";

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
let from = null;

const table = () => document.querySelector(".matrix table");
const isGrid = () => getComputedStyle(table()).display === "table";
const targetOf = (cell) => cell.querySelector("a") || cell;

// Only one cell is reached by Tab; the arrows reach the others.
function arrive(cell) {
  table().querySelectorAll("tbody [tabindex='0']").forEach((one) => one.setAttribute("tabindex", "-1"));
  targetOf(cell).setAttribute("tabindex", "0");
  targetOf(cell).focus();
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function move(event) {
  const cell = event.target.closest("tbody th, tbody td");
  const step = STEPS[event.key];
  if (!cell || !step || event.ctrlKey || event.metaKey || event.altKey || !isGrid()) return;
  const rows = [...table().tBodies[0].rows];
  const row = rows[cell.parentElement.sectionRowIndex + step[0]];
  const next = row && row.cells[cell.cellIndex + step[1]];
  event.preventDefault();
  if (next) arrive(next);
}

function takeInHand() {
  if (!table() || !isGrid()) return;
  const targets = [...table().querySelectorAll("tbody th, tbody td")].map(targetOf);
  targets.forEach((target, place) => target.setAttribute("tabindex", place === 0 ? "0" : "-1"));
  table().addEventListener("keydown", move);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".matrix a");
  if (link) from = link;
});

document.addEventListener("keydown", (event) => {
  const close = document.querySelector(".drawer .close");
  if (event.key === "Escape" && close) close.click();
});

document.addEventListener("htmx:after:swap", () => {
  const opened = document.querySelector(".drawer h2");
  if (opened) opened.focus();
  else if (from) from.focus();
});

takeInHand();
