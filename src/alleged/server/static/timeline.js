// Draws the claims of the list with vis-timeline; the plain drawing stays for print, and for who has no scripts.
"use strict";

const DAY = 24 * 60 * 60 * 1000;
const LEAST_WIDTH = 700; // on a telephone the plain drawing tells more
const GROUPS = [
  { id: "happened", content: "alleged to have happened" },
  { id: "said", content: "said or published" },
];

function dayAfter(day) {
  return new Date(Date.parse(day) + DAY);
}

// The days that the words allow; an open end is drawn to the edge of what is known, with a broken border.
function makePeriod(moment, edges) {
  const { first, last, least } = moment.dataset;
  const openStart = !first, openEnd = !last;
  if (openStart && openEnd) return null;
  const classes = ["is-" + moment.dataset.stance, openStart && "is-open-start", openEnd && "is-open-end", Number(least) > 0 && "is-least"];
  return {
    id: moment.dataset.moment + " happened", group: "happened", type: "range", moment,
    start: openStart ? edges.first : new Date(first), end: openEnd ? edges.last : dayAfter(last),
    className: classes.filter(Boolean).join(" "),
  };
}

function makeSaying(moment) {
  if (!moment.dataset.said) return null;
  return { id: moment.dataset.moment + " said", group: "said", type: "point", moment, start: new Date(moment.dataset.said), className: "is-" + moment.dataset.stance };
}

function findEdges(moments) {
  const days = moments.flatMap(({ dataset }) => [dataset.first, dataset.last, dataset.said]).filter(Boolean).map((day) => Date.parse(day));
  const first = Math.min(...days), last = Math.max(...days), margin = Math.max((last - first) / 30, 7 * DAY);
  return { first: new Date(first - margin), last: new Date(last + margin), room: new Date(last + 10 * margin) };
}

// Words go in as text, never as markup.
function writeItem(item) {
  const told = document.createElement("span");
  const { who, stance, words } = item.moment.dataset;
  told.textContent = item.group === "said" ? `${who} ${stance}` : `${who} ${stance}: ${words}`;
  return told;
}

function draw(place, moments) {
  const edges = findEdges(moments);
  const items = moments.flatMap((moment) => [makePeriod(moment, edges), makeSaying(moment)]).filter(Boolean);
  const timeline = new vis.Timeline(place, new vis.DataSet(items), new vis.DataSet(GROUPS), {
    template: writeItem, stack: true, orientation: { axis: "top", item: "top" }, zoomMin: DAY * 7, zoomKey: "ctrlKey", horizontalScroll: true,
    showCurrentTime: false, margin: { item: 4 },
  });
  timeline.setWindow(edges.first, edges.room, { animation: false });
  timeline.on("select", ({ items: chosen }) => {
    const moment = chosen.length && items.find((item) => item.id === chosen[0]).moment;
    if (moment) moment.querySelector("a").focus();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  const place = document.querySelector("#clocks");
  const moments = [...document.querySelectorAll("[data-moment]")].filter(({ dataset }) => dataset.first || dataset.last || dataset.said);
  if (!place || moments.length === 0 || innerWidth < LEAST_WIDTH) return;
  place.hidden = false;
  document.querySelector("#drawing").classList.add("is-replaced");
  draw(place, moments);
});
