// Two buttons that no plain link can replace; both stay hidden without a script.
document.querySelectorAll("[data-salin], [data-cetak]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    if ("cetak" in button.dataset) return window.print();
    try {
      await navigator.clipboard.writeText(button.dataset.salin);
      button.textContent = "Tautan tersalin";
    } catch {
      window.prompt("Salin tautan ini:", button.dataset.salin);
    }
  });
});
