// Where each node of a network is drawn: who speaks on the left, then what answers, what is said, and of whom.
// The same network always gives the same drawing: nodes stand as near to what they are tied to as they can.
"use strict";

const WIDTHS = [180, 270, 290, 190];
const GAP = 115;
const ROW = 56;
const EDGE = 14;
const SWEEPS = 12;

const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

// Speakers, claims that answer others, other claims, names; a column without nodes takes no room.
function columnOf(node, answering) {
  if (node.sort === "speaker") return 0;
  if (node.sort === "name") return 3;
  return answering.has(node.id) ? 1 : 2;
}

// As near to where each wants to be as their order and the height of a row allow; claims stand close together.
function spread(column, wanted, places, isClose) {
  if (isClose) {
    column.forEach((id, place) => places.set(id, place));
    return;
  }
  let least = 0;
  for (const id of column) {
    places.set(id, Math.max(least, wanted.get(id)));
    least = places.get(id) + 1;
  }
  const shift = mean(column.map((id) => wanted.get(id))) - mean(column.map((id) => places.get(id)));
  const room = Math.max(shift, -places.get(column[0]));
  column.forEach((id) => places.set(id, places.get(id) + room));
}

function placeAll(nodes, edges) {
  const kinds = new Map(nodes.map((node) => [node.id, node.sort]));
  const answering = new Set(edges.filter((edge) => kinds.get(edge.start) === "claim" && kinds.get(edge.end) === "claim" && edge.tie !== "restates").map((edge) => edge.start));
  const beside = new Map(nodes.map((node) => [node.id, []]));
  edges.forEach((edge) => { beside.get(edge.start).push(edge.end); beside.get(edge.end).push(edge.start); });
  const columns = [[], [], [], []];
  nodes.forEach((node) => columns[columnOf(node, answering)].push(node.id));
  const places = new Map(columns.flatMap((column) => column.map((id, place) => [id, place])));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const column of columns.filter((each) => each.length > 0)) {
      const isClose = column === columns[2];
      const wanted = new Map(column.map((id) => [id, beside.get(id).length ? mean(beside.get(id).map((each) => places.get(each))) : places.get(id)]));
      column.sort((one, other) => wanted.get(one) - wanted.get(other) || (one < other ? -1 : 1));
      spread(column, wanted, places, isClose);
    }
  }
  return toPixels(columns, places);
}

function toPixels(columns, places) {
  const least = Math.min(...places.values());
  const found = new Map();
  let left = EDGE;
  columns.forEach((column, number) => {
    column.forEach((id) => found.set(id, { x: left + WIDTHS[number] / 2, y: EDGE + ROW / 2 + (places.get(id) - least) * ROW, width: WIDTHS[number], column: number }));
    if (column.length > 0) left += WIDTHS[number] + GAP;
  });
  const height = Math.max(...[...found.values()].map((place) => place.y)) + ROW / 2 + EDGE;
  return { places: found, width: left - GAP + EDGE, height };
}

window.placeAll = placeAll;
