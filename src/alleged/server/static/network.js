// Draws the network; a node that is chosen tells what it is, and Enter or a second click adds what is tied to it.
"use strict";

const MOST = 150;
const SIGNS = { asserts: "●", alleges: "◐", assesses: "◇", confirms: "✓", denies: "✕", declines: "–" };
const SHAPES = { asserts: "rectangle", alleges: "round-rectangle", assesses: "cut-rectangle", confirms: "barrel", denies: "rectangle", declines: "round-rectangle" };
const LINES = { asserts: "solid", alleges: "dashed", assesses: "solid", confirms: "solid", denies: "double", declines: "dotted" };
const LONGEST = { claim: 68, speaker: 42, name: 42 };

const drawing = document.querySelector(".drawing");
const told = document.querySelector("#network-told");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
// What turns the direction of writing is left out: in a drawing nothing would end its reach.
const straight = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "");
// A word too long for its box may be broken: the zero-width space tells where.
const breakable = (text) => text.replace(/\S{22}/gu, "$&\u200b");
const stanceOf = (record) => `${SIGNS[record.stance]} ${record.stance}${record.hedges.length ? ` (${record.hedges.join(", ")})` : ""}`;

const nodes = new Map();
const edges = new Map();
let chosen = null;
let cy = null;

function labelOf(node) {
  const words = node.sort === "claim" ? `${stanceOf(node)}: ${node.label}` : node.label;
  return breakable(cut(straight(words), LONGEST[node.sort])) + (node.is_private ? " (private person)" : "");
}

function lookOf(node, place) {
  const own = node.sort === "claim" ? colour(node.stance) : colour("ink");
  const fill = node.sort === "claim" ? colour(`${node.stance}-tint`) : colour(node.sort === "speaker" ? "sunk" : "sheet");
  const shape = node.sort === "claim" ? SHAPES[node.stance] : node.sort === "speaker" ? "round-rectangle" : "rectangle";
  const border = node.sort === "claim" ? LINES[node.stance] : "solid";
  return { id: node.id, label: labelOf(node), own, fill, shape, border, width: place.width, thick: border === "double" ? 4 : 1.5 };
}

function colourOf(edge) {
  if (edge.tie === "says") return colour(edge.stance);
  return { disputes: colour("denies"), declines: colour("declines"), confirms: colour("confirms") }[edge.tie] || colour("strong-line");
}

function styleOf(edge) {
  if (edge.tie === "disputes") return edge.scope === "blanket" ? "dashed" : "solid";
  return { restates: "dashed", elaborates: "dashed", declines: "dotted" }[edge.tie] || "solid";
}

// Left to right, so that an edge leaves one box at its side and comes to the other at its side.
function endsOf(edge, places) {
  const [start, end] = [places.get(edge.start), places.get(edge.end)];
  const across = start.column === end.column;
  return { from: start.column <= end.column ? "50% 0%" : "-50% 0%", into: across || start.column > end.column ? "50% 0%" : "-50% 0%", bend: across ? (start.y < end.y ? -60 : 60) : 0, curve: across ? "unbundled-bezier" : "straight" };
}

function elements(places) {
  const drawn = [...nodes.values()].map((node) => ({ data: lookOf(node, places.get(node.id)), position: { x: places.get(node.id).x, y: places.get(node.id).y } }));
  const lines = [...edges.values()].map((edge) => ({
    data: { id: edge.key, source: edge.start, target: edge.end, own: colourOf(edge), line: styleOf(edge), thick: edge.tie === "disputes" ? 2.5 : 1.3, arrow: { disputes: "tee", to: "triangle", says: "none", by: "none" }[edge.tie] || "triangle", ...endsOf(edge, places) },
  }));
  return [...drawn, ...lines];
}

const LOOK = [
  { selector: "node", style: { label: "data(label)", shape: "data(shape)", width: "data(width)", height: 44, "background-color": "data(fill)", "border-color": "data(own)", "border-style": "data(border)", "border-width": "data(thick)", color: "data(own)", "font-size": 13, "font-family": "system-ui, sans-serif", "text-wrap": "wrap", "text-max-width": (node) => node.data("width") - 14, "text-valign": "center", "text-halign": "center" } },
  { selector: "edge", style: { width: "data(thick)", "line-color": "data(own)", "line-style": "data(line)", "target-arrow-color": "data(own)", "target-arrow-shape": "data(arrow)", "curve-style": "data(curve)", "control-point-distances": "data(bend)", "control-point-weights": 0.5, "edge-distances": "endpoints", "source-endpoint": "data(from)", "target-endpoint": "data(into)", opacity: 0.7 } },
  { selector: ".far", style: { opacity: 0.12 } },
  { selector: ".chosen", style: { "outline-width": 3, "outline-color": () => colour("accent"), "outline-offset": 2 } },
];

