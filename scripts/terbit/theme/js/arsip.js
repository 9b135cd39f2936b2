// Filters of the register: one file of the chosen year is fetched, and only when somebody filters.
// Texts from the file become text nodes, never HTML; without a filter the plain page stands.
const form = document.querySelector("[data-saring]");
const { tahun: year, bulan: month, jenis: kind, kanal: channel, kata: box } = form.elements;
const fields = [year, month, kind, channel, box];
const status = document.querySelector(".saring-kabar");
const plain = document.querySelector("[data-polos]");
const result = document.querySelector("[data-hasil]");
const body = result.querySelector("tbody");
const more = document.querySelector("[data-lagi]");
const FIRST_YEAR = year.value;
const SHOWN = 50;
const WAIT = 250; // milliseconds after the last key
const root = new URL(form.dataset.akar, location.href);
const loaded = new Map();
let turn = 0;
let timer = 0;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const active = () => fields.some((field) => (field === year ? field.value !== FIRST_YEAR : field.value.trim()));

async function fetched(name) {
  const answer = await fetch(new URL(`arsip/saring/${name}.json`, root));
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

// each year once; after a failure the next try begins anew
function rows(name) {
  if (!loaded.has(name)) {
    loaded.set(name, fetched(name));
    loaded.get(name).catch(() => loaded.delete(name));
  }
  return loaded.get(name);
}

function wanted(row) {
  const words = fold(box.value).split(/\s+/).filter(Boolean);
  const text = fold(`${row.judul} ${row.lembar} ${row.keadaan}`);
  return (
    (!month.value || row.waktu.slice(5, 7) === month.value) &&
    (!kind.value || row.jenis === kind.value) &&
    (!channel.value || row.kanal.includes(channel.value)) &&
    words.every((word) => text.includes(word))
  );
}

function element(tag, content, attributes = {}) {
  const made = document.createElement(tag);
  made.append(content);
  Object.entries(attributes).forEach(([name, value]) => value && made.setAttribute(name, value));
  return made;
}

const link = (text, address, label = "") => element("a", text, { href: new URL(address, root).href, "aria-label": label });

function line(row) {
  const made = document.createElement("tr");
  made.append(
    element("td", element("time", row.tanggal, { datetime: row.waktu }), { class: "angka" }),
    element("td", row.alamat ? link(row.judul, row.alamat) : row.judul),
    element("td", row.jenis),
    element("td", row.sop, { class: "angka" }),
    element("td", element("span", row.keadaan, { class: `keadaan ${row.rupa}` })),
    element("td", link("Lihat lembar", row.lembar, `Lihat lembar: ${row.judul}`)),
  );
  return made;
}

function show(found) {
  const made = found.slice(0, SHOWN).map(line);
  body.append(...made);
  const rest = found.slice(SHOWN);
  more.hidden = rest.length === 0;
  more.onclick = () => show(rest).querySelector("a").focus();
  return made[0];
}

function clear() {
  result.hidden = more.hidden = true;
  plain.hidden = false;
  status.textContent = "";
}

// A filtered register has an address of its own: /arsip/?jenis=Berita&kata=rapat
function remember() {
  const address = new URL(location.href);
  fields.forEach(({ name, value }) => (value.trim() ? address.searchParams.set(name, value) : address.searchParams.delete(name)));
  if (!active()) address.search = "";
  history.replaceState(null, "", address);
}

async function run() {
  clearTimeout(timer);
  const mine = ++turn;
  remember();
  if (!active()) return clear();
  const name = year.value;
  try {
    status.textContent = "Memuat…";
    const found = (await rows(name)).filter(wanted);
    if (mine !== turn) return;
    body.replaceChildren();
    plain.hidden = true;
    result.hidden = found.length === 0;
    result.caption.textContent = `Terbitan tahun ${name} menurut saringan`;
    show(found);
    status.textContent = found.length ? `${found.length} terbitan cocok.` : "Tidak ada terbitan yang cocok. Longgarkan saringannya.";
  } catch {
    if (mine !== turn) return;
    clear();
    status.textContent = "Saringan belum dapat dimuat. Periksa sambungan internet, lalu coba lagi.";
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
form.addEventListener("change", (event) => event.target !== box && run());
form.addEventListener("reset", () => setTimeout(run));
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(run, WAIT);
});

const asked = new URLSearchParams(location.search);
for (const field of fields) {
  const value = asked.get(field.name);
  if (value && (field === box || [...field.options].some((option) => option.value === value))) field.value = value;
}
form.hidden = false;
if (active()) run();
