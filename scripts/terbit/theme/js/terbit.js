// What no plain link can do; every button stays hidden where it would not work.
const all = (selector) => [...document.querySelectorAll(selector)];

function show(button, act) {
  button.hidden = false;
  button.addEventListener("click", act);
}

async function copy({ currentTarget: button }) {
  try {
    await navigator.clipboard.writeText(button.dataset.salin);
    button.textContent = "Tautan tersalin";
  } catch {
    window.prompt("Salin tautan ini:", button.dataset.salin);
  }
}

all("[data-salin]").forEach((button) => show(button, copy));
all("[data-cetak]").forEach((button) => show(button, () => window.print()));

// The sheet for the notice board: the same page, printed with its title, photo, summary and code.
all("[data-papan]").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.classList.add("papan-cetak");
    window.print();
  });
});
addEventListener("afterprint", () => document.documentElement.classList.remove("papan-cetak"));

// Reading aloud with the browser's own voice, only where it has an Indonesian one.
// Paragraph by paragraph: Chromium falls silent in the middle of long ones.
const speech = window.speechSynthesis;
const voice = () => speech.getVoices().find(({ lang }) => /^(id|in)([-_]|$)/i.test(lang));

function told() {
  const places = "h1, .berita-kepala .ringkas, .prosa :is(p, li, h2, h3, h4, tr)";
  const found = all(".berita").flatMap((article) => [...article.querySelectorAll(places)]);
  const inner = found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
  const texts = inner.map((one) => one.innerText.replace(/\s+/g, " ").trim());
  return texts.flatMap((text) => text.match(/[^.!?]+(?:[.!?]+(?=\S)[^.!?]+)*[.!?”"]*\s*/g) ?? []);
}

function read(button) {
  const label = button.querySelector("span");
  const quiet = () => {
    label.textContent = "Dengarkan";
    delete button.dataset.bunyi;
  };
  speech.cancel();
  if ("bunyi" in button.dataset) return quiet();
  label.textContent = "Berhenti membaca";
  button.dataset.bunyi = "";
  const parts = told().map((text) => Object.assign(new SpeechSynthesisUtterance(text), { lang: "id-ID", voice: voice() }));
  parts.at(-1).onend = quiet;
  parts.forEach((part) => speech.speak(part));
}

function listen() {
  if (!voice()) return;
  all("[data-dengar][hidden]").forEach((button) => show(button, () => read(button)));
}

if (speech && all("[data-dengar]").length) {
  listen();
  speech.addEventListener?.("voiceschanged", listen);
  addEventListener("pagehide", () => speech.cancel());
}

// "/" and Ctrl-K lead to the search page, unless somebody is writing.
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const control = event.ctrlKey || event.metaKey;
  const asked = event.key === "/" ? !control && !event.altKey : control && event.key.toLowerCase() === "k";
  const link = document.querySelector("a[rel=search]");
  if (!asked || typing || !link || document.querySelector("[data-cari]")) return;
  event.preventDefault();
  link.click();
});

// A table wider than the screen scrolls with the keyboard too.
function reachTables() {
  all(".prosa table").forEach((table) => {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  });
}
reachTables();
addEventListener("resize", reachTables);

// The menu closes with Escape, and when the reader goes on.
const menu = document.querySelector(".menu");
const drawer = menu?.querySelector("details");
menu?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer.open) return;
  drawer.open = false;
  drawer.querySelector("summary").focus();
});
menu?.addEventListener("focusout", ({ relatedTarget: next }) => {
  if (next && !menu.contains(next)) drawer.open = false;
});