function draw() {
  const { places, width, height } = window.placeAll([...nodes.values()], [...edges.values()]);
  const box = document.querySelector("#network");
  if (cy) cy.destroy();
  box.style.width = `${width}px`;
  box.style.height = `${height}px`;
  cy = window.cytoscape({ container: box, elements: elements(places), layout: { name: "preset", fit: false }, style: LOOK, zoom: 1, pan: { x: 0, y: 0 }, userZoomingEnabled: false, userPanningEnabled: false, boxSelectionEnabled: false, autoungrabify: true });
  cy.on("tap", "node", (event) => (event.target.id() === chosen ? expand() : choose(event.target.id())));
  cy.on("tap", (event) => { if (event.target === cy) leave(); });
  window.drawn = cy;
  drawing.dataset.drawn = String(nodes.size);
}

// A claim comes with all who say it and all that it is about, or not at all.
function take(records) {
  const found = new Map(records.filter((record) => record.record === "node").map((node) => [node.id, node]));
  const ties = records.filter((record) => record.record === "edge");
  const before = nodes.size;
  let left = 0;
  for (const claim of [...found.values()].filter((node) => node.sort === "claim")) {
    const whole = [claim.id, ...ties.flatMap((edge) => (edge.start === claim.id ? [edge.end] : edge.end === claim.id ? [edge.start] : []))];
    const wanted = [...new Set(whole)].filter((id) => (id === claim.id || found.get(id).sort !== "claim") && !nodes.has(id));
    if (nodes.size + wanted.length <= MOST) wanted.forEach((id) => nodes.set(id, found.get(id)));
    else left += 1;
  }
  for (const edge of ties.filter((one) => nodes.has(one.start) && nodes.has(one.end))) {
    const key = `${edge.start} ${edge.tie} ${edge.end}`;
    edges.set(key, { ...edge, key });
  }
  return { added: nodes.size - before, left };
}

function count() {
  const total = Number(drawing.dataset.total);
  const noun = total === 1 ? "node" : "nodes";
  document.querySelector("#network-count").textContent = `${nodes.size} of ${total} ${noun}`;
}

function addLink(text, address) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = text;
  told.append(" · ", link);
}

function tell(extra) {
  const node = nodes.get(chosen);
  told.textContent = node.sort === "claim" ? `${node.speaker} ${stanceOf(node)}: “${node.label}”` : `${node.label}, ${node.sort === "speaker" ? "a speaker" : "whom claims are about"}`;
  if (node.sort === "claim") addLink("the claim", `/claim/${node.id}`);
  const page = drawing.dataset.page;
  addLink("only what is around it", `${page}${page.includes("?") ? "&" : "?"}node=${encodeURIComponent(node.id)}`);
  if (extra) told.append(` · ${extra}`);
}

function choose(id, extra = "") {
  chosen = id;
  const node = cy.getElementById(id);
  cy.elements().removeClass("far chosen");
  cy.elements().not(node.closedNeighborhood()).addClass("far");
  node.addClass("chosen");
  tell(extra);
  show(node);
}

function leave() {
  chosen = null;
  cy.elements().removeClass("far chosen");
}

// Scrolls the area so that the node is in it.
function show(node) {
  const area = document.querySelector(".area");
  const { x, y } = node.position();
  const half = node.width() / 2;
  if (y < area.scrollTop + 40 || y > area.scrollTop + area.clientHeight - 40) area.scrollTop = y - area.clientHeight / 2;
  if (x - half < area.scrollLeft || x + half > area.scrollLeft + area.clientWidth) area.scrollLeft = x - area.clientWidth / 2;
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

async function expand() {
  const at = chosen;
  const around = drawing.dataset.around;
  const { added, left } = take(await load(`${around}&node=${encodeURIComponent(at)}`));
  if (added) draw();
  count();
  const full = left ? `; ${left === 1 ? "1 claim does" : `${left} claims do`} not fit, ${MOST} nodes are drawn at most` : "";
  const came = added ? `${added} added` : left ? "nothing added" : "everything tied to it is drawn";
  choose(at, came + full);
}

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

// The nearest node in that direction; what the chosen one is tied to comes before others.
function next([across, down]) {
  if (!chosen) return cy.nodes()[0];
  const from = cy.getElementById(chosen);
  const { x, y } = from.position();
  const ahead = cy.nodes().filter((node) => (across ? (node.position("x") - x) * across > 1 : node.position("x") === x && (node.position("y") - y) * down > 1));
  const tied = across ? ahead.intersection(from.neighborhood()) : ahead;
  const among = tied.length ? tied : ahead;
  return among.sort((one, other) => distance(one, x, y) - distance(other, x, y))[0];
}

const distance = (node, x, y) => Math.abs(node.position("x") - x) + Math.abs(node.position("y") - y);

function press(event) {
  const step = STEPS[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (step) {
    const found = next(step);
    if (found) choose(found.id());
  } else if (event.key === "Enter" && chosen) expand();
  else if (event.key === "Escape") leave();
  else return;
  event.preventDefault();
}

async function begin() {
  take(await load(drawing.dataset.source));
  draw();
  document.querySelector("#network").addEventListener("keydown", press);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

if (drawing) begin();
