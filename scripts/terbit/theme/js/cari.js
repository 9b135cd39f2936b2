// Search with Pagefind: nothing of it is fetched before the box is used, and older years only
// when they are asked for. Texts from pages become text nodes, never HTML.
const form = document.querySelector("[data-cari]");
const { q: box, tahun: year, kategori: category } = form.elements;
const status = document.querySelector(".cari-kabar");
const list = document.querySelector(".cari-hasil");
const more = document.querySelector("[data-lagi]");
const everywhere = document.querySelector("[data-semua]");
const ALL = "semua"; // the option for all years
const PLAIN = "halaman"; // the bundle of pages without a year
const SHOWN = 10;
const WAIT = 250; // milliseconds after the last key
const FEW = 3; // with fewer results than this, pages with one of several words count as well
const LEAST = 0.01; // of the best score: below is what merely begins alike ("b" for "banjir")
// Category and date are shown with a result; found is only what the text says.
const RANKING = { termSimilarity: 5, metaWeights: { kategori: 0, tanggal: 0 } };
// The stemmer leaves -i after s ("evaluasi"), so "mengawasi" would miss "pengawasan";
// Pagefind finds longer words by their beginning, so the shorter form finds both.
const VERB = /(?<!\p{L})((?:me|di)\p{L}{3,}s)i(?!\p{L})/giu;

const root = new URL(form.dataset.akar, location.href).pathname;
const bundles = form.dataset.cari.split(" ").filter(Boolean); // newest year first
const loaded = new Map();
let pagefind = null;
let turn = 0;
let timer = 0;

// Fetching: each bundle once; after a failure the next try begins anew.

const options = (bundle) => ({ baseUrl: root, mergeFilter: { tahun: bundle }, ranking: RANKING });

async function start() {
  const { createInstance } = await import(`${root}cari/indeks/${bundles[0]}/pagefind.js`);
  const made = createInstance({ ...options(bundles[0]), excerptLength: 24 });
  await made.init();
  return made;
}

const engine = () => (pagefind ??= start());

async function load(bundle) {
  const search = await engine();
  if (bundle === bundles[0]) return;
  if (!loaded.has(bundle)) {
    const address = `${root}cari/indeks/${bundle}/`;
    loaded.set(bundle, search.mergeIndex(address, options(bundle)));
  }
  await loaded.get(bundle);
}

// The bundles that the chosen year needs: that year's own and the pages without a year.
function wanted() {
  const chosen = year?.value;
  return bundles.filter((name) => name === PLAIN || chosen === ALL || name === chosen);
}

const prepare = () => Promise.all(wanted().map(load));

async function fail() {
  status.textContent =
    "Pencarian tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi, atau telusuri arsip.";
  const broken = pagefind;
  pagefind = null;
  loaded.clear();
  (await broken?.catch(() => null))?.destroy();
}

// Searching

function filters() {
  const chosen = { tahun: { any: wanted() } };
  if (category?.value) chosen.kategori = category.value;
  return chosen;
}

// What holds all words; where that is little, also what holds one of them. Best first.
async function find(words) {
  await prepare();
  const search = await engine();
  const ask = async (term) =>
    (await search.search(term.replace(VERB, "$1"), { filters: filters() })).results;
  let found = await ask(words);
  const parts = words.split(/\s+/);
  if (found.length < FEW && parts.length > 1 && !words.includes('"')) {
    found = found.concat(...(await Promise.all(parts.map(ask))));
  }
  found.sort((one, other) => other.score - one.score);
  const least = LEAST * (found[0]?.score ?? 0);
  const best = new Map();
  for (const result of found) {
    if (result.score > least && !best.has(result.id)) best.set(result.id, result);
  }
  return [...best.values()];
}

function told(count, words) {
  const scope = !year || year.value === ALL ? "" : ` untuk tahun ${year.value}`;
  if (!count) {
    const wider = scope && year.length > 1 ? "pilih semua tahun, " : "";
    return `Tidak ada hasil “${words}”${scope}. Periksa ejaannya, ${wider}atau coba kata lain.`;
  }
  return `${count.toLocaleString("id")} hasil “${words}”${scope}.`;
}

function remember(words) {
  const values = new URLSearchParams();
  if (words) values.set("q", words);
  if (year && year.selectedIndex > 0) values.set("tahun", year.value);
  if (category?.value) values.set("kategori", category.value);
  const query = values.toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

async function search() {
  const mine = ++turn;
  const words = box.value.trim();
  remember(words);
  list.replaceChildren();
  more.hidden = everywhere.hidden = true;
  status.textContent = words ? "Mencari …" : "";
  if (!words) return;
  const results = await find(words);
  if (mine !== turn) return;
  await show(results, mine);
  if (mine !== turn) return;
  status.textContent = told(results.length, words);
  everywhere.hidden = !year || year.length < 2 || year.value === ALL;
}

function run() {
  clearTimeout(timer);
  search().catch(fail);
}

// Showing

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

// An excerpt from the beginning repeats the title, which already stands above it.
function beyond(title, html) {
  const words = title.replaceAll("<", "&lt;").replaceAll(">", "&gt;").split(/\s+/);
  const plain = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const marked = plain.map((word) => `(?:<mark>)?${word}\\.?(?:</mark>)?`);
  return html.replace(new RegExp(`^${marked.join("\\s+")}\\s*`), "");
}

// Pagefind escapes < and > of an excerpt and sets <mark> around what was found.
function excerpt(title, html) {
  const line = element("p");
  beyond(title, html).split(/<\/?mark>/).forEach((part, index) => {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    line.append(index % 2 ? element("mark", text) : text);
  });
  if (line.textContent && !/[.!?…”]\s*$/.test(line.textContent)) line.append(" …");
  return line;
}

function row({ url, meta, excerpt: found }) {
  const item = element("li");
  const link = element("a", meta.title);
  link.href = url;
  const heading = element("h2");
  heading.append(link);
  const about = [meta.kategori, meta.tanggal].filter(Boolean).join(" · ");
  item.append(heading, element("p", about, "waktu"), excerpt(meta.title, found));
  return item;
}

async function show(results, mine) {
  const rows = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  if (mine !== turn) return null;
  const items = rows.map(row);
  list.append(...items);
  const rest = results.slice(SHOWN);
  more.hidden = rest.length === 0;
  more.onclick = async () => {
    const first = await show(rest, mine).catch(fail);
    first?.querySelector("a").focus();
  };
  return items[0];
}

// What the reader does

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
form.addEventListener("change", (event) => event.target !== box && run());
box.addEventListener("focus", () => prepare().catch(fail));
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(run, WAIT);
});
everywhere.addEventListener("click", () => {
  year.value = ALL;
  box.focus();
  run();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const letter = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  if (!slash && !letter) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A linked search: /cari/?q=inflasi&tahun=2025
const asked = new URLSearchParams(location.search);
for (const field of [box, year, category]) {
  const value = field && asked.get(field.name);
  if (!value) continue;
  if (field === box || [...field.options].some((option) => option.value === value)) {
    field.value = value;
  }
}
if (box.value.trim()) run();
