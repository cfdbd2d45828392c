// The window to which a bookmark hands over a page. One message is taken: of the window that opened this one,
// with the number that our own server gave for it. The page is shown as plain text only, and kept when somebody says so.
"use strict";

const MOST = 64 * 1024 * 1024;
const LOOKED_AT = 200000;
const SHOWN = 600;
const giver = window.opener;
const form = document.querySelector("#keep");
const told = document.querySelector("#told");

function field(name) {
  return form.elements.namedItem(name);
}

function show(id, words) {
  document.querySelector(id).textContent = words;
}

// Written so that nobody takes it for a link.
function defang(address) {
  return address.replace(/^http(s?):\/\/([^/?#]*)/i, (_all, secure, host) => `hxxp${secure}://${host.replaceAll(".", "[.]")}`);
}

// The address is believed only as far as the browser vouches for who hands the page over.
function ownAddress(address, origin) {
  try {
    const parsed = new URL(address);
    return /^https?:$/.test(parsed.protocol) && parsed.origin === origin ? address : "";
  } catch {
    return "";
  }
}

function beginning(html) {
  const body = Math.max(html.search(/<body/i), 0);
  const plain = html.slice(body, body + LOOKED_AT)
    .replace(/<(script|style|noscript)\b[^]*?<\/\1\s*>/gi, " ")
    .replace(/<!--[^]*?-->/g, " ")
    .replace(/<[^>]*>/g, " ");
  const words = plain.replace(/\s+/g, " ").trim();
  return words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words;
}

function isPage(data) {
  return data !== null && typeof data === "object" && data.alleged === "page"
    && ["html", "title", "url", "nonce"].every((key) => typeof data[key] === "string");
}

function preview(page, origin) {
  // A byte order mark outranks whatever encoding the page names: it comes here as characters.
  const file = new File(["\ufeff<!doctype html>\n", page.html], "page.html", { type: "text/html" });
  if (file.size > MOST) {
    told.textContent = "This page is larger than the 64 MB that are read.";
    return;
  }
  const address = ownAddress(page.url.split("#")[0], origin);
  const files = new DataTransfer();
  files.items.add(file);
  field("page").files = files.files;
  field("nonce").value = page.nonce;
  field("url").value = address;
  field("shown_title").value = page.title.slice(0, 200);
  show("#title", page.title.slice(0, 300) || "none");
  show("#address", address ? defang(address) : `not known: ${defang(origin)} vouches for no other`);
  show("#size", `${file.size.toLocaleString("en")} bytes`);
  show("#begins", beginning(page.html) || "no words");
  told.textContent = "Is this the page? It is read when you say so, and not before.";
  form.hidden = false; // and no button has the focus: a key that was meant for the other page must keep nothing
}

function wait(nonce) {
  function take(event) {
    if (event.source !== giver || !isPage(event.data) || event.data.nonce !== nonce) return;
    removeEventListener("message", take);
    window.opener = null;
    preview(event.data, event.origin);
  }
  addEventListener("message", take);
  giver.postMessage({ alleged: "ready", nonce }, "*");
}

async function begin() {
  if (!giver) {
    told.textContent = "No page opened this window. Use the bookmark “Save to alleged”; some sites cut the tie to windows "
      + "that they open: save such a page with your browser and add the file.";
    return;
  }
  const answer = await fetch("/capture/nonce", { method: "POST" });
  if (answer.ok) {
    wait((await answer.json()).nonce);
  } else if (answer.status === 401) {
    told.textContent = "This browser is not signed in: sign in to alleged, then click the bookmark again.";
  } else {
    told.textContent = "You may look at this ledger and not add to it: ask one of its admins.";
  }
}

form.addEventListener("submit", () => {
  form.querySelector("button").disabled = true;
  told.textContent = "Sending …";
});
document.querySelector("#drop").addEventListener("click", () => window.close());
begin().catch(() => { told.textContent = "The server does not answer: is “alleged serve” running?"; });
