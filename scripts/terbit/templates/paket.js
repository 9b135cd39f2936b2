"use strict";
(() => {
  const say = (button, text) => {
    const before = button.dataset.label || (button.dataset.label = button.textContent);
    button.textContent = text;
    document.getElementById("kabar").textContent = text;
    setTimeout(() => { button.textContent = before; }, 2500);
  };

  const copy = async (field, button) => {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.focus();
      field.select();
      if (!document.execCommand("copy")) {
        say(button, "Tekan lama teksnya, lalu salin");
        return;
      }
    }
    say(button, "Tersalin");
  };

  for (const button of document.querySelectorAll("button[data-salin]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.salin), button));
  }

  const share = async (button) => {
    const section = button.closest("section");
    const text = section.querySelector("textarea[data-keterangan]")?.value ?? "";
    try {
      section.files ??= await Promise.all([...section.querySelectorAll("a[download]")].map(async (a) => {
        const answer = await fetch(a.href);
        return new File([await answer.blob()], a.getAttribute("download"), { type: "image/jpeg" });
      }));
    } catch {
      say(button, "Simpan gambarnya satu per satu");
      return;
    }
    const files = section.files;
    try {
      if (text) await navigator.clipboard.writeText(text).catch(() => {});
      await navigator.share(files.length && navigator.canShare({ files }) ? { files, text } : { text });
    } catch (error) {
      if (error.name !== "AbortError") say(button, "Ketuk sekali lagi");
    }
  };

  for (const button of document.querySelectorAll("button[data-bagikan]")) {
    if (!navigator.canShare || !navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => share(button));
  }

  for (const input of document.querySelectorAll("input[data-pola]")) {
    const pattern = new RegExp(`^(?:${input.dataset.pola})$`, "i");
    const command = document.getElementById(input.dataset.perintah);
    const note = document.getElementById(`${input.id}-kabar`);
    const start = command.value;
    const fields = input.closest("[data-isian]");
    const button = fields.querySelector("a[data-formulir]");
    const form = button?.href;
    fields.hidden = false;
    fields.parentElement.querySelector("[data-tanpa-skrip]")?.setAttribute("hidden", "");
    input.addEventListener("input", () => {
      const link = input.value.trim();
      const match = pattern.exec(link);
      const whose = match?.groups?.account?.toLowerCase();
      const where = match?.groups?.server?.toLowerCase();
      const other = (whose && input.dataset.akun && whose !== input.dataset.akun)
        || (where && input.dataset.server && where !== input.dataset.server);
      const right = Boolean(match && !other);
      command.value = right ? start.replace("TAUTAN", () => link) : start;
      note.dataset.nilai = !link ? "" : right ? "cocok" : "salah";
      input.setAttribute("aria-invalid", String(Boolean(link) && !right));
      if (button) {
        button.hidden = !right;
        button.href = right ? `${form}&tautan=${encodeURIComponent(link)}` : form;
      }
      note.textContent = !link ? ""
        : !match ? "Tautan ini bukan alamat postingan di kanal ini. Salin lagi dari tombol bagikan."
        : other ? `Tautan ini milik akun “${where ? `${whose}@${where}` : whose}”, bukan akun kantor.`
        : button ? "Tautan cocok. Ketuk tombol di bawah, lalu kirim formulirnya."
        : "Tautan cocok. Salin perintah di bawah.";
    });
  }
})();
